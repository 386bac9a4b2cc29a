import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ErrorNotice, useText } from '#platform/web';
import { tenantsTexts } from './texts.ts';
import { useTenantRefusals } from './use-refusals.ts';

export interface NameDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly initial?: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onSave: (name: string) => void;
}

/** Asks for a company's name. */
export function NameDialog({
  open,
  title,
  initial = '',
  busy,
  error,
  onClose,
  onSave,
}: NameDialogProps): ReactNode {
  const t = useText(tenantsTexts);
  const refusals = useTenantRefusals();
  const [name, setName] = useState(initial);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() !== '') onSave(name.trim());
  }
  return (
    <Dialog open={open} onClose={onClose} fullWidth maxWidth="xs">
      <form onSubmit={submit}>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <ErrorNotice error={error} refusals={refusals} />
          <TextField
            autoFocus
            required
            label={t('name')}
            value={name}
            onChange={({ target }) => setName(target.value)}
            slotProps={{ htmlInput: { maxLength: 120 } }}
            sx={{ mt: 1 }}
          />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy} disabled={name.trim() === ''}>
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
