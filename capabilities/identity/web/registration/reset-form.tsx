import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import {
  Form,
  FormTextField,
  SubmitButton,
  useApi,
  useFaultText,
  useForm,
  useNotice,
  useText,
} from '#platform/web';
import { resetPassword } from '../../contract/index.ts';
import { CodeInput } from '../codes/code-input.tsx';
import { PasswordStrength } from '../passwords/password-strength.tsx';
import { useReturnPath } from '../sign-in/return-path.ts';
import { inWords, useRefusals } from '../texts/refusals.ts';
import { identityTexts } from '../texts.ts';
import { Resend } from './resend.tsx';

interface ResetFormProps {
  readonly email: string;
  readonly onResend: () => Promise<unknown>;
}

/** The code from the mail together with the new password. */
export function ResetForm({ email, onResend }: ResetFormProps): ReactNode {
  const t = useText(identityTexts);
  const refusals = useRefusals();
  const faultText = useFaultText();
  const api = useApi();
  const notice = useNotice();
  const navigate = useNavigate();
  const { through } = useReturnPath();
  const form = useForm({
    schema: resetPassword.body,
    initial: { email, code: '', password: '' },
    async submit(body) {
      try {
        await api.call(resetPassword, { body });
      } catch (error) {
        throw inWords(error, refusals);
      }
      notice.success(t('reset.done'));
      await navigate(through('/login'), { state: { email } });
    },
  });
  const fault = form.faultOf('code');
  return (
    <Form form={form} refusals={refusals} label={t('reset.title')}>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <CodeInput
        label={t('verify.code')}
        value={form.values.code ?? ''}
        onChange={(code) => form.set('code', code)}
        fault={fault === undefined ? undefined : faultText(fault)}
        takesFocus
      />
      <FormTextField
        form={form}
        name="password"
        type="password"
        label={t('reset.new_password')}
        autoComplete="new-password"
        help={<PasswordStrength password={form.values.password ?? ''} />}
      />
      <SubmitButton form={form} size="large">
        {t('reset.action')}
      </SubmitButton>
      <Resend onResend={onResend} />
    </Form>
  );
}
