import { Button, Checkbox, FormControlLabel, MenuItem, Stack, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useCall, useLanguage, useText } from '#platform/web';
import { listReasons, type ModerationCaseDetail } from '../../contract/index.ts';
import { moderationTexts } from '../texts.ts';

export interface ChosenDecision {
  readonly decision: 'approve' | 'reject';
  readonly reason_code: string;
  readonly note?: string;
  readonly block_images?: boolean;
}

interface DecisionFormProps {
  readonly found: ModerationCaseDetail;
  readonly busy: boolean;
  /** Which reasons are offered. */
  readonly decision: 'approve' | 'reject';
  readonly onDecide: (decision: ChosenDecision) => void;
}

/** Why, in words ready to be chosen, and a note. */
export function DecisionForm({ found, busy, decision, onDecide }: DecisionFormProps): ReactNode {
  const t = useText(moderationTexts);
  const locale = useLanguage();
  const { data } = useCall(listReasons, { query: { kind: found.kind, locale, limit: 100 } });
  const offered = (data?.items ?? []).filter((reason) => reason.decision === decision);
  const [chosen, setChosen] = useState('');
  const [note, setNote] = useState('');
  const [blocks, setBlocks] = useState(false);
  const reason = offered.find(({ code }) => code === chosen) ?? offered[0];
  const hasImages = (found.preview?.image_file_ids.length ?? 0) > 0;
  const send = (): void => {
    if (reason === undefined) return;
    onDecide({
      decision,
      reason_code: reason.code,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(blocks && decision === 'reject' ? { block_images: true } : {}),
    });
  };
  return (
    <Stack spacing={1.5}>
      <TextField
        select
        label={t('reason')}
        value={reason?.code ?? ''}
        helperText={reason?.body}
        onChange={({ target }) => setChosen(target.value)}
      >
        {offered.map(({ id, code, title }) => (
          <MenuItem key={id} value={code}>
            {title}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('note')}
        value={note}
        multiline
        onChange={({ target }) => setNote(target.value)}
        slotProps={{ htmlInput: { maxLength: 2_000 } }}
      />
      {hasImages && decision === 'reject' ? (
        <FormControlLabel
          label={t('block_images')}
          control={<Checkbox checked={blocks} onChange={({ target }) => setBlocks(target.checked)} />}
        />
      ) : null}
      <Button
        variant="contained"
        color={decision === 'approve' ? 'success' : 'error'}
        disabled={reason === undefined}
        loading={busy}
        onClick={send}
      >
        {t(decision)}
      </Button>
    </Stack>
  );
}
