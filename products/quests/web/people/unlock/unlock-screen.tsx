import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined';
import LoginOutlined from '@mui/icons-material/LoginOutlined';
import MarkEmailReadOutlined from '@mui/icons-material/MarkEmailReadOutlined';
import { Button, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { Type } from 'typebox';
import {
  asProblem,
  EmptyState,
  Form,
  FormTextField,
  SubmitButton,
  useApi,
  useForm,
  useText,
} from '#platform/web';
import { requestUnlock } from '../../../contract/index.ts';
import { usePeopleRefusals } from '../refusals.ts';
import { peopleTexts } from '../texts.ts';
import { forgetUnlockToken, keptUnlockToken } from './unlock-token.ts';

type Outcome = 'sent' | 'pending' | 'old';

const icons = { sent: MarkEmailReadOutlined, pending: HourglassEmptyOutlined, old: LoginOutlined } as const;
const schema = Type.Object({ message: requestUnlock.body.properties.message });

function outcomeOf(error: unknown): Outcome | undefined {
  const { code } = asProblem(error);
  if (code === 'quests.unlock_pending') return 'pending';
  return code === 'identity.unlock_token_invalid' ? 'old' : undefined;
}

function UnlockForm({
  token,
  onOutcome,
}: {
  readonly token: string;
  readonly onOutcome: (outcome: Outcome) => void;
}): ReactNode {
  const t = useText(peopleTexts);
  const refusals = usePeopleRefusals();
  const api = useApi();
  const form = useForm({
    schema,
    initial: { message: '' },
    async submit({ message }) {
      try {
        await api.call(requestUnlock, { body: { unlock_token: token, message } });
        onOutcome('sent');
      } catch (error) {
        const outcome = outcomeOf(error);
        if (outcome === undefined) throw error;
        onOutcome(outcome);
      }
    },
  });
  return (
    <Form form={form} refusals={refusals} label={t('unlock.title')}>
      <FormTextField
        form={form}
        name="message"
        label={t('unlock.message')}
        help={t('unlock.message_help')}
        multiline
        minRows={4}
        maxRows={12}
        slotProps={{ htmlInput: { maxLength: 2_000 } }}
      />
      <SubmitButton form={form} size="large">
        {t('unlock.action')}
      </SubmitButton>
    </Form>
  );
}

/** Where a locked person asks to be let in again, with what the refused sign-in left behind. */
export function UnlockScreen(): ReactNode {
  const t = useText(peopleTexts);
  const [token] = useState(keptUnlockToken);
  const [outcome, setOutcome] = useState<Outcome | null>(token === null ? 'old' : null);
  const toSignIn = (
    <Button component={Link} to="/login" variant={outcome === 'old' ? 'contained' : 'outlined'}>
      {t('unlock.to_sign_in')}
    </Button>
  );
  if (outcome !== null || token === null) {
    const state = outcome ?? 'old';
    return (
      <div role="status">
        <EmptyState
          icon={icons[state]}
          heading="h1"
          title={t(`unlock.${state}`)}
          hint={t(`unlock.${state}_hint`)}
          action={toSignIn}
        />
      </div>
    );
  }
  return (
    <Stack spacing={3}>
      <Stack spacing={1}>
        <Typography variant="h1" sx={{ fontSize: '1.5rem' }}>
          {t('unlock.title')}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>{t('unlock.help')}</Typography>
      </Stack>
      <UnlockForm
        token={token}
        onOutcome={(next) => {
          forgetUnlockToken();
          setOutcome(next);
        }}
      />
      {toSignIn}
    </Stack>
  );
}
