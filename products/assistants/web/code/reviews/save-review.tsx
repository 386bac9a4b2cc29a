import BookmarkAddOutlined from '@mui/icons-material/BookmarkAddOutlined';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  TextField,
} from '@mui/material';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { ErrorNotice, useCall, useInvalidate, useText } from '#platform/web';
import { listReviews, reviewTrend } from '../../../contract/index.ts';
import { useCodeRefusals } from '../refusals.ts';
import { reviewsTexts } from './texts.ts';

export interface SaveReviewProps {
  /** Keeps what was found under a name; the dialog stays open with the fault when this rejects. */
  readonly onSave: (name: string) => unknown;
  /** The archive is sent and checked once more. */
  readonly repeats?: boolean;
}

function SaveDialog({
  onSave,
  repeats = false,
  onClose,
}: SaveReviewProps & { readonly onClose: () => void }) {
  const t = useText(reviewsTexts);
  const titleId = useId();
  const refusals = useCodeRefusals();
  const invalidate = useInvalidate();
  // Names that are there already: reviews of one name make a trend.
  const known = useCall(listReviews, { query: { limit: 100 } });
  const names = [...new Set(known.data?.items.map(({ name }) => name))];
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isEmpty = name.trim() === '';

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (isEmpty || busy) return;
    setBusy(true);
    setError(null);
    try {
      await onSave(name.trim());
      await invalidate(listReviews, reviewTrend);
      onClose();
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={busy ? undefined : onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{t('save')}</DialogTitle>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <DialogContentText>{repeats ? t('save_again') : t('save_help')}</DialogContentText>
          <ErrorNotice error={error} refusals={refusals} />
          <Autocomplete
            freeSolo
            options={names}
            inputValue={name}
            onInputChange={(_event, text) => setName(text)}
            renderInput={(input) => (
              <TextField
                {...input}
                autoFocus
                required
                label={t('name')}
                error={tried && isEmpty}
                helperText={tried && isEmpty ? t('name_needed') : t('name_help')}
                slotProps={{
                  ...input.slotProps,
                  htmlInput: { ...input.slotProps.htmlInput, maxLength: 120 },
                }}
              />
            )}
          />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose} disabled={busy}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy}>
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Keeps the result of a check for the company, to be opened and compared later. */
export function SaveReview(props: SaveReviewProps): ReactNode {
  const t = useText(reviewsTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<BookmarkAddOutlined fontSize="small" />}
        onClick={() => setOpen(true)}
      >
        {t('save')}
      </Button>
      {open ? <SaveDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
