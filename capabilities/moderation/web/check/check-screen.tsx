import { Alert, Button, Card, Checkbox, FormControlLabel, Stack, TextField } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ErrorNotice, Page, useSend, useText } from '#platform/web';
import { type CaseFlag, checkText } from '../../contract/index.ts';
import { DeskTabs } from '../access/desk-tabs.tsx';
import { useFlagName } from '../desk/flag-name.ts';
import { MarkedText } from '../desk/marked-text.tsx';
import { useModerationRefusals } from '../refusals.ts';
import { moderationTexts } from '../texts.ts';

interface Checked {
  readonly text: string;
  readonly verdict: 'clean' | 'flag' | 'hold';
  readonly flags: readonly CaseFlag[];
}

const severities = { clean: 'success', flag: 'warning', hold: 'error' } as const;

function Verdict({ checked: { text, verdict, flags } }: { readonly checked: Checked }): ReactNode {
  const t = useText(moderationTexts);
  const nameOf = useFlagName();
  const names = [...new Set(flags.map(({ code }) => nameOf(code)))];
  return (
    <Stack spacing={1.5}>
      <Alert severity={severities[verdict]} role="status">
        {t(`check.${verdict}`)}
        {names.length === 0 ? '' : ` ${names.join(', ')}`}
      </Alert>
      {flags.some(({ at }) => at !== undefined) ? (
        <Card sx={{ p: 2 }}>
          <MarkedText text={text} marks={flags.filter(({ at }) => at !== undefined)} />
        </Card>
      ) : null}
    </Stack>
  );
}

/** `/moderation/check`: what the filters think of a text; nothing is kept. */
export function CheckScreen(): ReactNode {
  const t = useText(moderationTexts);
  const refusals = useModerationRefusals();
  const [text, setText] = useState('');
  const [isNew, setNew] = useState(false);
  const [checked, setChecked] = useState<Checked | null>(null);
  const check = useSend(checkText);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    check.mutate(
      { body: { text, new_author: isNew } },
      { onSuccess: ({ verdict, flags }) => setChecked({ text, verdict, flags }) },
    );
  };
  return (
    <Page title={t('check.title')} help={t('check.help')} width="narrow" actions={<DeskTabs here="check" />}>
      <Stack spacing={3}>
        <Stack component="form" spacing={1.5} noValidate onSubmit={submit}>
          <TextField
            multiline
            minRows={4}
            label={t('check.text')}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setChecked(null);
            }}
            slotProps={{ htmlInput: { maxLength: 10_000 } }}
          />
          <FormControlLabel
            label={t('check.new_author')}
            control={
              <Checkbox
                checked={isNew}
                onChange={({ target }) => {
                  setNew(target.checked);
                  setChecked(null);
                }}
              />
            }
          />
          <ErrorNotice error={check.error} refusals={refusals} />
          <Button
            type="submit"
            variant="contained"
            disabled={text.trim() === ''}
            loading={check.isPending}
            sx={{ alignSelf: 'start' }}
          >
            {t('check.run')}
          </Button>
        </Stack>
        {checked === null ? null : <Verdict checked={checked} />}
      </Stack>
    </Page>
  );
}
