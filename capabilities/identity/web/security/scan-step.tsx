import { Box, Button, Stack, Typography } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { CopyButton, ErrorNotice, useSend, useText } from '#platform/web';
import { enableSecondFactor } from '../../contract/index.ts';
import { CodeInput } from '../codes/code-input.tsx';
import { useRefusals } from '../texts/refusals.ts';
import { accountTexts, identityTexts } from '../texts.ts';
import { QrCode } from './qr-code.tsx';

interface ScanStepProps {
  readonly secret: string;
  readonly address: string;
  readonly onCancel: () => void;
  readonly onCodes: (codes: readonly string[]) => void;
}

const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** The secret as a QR code and as text, and the first code made with it. */
export function ScanStep({ secret, address, onCancel, onCodes }: ScanStepProps): ReactNode {
  const t = useText(accountTexts);
  const shared = useText(identityTexts);
  const refusals = useRefusals();
  const [code, setCode] = useState('');
  const enable = useSend(enableSecondFactor, {
    onSuccess: ({ recovery_codes: codes }) => onCodes(codes),
    onError: () => setCode(''),
  });
  const wrong = enable.error?.code === 'identity.second_factor_wrong';
  const send = (given: string): void => {
    if (given.length === 6 && !enable.isPending) enable.mutate({ body: { code: given } });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send(code);
  };
  return (
    <Stack component="form" noValidate spacing={2.5} onSubmit={submit}>
      <Typography sx={{ color: 'text.secondary' }}>{t('second_factor.scan')}</Typography>
      <Box sx={{ display: 'grid', justifyItems: 'center' }}>
        <QrCode text={address} label={t('second_factor.qr')} />
      </Box>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {t('second_factor.key')}
          </Typography>
          <Typography
            variant="body2"
            data-testid="totp-secret"
            sx={{ fontFamily: 'ui-monospace, monospace', overflowWrap: 'anywhere' }}
          >
            {inGroups(secret)}
          </Typography>
        </Box>
        <CopyButton text={secret} label={t('second_factor.copy_key')} />
      </Stack>
      <ErrorNotice error={wrong ? null : enable.error} refusals={refusals} />
      <CodeInput
        label={t('second_factor.code')}
        value={code}
        onChange={setCode}
        onComplete={send}
        fault={wrong ? shared('refusal.second_factor_wrong') : undefined}
        takesFocus
      />
      <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end' }}>
        <Button color="inherit" onClick={onCancel}>
          {shared('back')}
        </Button>
        <Button type="submit" variant="contained" loading={enable.isPending}>
          {t('second_factor.confirm')}
        </Button>
      </Stack>
    </Stack>
  );
}
