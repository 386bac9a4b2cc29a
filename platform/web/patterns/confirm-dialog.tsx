import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { ErrorNotice } from './error-notice.tsx';
import type { RefusalTexts } from './problem-text.ts';

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What will happen, in plain words; may hold fields. */
  readonly children?: ReactNode;
  readonly confirmLabel: string;
  /** Colours the button as something that cannot be undone. */
  readonly destructive?: boolean;
  /** The dialog stays open with the fault when this rejects, and closes when it is done. */
  readonly onConfirm: () => unknown;
  readonly onClose: () => void;
  readonly refusals?: RefusalTexts;
}

/** Asks before something of weight is done. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { open, title, children, confirmLabel, destructive = false, onConfirm, onClose, refusals } = props;
  const t = useText(platformTexts);
  const titleId = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const close = (): void => {
    if (busy) return;
    setError(null);
    onClose();
  };
  const confirm = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={open} onClose={close} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {children === undefined ? null : <DialogContentText component="div">{children}</DialogContentText>}
        <ErrorNotice error={error} {...(refusals === undefined ? {} : { refusals })} />
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={close} disabled={busy}>
          {t('cancel')}
        </Button>
        <Button
          variant="contained"
          color={destructive ? 'error' : 'primary'}
          loading={busy}
          onClick={() => void confirm()}
        >
          {confirmLabel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
