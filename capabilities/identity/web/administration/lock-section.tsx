import { Alert, Button, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { PlainText, RelativeTime, useSession, useText } from '#platform/web';
import type { UserAccount } from '../../contract/index.ts';
import { Section } from '../account/section.tsx';
import { administrationTexts } from '../texts.ts';
import { LockDialog } from './lock-dialog.tsx';
import { UnlockDialog } from './unlock-dialog.tsx';

/** Whether the account is locked, why, and the way to change that. */
export function LockSection({ user }: { readonly user: UserAccount }): ReactNode {
  const t = useText(administrationTexts);
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  if (user.id === session.user?.id) {
    return <Section title={t('user.access')} help={t('user.self')} />;
  }
  return (
    <Section title={t('user.access')} help={t('user.access_help')}>
      <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
        {user.locked_at === null ? (
          <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
            {t('user.lock')}
          </Button>
        ) : (
          <>
            <Alert severity="error" variant="outlined" sx={{ width: '100%' }}>
              {t('user.locked_because')} <RelativeTime value={user.locked_at} />
              {user.lock_reason === null ? null : <PlainText>{user.lock_reason}</PlainText>}
            </Alert>
            <Button variant="outlined" color="inherit" onClick={() => setAsking(true)}>
              {t('user.unlock')}
            </Button>
          </>
        )}
      </Stack>
      {user.locked_at === null ? (
        <LockDialog user={user} open={asking} onClose={close} />
      ) : (
        <UnlockDialog user={user} open={asking} onClose={close} />
      )}
    </Section>
  );
}
