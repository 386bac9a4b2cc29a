import { Link as TextLink } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { Form, FormTextField, SubmitButton, useApi, useForm, useLanguage, useText } from '#platform/web';
import { register } from '../../contract/index.ts';
import { PasswordStrength } from '../passwords/password-strength.tsx';
import { BarePage } from '../sign-in/bare-page.tsx';
import { useReturnPath } from '../sign-in/return-path.ts';
import { SocialButtons } from '../sign-in/social-buttons.tsx';
import { inWords, useRefusals } from '../texts/refusals.ts';
import { identityTexts } from '../texts.ts';

/** Asks for an account; the code in the mail comes next. */
export function RegisterScreen(): ReactNode {
  const t = useText(identityTexts);
  const refusals = useRefusals();
  const language = useLanguage();
  const api = useApi();
  const navigate = useNavigate();
  const { path, through } = useReturnPath();
  const form = useForm({
    schema: register.body,
    initial: {
      display_name: '',
      email: '',
      password: '',
      locale: language,
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    async submit(body) {
      try {
        await api.call(register, { body: { ...body, locale: language } });
      } catch (error) {
        throw inWords(error, refusals);
      }
      await navigate(through('/verify-email'), { state: { email: body.email } });
    },
  });
  return (
    <BarePage
      title={t('register.title')}
      foot={
        <>
          {t('register.have_account')}
          <TextLink component={Link} to={through('/login')}>
            {t('register.sign_in')}
          </TextLink>
        </>
      }
    >
      <Form form={form} refusals={refusals} label={t('register.title')}>
        <FormTextField form={form} name="display_name" label={t('display_name')} autoComplete="name" />
        <FormTextField form={form} name="email" type="email" label={t('email')} autoComplete="username" />
        <FormTextField
          form={form}
          name="password"
          type="password"
          label={t('password')}
          autoComplete="new-password"
          help={<PasswordStrength password={form.values.password ?? ''} />}
        />
        <SubmitButton form={form} size="large">
          {t('register.action')}
        </SubmitButton>
      </Form>
      <SocialButtons returnPath={path} />
    </BarePage>
  );
}
