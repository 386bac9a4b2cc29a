import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ErrorNotice, useApi, useSend, useSession, useText } from '#platform/web';
import { completeSocial, confirmSocial } from '../../contract/index.ts';
import { EmailStep } from '../registration/email-step.tsx';
import { MailedCodeForm } from '../registration/mailed-code-form.tsx';
import { BarePage } from '../sign-in/bare-page.tsx';
import { useRefusals } from '../texts/refusals.ts';
import { identityTexts } from '../texts.ts';

interface PendingStepProps {
  readonly token: string;
  readonly needsEmail: boolean;
}

/** Completes a first sign-in through a provider: an address, and the code that went there. */
export function PendingStep({ token, needsEmail }: PendingStepProps): ReactNode {
  const t = useText(identityTexts);
  const refusals = useRefusals();
  const api = useApi();
  const session = useSession();
  const [sentTo, setSentTo] = useState<{ readonly email?: string } | null>(null);
  const complete = useSend(completeSocial, { onSuccess: () => setSentTo({}), onError: () => {} });

  if (sentTo !== null) {
    return (
      <BarePage title={t('verify.title')} help={t('social.code_help')}>
        <MailedCodeForm
          onCode={async (code) =>
            session.signIn(await api.call(confirmSocial, { body: { pending_token: token, code } }))
          }
          onResend={() => api.call(completeSocial, { body: { pending_token: token, ...sentTo } })}
        />
      </BarePage>
    );
  }
  if (!needsEmail) {
    return (
      <BarePage title={t('verify.title')} help={t('social.known_help')}>
        <ErrorNotice error={complete.error} refusals={refusals} />
        <Button
          variant="contained"
          size="large"
          loading={complete.isPending}
          onClick={() => complete.mutate({ body: { pending_token: token } })}
        >
          {t('social.send')}
        </Button>
      </BarePage>
    );
  }
  return (
    <BarePage title={t('social.email_title')} help={t('social.email_help')}>
      <EmailStep
        label={t('social.email_title')}
        action={t('social.send')}
        initial=""
        onEmail={async (email) => {
          await api.call(completeSocial, { body: { pending_token: token, email } });
          setSentTo({ email });
        }}
      />
    </BarePage>
  );
}
