import { Button, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useNotice, useText } from '#platform/web';
import { useCooldown } from '../codes/use-cooldown.ts';
import { useRefusals } from '../texts/refusals.ts';
import { identityTexts } from '../texts.ts';

/** In seconds: the server sends no second code earlier. */
const pause = 30;

/** Sends the code again, not more often than the server would. */
export function Resend({ onResend }: { readonly onResend: () => Promise<unknown> }): ReactNode {
  const t = useText(identityTexts);
  const refusals = useRefusals();
  const notice = useNotice();
  const cooldown = useCooldown(pause, true);
  const again = async (): Promise<void> => {
    cooldown.start();
    try {
      await onResend();
      notice.info(t('verify.resent'));
    } catch (error) {
      notice.error(error, refusals);
    }
  };
  return (
    <Stack spacing={0.5} sx={{ alignItems: 'center' }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('verify.nothing_came')}
      </Typography>
      <Button disabled={cooldown.left > 0} onClick={() => void again()}>
        {cooldown.left > 0 ? t('verify.resend_in', { seconds: cooldown.left }) : t('verify.resend')}
      </Button>
    </Stack>
  );
}
