import { Button, Chip, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useText } from '#platform/web';
import type { Profile } from '../../contract/index.ts';
import { Section } from '../account/section.tsx';
import { accountTexts } from '../texts.ts';
import { DisableSecondFactor } from './disable-second-factor.tsx';
import { EnableSecondFactor } from './enable-second-factor.tsx';

/** Whether the second step is on, and the way to change that. */
export function SecondFactorSection({ profile }: { readonly profile: Profile }): ReactNode {
  const t = useText(accountTexts);
  const [open, setOpen] = useState(false);
  const on = profile.two_factor_enabled;
  const close = (): void => setOpen(false);
  return (
    <>
      <Section
        title={t('second_factor.title')}
        help={
          <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
            <span>{on ? t('second_factor.help_on') : t('second_factor.help_off')}</span>
            <Chip
              size="small"
              variant="outlined"
              color={on ? 'success' : 'default'}
              label={on ? t('second_factor.on') : t('second_factor.off')}
            />
          </Stack>
        }
        side={
          <Button
            variant={on ? 'outlined' : 'contained'}
            color={on ? 'inherit' : 'primary'}
            onClick={() => setOpen(true)}
          >
            {on ? t('second_factor.disable') : t('second_factor.enable')}
          </Button>
        }
      />
      {on ? (
        <DisableSecondFactor profile={profile} open={open} onClose={close} />
      ) : (
        <EnableSecondFactor profile={profile} open={open} onClose={close} />
      )}
    </>
  );
}
