import { Link as TextLink } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useApi, useText } from '#platform/web';
import { forgotPassword } from '../../contract/index.ts';
import { BarePage } from '../sign-in/bare-page.tsx';
import { useGivenEmail, useReturnPath } from '../sign-in/return-path.ts';
import { identityTexts } from '../texts.ts';
import { EmailStep } from './email-step.tsx';
import { ResetForm } from './reset-form.tsx';

/** A forgotten password: the address, then the code from the mail with a new password. */
export function ForgotPasswordScreen(): ReactNode {
  const t = useText(identityTexts);
  const api = useApi();
  const given = useGivenEmail();
  const { through } = useReturnPath();
  const [email, setEmail] = useState<string | null>(null);
  const send = (address: string) => api.call(forgotPassword, { body: { email: address } });
  const foot = (
    <TextLink component={Link} to={through('/login')}>
      {t('forgot.to_sign_in')}
    </TextLink>
  );
  if (email !== null) {
    return (
      <BarePage title={t('reset.title')} help={t('reset.help', { email })} foot={foot}>
        <ResetForm email={email} onResend={() => send(email)} />
      </BarePage>
    );
  }
  return (
    <BarePage title={t('forgot.title')} help={t('forgot.help')} foot={foot}>
      <EmailStep
        label={t('forgot.title')}
        action={t('forgot.action')}
        initial={given}
        onEmail={async (address) => {
          await send(address);
          setEmail(address);
        }}
      />
    </BarePage>
  );
}
