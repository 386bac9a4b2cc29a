import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ErrorNotice, useNotice, useSend, useText } from '#platform/web';
import { invite, listInvitations } from '../contract/index.ts';
import { tenantsTexts } from './texts.ts';
import { useTenantRefusals } from './use-refusals.ts';

const roles = ['member', 'viewer', 'admin', 'owner'] as const;
type Role = (typeof roles)[number];

export interface InviteDialogProps {
  readonly companyId: string;
  /** Owners are made by owners. */
  readonly mayMakeOwners: boolean;
  readonly onClose: () => void;
}

/** Asks whom to invite, and as what. */
export function InviteDialog({ companyId, mayMakeOwners, onClose }: InviteDialogProps): ReactNode {
  const t = useText(tenantsTexts);
  const notice = useNotice();
  const refusals = useTenantRefusals();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('member');
  const sending = useSend(invite, {
    invalidates: [listInvitations],
    onSuccess: ({ email: to }) => {
      notice.success(t('invited', { email: to }));
      onClose();
    },
    onError: () => undefined,
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    sending.mutate({ params: { id: companyId }, body: { email: email.trim(), role } });
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs">
      <form onSubmit={submit}>
        <DialogTitle>{t('invite_title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <ErrorNotice error={sending.error} refusals={refusals} />
          <TextField
            autoFocus
            required
            type="email"
            label={t('email')}
            helperText={t('email_hint')}
            value={email}
            onChange={({ target }) => setEmail(target.value)}
            sx={{ mt: 1 }}
          />
          <TextField
            select
            label={t('invite_role')}
            helperText={t(`role_hint.${role}`)}
            value={role}
            onChange={({ target }) => setRole(roles.find((known) => known === target.value) ?? 'member')}
          >
            {roles
              .filter((known) => known !== 'owner' || mayMakeOwners)
              .map((known) => (
                <MenuItem key={known} value={known}>
                  {t(`role.${known}`)}
                </MenuItem>
              ))}
          </TextField>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            loading={sending.isPending}
            disabled={email.trim() === ''}
          >
            {t('send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
