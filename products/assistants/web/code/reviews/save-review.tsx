import BookmarkAddOutlined from '@mui/icons-material/BookmarkAddOutlined';
import { Autocomplete, Button, DialogContentText, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ErrorNotice, useCall, useInvalidate, useText } from '#platform/web';
import { listReviews, reviewTrend } from '../../../contract/index.ts';
import { FormDialog } from '../../pieces/form-dialog.tsx';
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

  const submit = async (): Promise<void> => {
    setTried(true);
    if (isEmpty) return;
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
    <FormDialog title={t('save')} submitLabel={t('save')} busy={busy} onSubmit={submit} onClose={onClose}>
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
    </FormDialog>
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
