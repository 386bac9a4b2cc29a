import type { ReactNode } from 'react';
import { ConfirmDialog, useApi, useInvalidate, useNotice, useText } from '#platform/web';
import { getUser, listUsers, type UserAccount, unlockUser } from '../../contract/index.ts';
import { useRefusals } from '../texts/refusals.ts';
import { administrationTexts } from '../texts.ts';

interface UnlockDialogProps {
  readonly user: UserAccount;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function UnlockDialog({ user, open, onClose }: UnlockDialogProps): ReactNode {
  const t = useText(administrationTexts);
  const refusals = useRefusals();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t('user.unlock_title', { name: user.display_name })}
      confirmLabel={t('user.unlock')}
      refusals={refusals}
      onConfirm={async () => {
        await api.call(unlockUser, { params: { id: user.id } });
        notice.success(t('user.unlocked'));
        await invalidate(getUser, listUsers);
      }}
    >
      {t('user.unlock_help')}
    </ConfirmDialog>
  );
}
