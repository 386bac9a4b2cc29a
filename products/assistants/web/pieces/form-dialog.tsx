import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useText } from '#platform/web';
import { piecesTexts } from './texts.ts';

export interface FormDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  /** It cannot be sent as it is. */
  readonly disabled?: boolean;
  /** It is on its way; meanwhile the dialog cannot be left. */
  readonly busy?: boolean;
  readonly maxWidth?: 'xs' | 'sm';
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => unknown;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a window of its own. Render it only while it is open, so that it starts afresh. */
export function FormDialog(props: FormDialogProps): ReactNode {
  const { title, submitLabel, disabled = false, busy = false, maxWidth = 'xs' } = props;
  const { onSubmit, onClose, children } = props;
  const t = useText(piecesTexts);
  const titleId = useId();
  return (
    <Dialog open onClose={busy ? undefined : onClose} aria-labelledby={titleId} fullWidth maxWidth={maxWidth}>
      <Box
        component="form"
        noValidate
        sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled && !busy) void onSubmit(event);
        }}
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2, '&&': { pt: 1 } }}>{children}</DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose} disabled={busy}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={disabled} loading={busy}>
            {submitLabel}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
