import { TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog, useApi, useInvalidate, useNotice, useText } from '#platform/web';
import { disableSecondFactor, getProfile, type Profile } from '../../contract/index.ts';
import { useRefusals } from '../texts/refusals.ts';
import { accountTexts, identityTexts } from '../texts.ts';

interface DisableSecondFactorProps {
  readonly profile: Profile;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks for password and code before the second step is switched off. */
export function DisableSecondFactor({ profile, open, onClose }: DisableSecondFactorProps): ReactNode {
  const t = useText(accountTexts);
  const shared = useText(identityTexts);
  const refusals = useRefusals();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const close = (): void => {
    setPassword('');
    setCode('');
    onClose();
  };
  return (
    <ConfirmDialog
      open={open}
      onClose={close}
      title={t('second_factor.disable_title')}
      confirmLabel={t('second_factor.disable')}
      destructive
      refusals={refusals}
      onConfirm={async () => {
        await api.call(disableSecondFactor, {
          body: { code: code.trim(), ...(password === '' ? {} : { password }) },
        });
        notice.success(t('second_factor.disabled'));
        await invalidate(getProfile);
      }}
    >
      {t('second_factor.disable_help')}
      {profile.has_password ? (
        <TextField
          fullWidth
          required
          type="password"
          margin="normal"
          label={shared('password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      ) : null}
      <TextField
        fullWidth
        required
        margin="normal"
        label={t('second_factor.disable_code')}
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
    </ConfirmDialog>
  );
}
