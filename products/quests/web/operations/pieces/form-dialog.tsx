import { Button, Dialog, DialogContent, DialogTitle, Stack, useMediaQuery, useTheme } from '@mui/material';
import { type ReactNode, useId } from 'react';
import type { TObject } from 'typebox';
import { Form, type FormHandle, SubmitButton, useText } from '#platform/web';
import { useRefusals } from '../refusals.ts';
import { operationsTexts } from '../texts.ts';

interface FormDialogProps<Schema extends TObject> {
  readonly title: string;
  readonly form: FormHandle<Schema>;
  readonly submitLabel: string;
  readonly destructive?: boolean;
  /** Long forms fill the window of a phone. */
  readonly long?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a window of its own. Render it only while it is open, so that it starts afresh. */
export function FormDialog<Schema extends TObject>(props: FormDialogProps<Schema>): ReactNode {
  const { title, form, submitLabel, destructive = false, long = false, onClose, children } = props;
  const t = useText(operationsTexts);
  const refusals = useRefusals();
  const titleId = useId();
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const full = long && narrow;
  return (
    <Dialog
      open
      onClose={form.isSubmitting ? undefined : onClose}
      aria-labelledby={titleId}
      fullWidth
      fullScreen={full}
      maxWidth={long ? 'sm' : 'xs'}
      slotProps={{ paper: { sx: full ? { borderRadius: 0, border: 0 } : {} } }}
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent sx={{ '&&': { pt: 1 } }}>
        <Form form={form} refusals={refusals} label={title}>
          {children}
          <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end' }}>
            <Button color="inherit" onClick={onClose} disabled={form.isSubmitting}>
              {t('cancel')}
            </Button>
            <SubmitButton form={form} color={destructive ? 'error' : 'primary'}>
              {submitLabel}
            </SubmitButton>
          </Stack>
        </Form>
      </DialogContent>
    </Dialog>
  );
}
