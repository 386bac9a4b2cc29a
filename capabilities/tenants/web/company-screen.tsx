import { Button, Card, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import {
  ConfirmDialog,
  ErrorNotice,
  ListSkeleton,
  Page,
  useApi,
  useCall,
  useInvalidate,
  useNotice,
  useSend,
  useSession,
  useText,
} from '#platform/web';
import { getCompany, listCompanies, listMembers, removeMember, renameCompany } from '../contract/index.ts';
import { CloseCompany } from './closing/close-company.tsx';
import { SecurityCard } from './entry/security-card.tsx';
import { InvitationsCard } from './invitations-card.tsx';
import { MemberRow } from './member-row.tsx';
import { NameDialog } from './name-dialog.tsx';
import { tenantsTexts } from './texts.ts';
import { useTenantRefusals } from './use-refusals.ts';

/** One company: its members, invitations, name, and the way out. */
export function CompanyScreen(): ReactNode {
  const t = useText(tenantsTexts);
  const { id = '' } = useParams();
  const api = useApi();
  const notice = useNotice();
  const navigate = useNavigate();
  const invalidate = useInvalidate();
  const refusals = useTenantRefusals();
  const { user } = useSession();
  const [renaming, setRenaming] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const company = useCall(getCompany, { params: { id } });
  const members = useCall(listMembers, { params: { id } });
  const rename = useSend(renameCompany, {
    invalidates: [getCompany, listCompanies],
    onSuccess: () => {
      setRenaming(false);
      notice.success(t('renamed'));
    },
    onError: () => undefined,
  });
  const { data } = company;
  const isOwner = data?.role === 'owner';
  const administers = isOwner || data?.role === 'admin';
  return (
    <Page
      title={data?.name ?? t('title')}
      width="narrow"
      actions={
        administers && members.data !== undefined ? (
          <>
            <Button component={Link} to={`/companies/${id}/audit`}>
              {t('trail.open')}
            </Button>
            <Button onClick={() => setRenaming(true)}>{t('rename')}</Button>
          </>
        ) : undefined
      }
    >
      <ErrorNotice error={company.error} refusals={refusals} onRetry={() => company.refetch()} />
      {data === undefined ? (
        company.error === null ? (
          <ListSkeleton rows={3} height={56} />
        ) : null
      ) : (
        <Stack spacing={3}>
          {/* What the company asks for first is told once, not by every card. */}
          <ErrorNotice error={members.error} refusals={refusals} onRetry={() => members.refetch()} />
          {members.data === undefined ? null : (
            <>
              <Card sx={{ p: 2.5 }}>
                <Typography variant="h2" sx={{ mb: 1 }}>
                  {t('members')}
                </Typography>
                {members.data.items.map((member) => (
                  <MemberRow
                    key={member.user_id}
                    company={data}
                    member={member}
                    isMe={member.user_id === user?.id}
                  />
                ))}
              </Card>
              {administers ? <InvitationsCard company={data} /> : null}
              {isOwner ? <SecurityCard company={data} /> : null}
            </>
          )}
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
            <Button color="error" onClick={() => setLeaving(true)}>
              {t('leave')}
            </Button>
            {isOwner && members.data !== undefined ? <CloseCompany company={data} /> : null}
          </Stack>
        </Stack>
      )}
      {renaming && data !== undefined ? (
        <NameDialog
          open
          title={t('rename')}
          initial={data.name}
          busy={rename.isPending}
          error={rename.error}
          onClose={() => setRenaming(false)}
          onSave={(name) => rename.mutate({ params: { id }, body: { name } })}
        />
      ) : null}
      <ConfirmDialog
        open={leaving}
        onClose={() => setLeaving(false)}
        title={t('leave_title', { name: data?.name ?? '' })}
        confirmLabel={t('leave')}
        destructive
        refusals={refusals}
        onConfirm={async () => {
          await api.call(removeMember, { params: { id, user_id: user?.id ?? '' } });
          notice.success(t('left'));
          await invalidate(listCompanies);
          await navigate('/companies');
        }}
      >
        {t('leave_help')}
      </ConfirmDialog>
    </Page>
  );
}
