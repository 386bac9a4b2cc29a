import type { ReactNode } from 'react';
import { Form, FormTextField, SubmitButton, useForm, useText } from '#platform/web';
import { resendCode } from '../../contract/index.ts';
import { inWords, useRefusals } from '../texts/refusals.ts';
import { identityTexts } from '../texts.ts';

export interface EmailStepProps {
  readonly label: string;
  readonly action: string;
  readonly initial: string;
  /** Rejects with a problem to show. */
  readonly onEmail: (email: string) => Promise<void>;
}

/** Asks for an address and hands it on. */
export function EmailStep({ label, action, initial, onEmail }: EmailStepProps): ReactNode {
  const t = useText(identityTexts);
  const refusals = useRefusals();
  const form = useForm({
    schema: resendCode.body,
    initial: { email: initial },
    async submit({ email }) {
      try {
        await onEmail(email);
      } catch (error) {
        throw inWords(error, refusals);
      }
    },
  });
  return (
    <Form form={form} refusals={refusals} label={label}>
      <FormTextField form={form} name="email" type="email" label={t('email')} autoComplete="username" />
      <SubmitButton form={form} size="large">
        {action}
      </SubmitButton>
    </Form>
  );
}
