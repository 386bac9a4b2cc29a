import { Button, MenuItem, Stack, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ErrorNotice, useSend, useText } from '#platform/web';
import { createReason, listReasons } from '../../contract/index.ts';
import { useModerationRefusals } from '../refusals.ts';
import { moderationTexts } from '../texts.ts';

const blank = { kind: '*', locale: 'ru', code: '', decision: 'reject', title: '', body: '' } as const;
type Draft = { readonly [Name in keyof typeof blank]: string };

/** Adds a reason template. */
export function NewReason({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useText(moderationTexts);
  const refusals = useModerationRefusals();
  const [draft, setDraft] = useState<Draft>(blank);
  const create = useSend(createReason, { invalidates: [listReasons], onSuccess: onDone });
  const field = (name: keyof Draft, label: string) => ({
    label,
    value: draft[name],
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      setDraft({ ...draft, [name]: target.value }),
  });
  const send = (): void =>
    create.mutate({
      body: {
        ...draft,
        locale: draft.locale === 'en' ? 'en' : 'ru',
        decision: draft.decision === 'approve' ? 'approve' : 'reject',
      },
    });
  return (
    <Stack spacing={1.5} component="section" aria-label={t('reasons.add')} sx={{ mb: 3 }}>
      <TextField {...field('kind', t('reasons.for'))} helperText={t('reasons.kind_help')} />
      <TextField select {...field('locale', t('reasons.locale'))}>
        <MenuItem value="ru">Русский</MenuItem>
        <MenuItem value="en">English</MenuItem>
      </TextField>
      <TextField select {...field('decision', t('reasons.decision'))}>
        <MenuItem value="approve">{t('approve')}</MenuItem>
        <MenuItem value="reject">{t('reject')}</MenuItem>
      </TextField>
      <TextField {...field('code', t('reasons.code'))} slotProps={{ htmlInput: { maxLength: 40 } }} />
      <TextField {...field('title', t('reasons.name'))} slotProps={{ htmlInput: { maxLength: 120 } }} />
      <TextField
        multiline
        {...field('body', t('reasons.body'))}
        slotProps={{ htmlInput: { maxLength: 2_000 } }}
      />
      <ErrorNotice error={create.error} refusals={refusals} />
      <Button
        variant="contained"
        loading={create.isPending}
        disabled={
          !/^[a-z][a-z0-9_]*$/.test(draft.code) || draft.title.trim() === '' || draft.body.trim() === ''
        }
        onClick={send}
      >
        {t('reasons.save')}
      </Button>
    </Stack>
  );
}
