import { Button, Card, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ErrorNotice, useCall, useLanguage, useNotice, useSend, useText } from '#platform/web';
import { type Company, listInvitations, withdrawInvitation } from '../contract/index.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { tenantsTexts } from './texts.ts';
import { useTenantRefusals } from './use-refusals.ts';

/** Who is invited, and the way to invite; for administrators. */
export function InvitationsCard({ company }: { readonly company: Company }): ReactNode {
  const t = useText(tenantsTexts);
  const language = useLanguage();
  const notice = useNotice();
  const refusals = useTenantRefusals();
  const [inviting, setInviting] = useState(false);
  const { data, error, refetch } = useCall(listInvitations, { params: { id: company.id } });
  const withdrawing = useSend(withdrawInvitation, {
    invalidates: [listInvitations],
    onSuccess: () => notice.success(t('withdrawn')),
    onError: (problem) => notice.error(problem, refusals),
  });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  return (
    <Card sx={{ p: 2.5 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mb: 1 }}>
        <Typography variant="h2">{t('invitations')}</Typography>
        <Button variant="contained" onClick={() => setInviting(true)}>
          {t('invite')}
        </Button>
      </Stack>
      <ErrorNotice error={error} onRetry={() => refetch()} refusals={refusals} />
      {data?.items.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('no_invitations')}</Typography>
      ) : null}
      {data?.items.map(({ id, email, role, expires_at: expiresAt }) => (
        <Stack
          key={id}
          direction={{ xs: 'column', sm: 'row' }}
          spacing={1}
          sx={{ py: 1, alignItems: { sm: 'center' }, borderBottom: 1, borderColor: 'divider' }}
        >
          <Stack sx={{ flex: 1, minWidth: 0 }}>
            <Typography sx={{ overflowWrap: 'anywhere' }}>{email}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t(`role.${role}`)} · {t('until', { date: day.format(new Date(expiresAt)) })}
            </Typography>
          </Stack>
          <Button
            color="inherit"
            onClick={() => withdrawing.mutate({ params: { id: company.id, invitation_id: id } })}
          >
            {t('withdraw')}
          </Button>
        </Stack>
      ))}
      {inviting ? (
        <InviteDialog
          companyId={company.id}
          mayMakeOwners={company.role === 'owner'}
          onClose={() => setInviting(false)}
        />
      ) : null}
    </Card>
  );
}
