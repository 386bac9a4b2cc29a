import { DialogContentText, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useText } from '#platform/web';
import { FormDialog } from '../../pieces/form-dialog.tsx';
import { projectsTexts } from '../texts.ts';

export interface ModulePathDialogProps {
  readonly name: string;
  readonly onPath: (path: string) => void;
  readonly onClose: () => void;
}

/** Asks where a single module belongs: its name alone does not tell. */
export function ModulePathDialog({ name, onPath, onClose }: ModulePathDialogProps): ReactNode {
  const t = useText(projectsTexts);
  const [path, setPath] = useState(name);
  const clean = path.trim().replaceAll('\\', '/').replace(/^\/+/, '');
  const isPath = clean.includes('/') && /\.bsl$/i.test(clean);
  return (
    <FormDialog
      title={t('upload.module_title')}
      submitLabel={t('upload.module_submit')}
      maxWidth="sm"
      disabled={!isPath}
      onSubmit={() => onPath(clean)}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
