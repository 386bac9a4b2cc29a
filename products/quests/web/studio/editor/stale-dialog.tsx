import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { ErrorNotice, useText } from '#platform/web';
import { useDesk, useDeskState } from '../draft/desk-context.ts';
import { studioTexts } from '../texts.ts';

/** Two windows wrote the same quest: the author chooses which version is to stay. */
export function StaleDialog(): ReactNode {
  const t = useText(studioTexts);
  const desk = useDesk();
  const { saving } = useDeskState();
  const titleId = useId();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState<'mine' | 'theirs' | null>(null);
  const settle = async (whose: 'mine' | 'theirs'): Promise<void> => {
    setBusy(whose);
    setError(null);
    try {
      await (whose === 'mine' ? desk.overwrite() : desk.takeTheirs());
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(null);
    }
  };
  return (
    <Dialog open={saving === 'stale'} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{t('stale.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <DialogContentText>{t('stale.help')}</DialogContentText>
        <ErrorNotice error={error} />
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button color="inherit" loading={busy === 'theirs'} onClick={() => void settle('theirs')}>
          {t('stale.theirs')}
        </Button>
        <Button variant="contained" loading={busy === 'mine'} onClick={() => void settle('mine')}>
          {t('stale.mine')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
