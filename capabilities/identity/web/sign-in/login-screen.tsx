import { Link as TextLink } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import {
  asProblem,
  Form,
  FormTextField,
  SubmitButton,
  useApi,
  useForm,
  useNotice,
  useSession,
  useText,
} from '#platform/web';
import { login } from '../../contract/index.ts';
import { useRefusals } from '../texts/refusals.ts';
import { identityTexts } from '../texts.ts';
import { BarePage } from './bare-page.tsx';
import { ChallengeStep } from './challenge-step.tsx';
import { useGivenEmail, useReturnPath } from './return-path.ts';
import { SocialButtons } from './social-buttons.tsx';
import { UnlockOffer } from './unlock-offer.tsx';

/** Sign-in with e-mail and password, then the second step where it is on; the frame leads on from there. */
export function LoginScreen(): ReactNode {
  const t = useText(identityTexts);
  const refusals = useRefusals();
  const api = useApi();
  const session = useSession();
  const notice = useNotice();
  const navigate = useNavigate();
  const { path, through } = useReturnPath();
  const given = useGivenEmail();
  const [challenge, setChallenge] = useState<string | null>(null);

  const form = useForm({
    schema: login.body,
    initial: { email: given, password: '' },
    async submit(body) {
      try {
        const reply = await api.call(login, { body });
        if ('challenge' in reply) setChallenge(reply.challenge_token);
        else session.signIn(reply);
      } catch (error) {
        if (asProblem(error).code !== 'identity.email_not_verified') throw error;
        notice.info(t('sign_in.verify_first'));
        await navigate(through('/verify-email'), { state: { email: body.email } });
      }
    },
  });

  if (challenge !== null) {
    return (
      <ChallengeStep
        token={challenge}
        onRestart={() => {
          form.reset({ email: form.values.email ?? '', password: '' });
          setChallenge(null);
        }}
      />
    );
  }
  return (
    <BarePage
      title={t('sign_in.title')}
      foot={
        <>
          {t('sign_in.no_account')}
          <TextLink component={Link} to={through('/register')}>
            {t('sign_in.register')}
          </TextLink>
        </>
      }
    >
      <Form form={form} refusals={refusals} label={t('sign_in.title')}>
        <UnlockOffer error={form.problem} />
        <FormTextField form={form} name="email" type="email" label={t('email')} autoComplete="username" />
        <FormTextField
          form={form}
          name="password"
          type="password"
          label={t('password')}
          autoComplete="current-password"
        />
        <SubmitButton form={form} size="large">
          {t('sign_in.action')}
        </SubmitButton>
        <TextLink
          component={Link}
          to={through('/forgot-password')}
          state={{ email: form.values.email ?? '' }}
          sx={{ alignSelf: 'center', fontSize: '0.9375rem' }}
        >
          {t('sign_in.forgot')}
        </TextLink>
      </Form>
      <SocialButtons returnPath={path} />
    </BarePage>
  );
}
