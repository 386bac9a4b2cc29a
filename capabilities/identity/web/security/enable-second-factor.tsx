import { Dialog, DialogContent, DialogTitle } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useInvalidate, useNotice, useText } from '#platform/web';
import { getProfile, type Profile } from '../../contract/index.ts';
import { accountTexts } from '../texts.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { ScanStep } from './scan-step.tsx';
import { SetupStep } from './setup-step.tsx';

interface EnableSecondFactorProps {
  readonly profile: Profile;
  readonly open: boolean;
  readonly onClose: () => void;
}

type Step =
  | { readonly kind: 'password' }
  | { readonly kind: 'scan'; readonly secret: string; readonly address: string }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

/** Password, QR code with a first code, recovery codes: the way to a second step. */
export function EnableSecondFactor({ profile, open, onClose }: EnableSecondFactorProps): ReactNode {
  const t = useText(accountTexts);
  const notice = useNotice();
  const invalidate = useInvalidate();
  const titleId = useId();
  const [step, setStep] = useState<Step>({ kind: 'password' });

  const close = (): void => {
    onClose();
    if (step.kind === 'codes') {
      notice.success(t('second_factor.enabled'));
      void invalidate(getProfile);
    }
    setStep({ kind: 'password' });
  };
  const content = (): ReactNode => {
    switch (step.kind) {
      case 'password':
        return (
          <SetupStep
            hasPassword={profile.has_password}
            onCancel={close}
            onReady={({ secret, otpauth_url: address }) => setStep({ kind: 'scan', secret, address })}
          />
        );
      case 'scan':
        return (
          <ScanStep
            secret={step.secret}
            address={step.address}
            onCancel={close}
            onCodes={(codes) => setStep({ kind: 'codes', codes })}
          />
        );
      case 'codes':
        return (
          <RecoveryCodes codes={step.codes} email={profile.email ?? profile.display_name} onDone={close} />
        );
    }
  };
  return (
    <Dialog
      open={open}
      // Recovery codes are shown once: a stray click must not lose them.
      onClose={step.kind === 'codes' ? undefined : close}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="xs"
    >
      <DialogTitle id={titleId}>
        {step.kind === 'codes' ? t('recovery.title') : t('second_factor.title')}
      </DialogTitle>
      <DialogContent>{content()}</DialogContent>
    </Dialog>
  );
}
