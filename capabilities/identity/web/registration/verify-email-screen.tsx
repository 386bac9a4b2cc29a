import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useApi, useSession, useText } from '#platform/web';
import { resendCode, verifyEmail } from '../../contract/index.ts';
import { BarePage } from '../sign-in/bare-page.tsx';
import { useGivenEmail } from '../sign-in/return-path.ts';
import { identityTexts } from '../texts.ts';
import { EmailStep } from './email-step.tsx';
import { MailedCodeForm } from './mailed-code-form.tsx';

/** Proves an address with the code from the mail, which also signs in. */
export function VerifyEmailScreen(): ReactNode {
  const t = useText(identityTexts);
  const api = useApi();
  const session = useSession();
  const given = useGivenEmail();
  const [email, setEmail] = useState(given);
  const [asking, setAsking] = useState(given === '');

  if (asking) {
    return (
      <BarePage title={t('verify.title')} help={t('verify.ask_help')}>
        <EmailStep
          label={t('verify.title')}
          action={t('verify.send')}
          initial={email}
          onEmail={async (address) => {
            await api.call(resendCode, { body: { email: address } });
            setEmail(address);
            setAsking(false);
          }}
        />
      </BarePage>
    );
  }
  return (
    <BarePage
      title={t('verify.title')}
      help={t('verify.help', { email })}
      foot={
        <Button color="inherit" onClick={() => setAsking(true)}>
          {t('verify.other')}
        </Button>
      }
    >
      <MailedCodeForm
        onCode={async (code) => session.signIn(await api.call(verifyEmail, { body: { email, code } }))}
        onResend={() => api.call(resendCode, { body: { email } })}
      />
    </BarePage>
  );
}
