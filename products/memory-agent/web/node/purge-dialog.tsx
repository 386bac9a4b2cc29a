import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  TextField,
} from '@mui/material';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { ErrorNotice, useText } from '#platform/web';
import { useRefusals } from '../refusals.ts';
import { memoryTexts } from '../texts.ts';

export interface PurgeDialogProps {
  /** The dialog stays open with the fault when this rejects. */
  readonly onPurge: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for a word to be typed before a memory is deleted for good. */
export function PurgeDialog({ onPurge, onClose }: PurgeDialogProps): ReactNode {
  const t = useText(memoryTexts);
  const refusals = useRefusals();
  const titleId = useId();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const word = t('node.purge_word');
  const ready = typed.trim().toLowerCase() === word.toLowerCase();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    setError(null);
    try {
      await onPurge();
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id={titleId}>{t('node.purge_title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <DialogContentText>{t('node.purge_text')}</DialogContentText>
          <ErrorNotice error={error} refusals={refusals} />
          <TextField
            autoFocus
            autoComplete="off"
            label={t('node.purge_type', { word })}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('word.cancel')}
          </Button>
          <Button type="submit" variant="contained" color="error" disabled={!ready} loading={busy}>
            {t('node.purge')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
