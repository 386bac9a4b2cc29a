import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  TextField,
} from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '#platform/web';
import { projectsTexts } from '../texts.ts';

export interface ModulePathDialogProps {
  readonly name: string;
  readonly onPath: (path: string) => void;
  readonly onClose: () => void;
}

/** Asks where a single module belongs: its name alone does not tell. */
export function ModulePathDialog({ name, onPath, onClose }: ModulePathDialogProps): ReactNode {
  const t = useText(projectsTexts);
  const id = useId();
  const [path, setPath] = useState(name);
  const clean = path.trim().replaceAll('\\', '/').replace(/^\/+/, '');
  const isPath = clean.includes('/') && /\.bsl$/i.test(clean);
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isPath) onPath(clean);
        }}
      >
        <DialogTitle id={id}>{t('upload.module_title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <DialogContentText>{t('upload.module_text')}</DialogContentText>
          <TextField
            autoFocus
            fullWidth
            label={t('upload.module_path')}
            helperText={t('upload.module_help')}
            value={path}
            onChange={({ target }) => setPath(target.value)}
            slotProps={{ htmlInput: { maxLength: 500, spellCheck: false } }}
          />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={!isPath}>
            {t('upload.module_submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
