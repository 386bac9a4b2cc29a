import { Button, Stack, TextField } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ErrorNotice, useNotice, useSend, useSession, useText } from '#platform/web';
import { verifySecondFactor } from '../../contract/index.ts';
import { CodeInput } from '../codes/code-input.tsx';
import { useRefusals } from '../texts/refusals.ts';
import { identityTexts } from '../texts.ts';
import { BarePage } from './bare-page.tsx';
import { UnlockOffer } from './unlock-offer.tsx';

export interface ChallengeStepProps {
  readonly token: string;
  /** Back to the password: asked for, or the token ran out. */
  readonly onRestart: () => void;
}

/** The second step of a sign-in: six digits, or a recovery code. */
export function ChallengeStep({ token, onRestart }: ChallengeStepProps): ReactNode {
  const t = useText(identityTexts);
  const refusals = useRefusals();
  const session = useSession();
  const notice = useNotice();
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const verify = useSend(verifySecondFactor, {
    onSuccess: session.signIn,
    onError(problem) {
      setCode('');
      if (problem.code !== 'identity.challenge_invalid') return;
      notice.warning(t('challenge.expired'));
      onRestart();
    },
  });
  const send = (given: string): void => {
    if (given.trim() === '' || verify.isPending) return;
    verify.mutate({ body: { challenge_token: token, code: given.trim() } });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send(code);
  };
  return (
    <BarePage
      title={t('challenge.title')}
      help={recovery ? t('challenge.recovery_help') : t('challenge.help')}
      foot={
        <Button color="inherit" onClick={onRestart}>
          {t('back')}
        </Button>
      }
    >
      <Stack component="form" noValidate spacing={2.5} onSubmit={submit}>
        <ErrorNotice error={verify.error} refusals={refusals} />
        <UnlockOffer error={verify.error} />
        {recovery ? (
          <TextField
            fullWidth
            required
            label={t('challenge.recovery_code')}
            value={code}
            autoComplete="off"
            placeholder="xxxxx-xxxxx"
            slotProps={{ htmlInput: { maxLength: 16, autoCapitalize: 'none', spellCheck: false } }}
            onChange={(event) => setCode(event.target.value)}
          />
        ) : (
          <CodeInput
            label={t('challenge.code')}
            value={code}
            onChange={setCode}
            onComplete={send}
            takesFocus
          />
        )}
        <Button type="submit" variant="contained" size="large" loading={verify.isPending}>
          {t('challenge.action')}
        </Button>
        <Button
          color="primary"
          onClick={() => {
            setCode('');
            verify.reset();
            setRecovery(!recovery);
          }}
        >
          {recovery ? t('challenge.use_app') : t('challenge.use_recovery')}
        </Button>
      </Stack>
    </BarePage>
  );
}
