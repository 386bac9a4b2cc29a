import { Button, Stack } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type ApiProblem, asProblem, ErrorNotice, useText } from '#platform/web';
import { CodeInput } from '../codes/code-input.tsx';
import { useRefusals } from '../texts/refusals.ts';
import { identityTexts } from '../texts.ts';
import { Resend } from './resend.tsx';

export interface MailedCodeFormProps {
  /** Rejects with a problem to show. */
  readonly onCode: (code: string) => Promise<void>;
  readonly onResend: () => Promise<unknown>;
}

/** Takes the six digits of a mail; sends them as soon as they are complete. */
export function MailedCodeForm({ onCode, onResend }: MailedCodeFormProps): ReactNode {
  const t = useText(identityTexts);
  const refusals = useRefusals();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const wrong = problem?.code === 'identity.code_invalid';

  const send = async (given: string): Promise<void> => {
    if (busy || given.length < 6) return;
    setBusy(true);
    setProblem(null);
    try {
      await onCode(given);
    } catch (error) {
      setProblem(asProblem(error));
      setCode('');
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(code);
  };
  return (
    <Stack component="form" noValidate spacing={2.5} onSubmit={submit}>
      <ErrorNotice error={wrong ? null : problem} refusals={refusals} />
      <CodeInput
        label={t('verify.code')}
        value={code}
        onChange={setCode}
        onComplete={(given) => void send(given)}
        fault={wrong ? t('refusal.code_invalid') : undefined}
        takesFocus
      />
      <Button type="submit" variant="contained" size="large" loading={busy}>
        {t('verify.action')}
      </Button>
      <Resend onResend={onResend} />
    </Stack>
  );
}
