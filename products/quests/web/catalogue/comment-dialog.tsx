import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { ErrorNotice, useText } from '#platform/web';
import { catalogueTexts } from './texts.ts';

interface CommentDialogProps {
  readonly title: string;
  readonly hint?: string;
  readonly label: string;
  readonly maxLength: number;
  readonly isSending: boolean;
  readonly error: unknown;
  readonly onSend: (comment: string) => void;
  readonly onClose: () => void;
}

/** Asks for a few words: a report. */
export function CommentDialog(props: CommentDialogProps): ReactNode {
  const { title, hint, label, maxLength, isSending, error, onSend, onClose } = props;
  const t = useText(catalogueTexts);
  const titleId = useId();
  const [text, setText] = useState('');
  const comment = text.trim();
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby={titleId} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (comment !== '') onSend(comment);
        }}
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {hint === undefined ? null : <Typography sx={{ color: 'text.secondary' }}>{hint}</Typography>}
          <ErrorNotice error={error} />
          <TextField
            fullWidth
            multiline
            required
            minRows={3}
            maxRows={8}
            label={label}
            value={text}
            onChange={({ target }) => setText(target.value)}
            slotProps={{ htmlInput: { maxLength } }}
            sx={{ mt: 1 }}
          />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('buy.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={comment === ''} loading={isSending}>
            {t('report_send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
