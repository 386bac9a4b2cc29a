import { Box, Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog, useApi, useInvalidate, useNotice, useSend, useText } from '#platform/web';
import { type Company, changeMember, listMembers, type Member, removeMember } from '../contract/index.ts';
import { tenantsTexts } from './texts.ts';
import { useTenantRefusals } from './use-refusals.ts';

const roles = ['owner', 'admin', 'member', 'viewer'] as const;

export interface MemberRowProps {
  readonly company: Company;
  readonly member: Member;
  readonly isMe: boolean;
}

/** One member: the role, and the way out for those who may show it. */
export function MemberRow({ company, member, isMe }: MemberRowProps): ReactNode {
  const t = useText(tenantsTexts);
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const refusals = useTenantRefusals();
  const [removing, setRemoving] = useState(false);
  const changing = useSend(changeMember, {
    invalidates: [listMembers],
    onSuccess: () => notice.success(t('role_changed')),
    onError: (problem) => notice.error(problem, refusals),
  });
  const isOwner = company.role === 'owner';
  const mayChange = isOwner || (company.role === 'admin' && member.role !== 'owner');
  const params = { id: company.id, user_id: member.user_id };
  return (
    <Stack
      direction={{ xs: 'column', sm: 'row' }}
      spacing={1.5}
      sx={{ py: 1.25, alignItems: { sm: 'center' }, borderBottom: 1, borderColor: 'divider' }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          {member.display_name}
          {isMe ? ` (${t('you')})` : ''}
        </Typography>
        {mayChange ? null : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t(`role.${member.role}`)}
          </Typography>
        )}
      </Box>
      {mayChange ? (
        <TextField
          select
          size="small"
          label={t('role_label', { name: member.display_name })}
          value={member.role}
          disabled={changing.isPending}
          onChange={({ target }) => {
            const role = roles.find((known) => known === target.value);
            if (role !== undefined) changing.mutate({ params, body: { role } });
          }}
          sx={{ minWidth: 200 }}
        >
          {roles
            .filter((role) => role !== 'owner' || isOwner)
            .map((role) => (
              <MenuItem key={role} value={role}>
                {t(`role.${role}`)}
              </MenuItem>
            ))}
        </TextField>
      ) : null}
      {mayChange && !isMe ? (
        <Button color="error" onClick={() => setRemoving(true)}>
          {t('remove')}
        </Button>
      ) : null}
      <ConfirmDialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={t('remove_title', { name: member.display_name })}
        confirmLabel={t('remove')}
        destructive
        refusals={refusals}
        onConfirm={async () => {
          await api.call(removeMember, { params });
          notice.success(t('removed'));
          await invalidate(listMembers);
        }}
      >
        {t('remove_help')}
      </ConfirmDialog>
    </Stack>
  );
}
