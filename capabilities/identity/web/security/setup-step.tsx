import { Button, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Form, FormTextField, SubmitButton, useApi, useForm, useText } from '#platform/web';
import { setupSecondFactor } from '../../contract/index.ts';
import { inWords, useRefusals } from '../texts/refusals.ts';
import { accountTexts, identityTexts } from '../texts.ts';

interface SetupStepProps {
  readonly hasPassword: boolean;
  readonly onCancel: () => void;
  readonly onReady: (reply: { readonly secret: string; readonly otpauth_url: string }) => void;
}

/** Makes sure it is still the person, and gets a secret. */
export function SetupStep({ hasPassword, onCancel, onReady }: SetupStepProps): ReactNode {
  const t = useText(accountTexts);
  const shared = useText(identityTexts);
  const refusals = useRefusals();
  const api = useApi();
  const form = useForm({
    schema: setupSecondFactor.body,
    initial: { password: '' },
    async submit(body) {
      try {
        onReady(await api.call(setupSecondFactor, { body }));
      } catch (error) {
        throw inWords(error, refusals);
      }
    },
  });
  return (
    <Form form={form} refusals={refusals} label={t('second_factor.title')}>
      <Typography sx={{ color: 'text.secondary' }}>{t('second_factor.password_help')}</Typography>
      {hasPassword ? (
        <FormTextField
          form={form}
          name="password"
          type="password"
          label={shared('password')}
          autoComplete="current-password"
        />
      ) : null}
      <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end' }}>
        <Button color="inherit" onClick={onCancel}>
          {shared('back')}
        </Button>
        <SubmitButton form={form}>{t('second_factor.continue')}</SubmitButton>
      </Stack>
    </Form>
  );
}
