import { Box, Button, Dialog, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { CopyButton, useText } from '#platform/web';
import { accountTexts } from '../texts.ts';
import { NewKeyForm } from './new-key-form.tsx';

interface NewKeyDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Makes a key and shows it this once. */
export function NewKeyDialog({ open, onClose }: NewKeyDialogProps): ReactNode {
  const t = useText(accountTexts);
  const titleId = useId();
  const [made, setMade] = useState<{ readonly key: string; readonly name: string } | null>(null);
  const close = (): void => {
    onClose();
    setMade(null);
  };
  return (
    <Dialog
      open={open}
      // The key is shown once: a stray click must not lose it.
      onClose={made === null ? close : undefined}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="sm"
    >
      <DialogTitle id={titleId}>
        {made === null ? t('keys.create') : t('keys.created', { name: made.name })}
      </DialogTitle>
      <DialogContent sx={{ '&&': { pt: 1 } }}>
        {made === null ? (
          <NewKeyForm onCancel={close} onMade={({ key, api_key: row }) => setMade({ key, name: row.name })} />
        ) : (
          <Stack spacing={2.5}>
            <Typography sx={{ color: 'text.secondary' }}>{t('keys.created_help')}</Typography>
            <Stack
              direction="row"
              spacing={1}
              sx={{ alignItems: 'center', p: 1.5, borderRadius: '10px', bgcolor: 'background.default' }}
            >
              <Box
                component="code"
                data-testid="api-key"
                sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere', fontSize: '0.9375rem' }}
              >
                {made.key}
              </Box>
              <CopyButton text={made.key} label={t('keys.copy')} />
            </Stack>
            <Button variant="contained" onClick={close} sx={{ alignSelf: 'flex-end' }}>
              {t('keys.done')}
            </Button>
          </Stack>
        )}
      </DialogContent>
    </Dialog>
  );
}
