import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import { CopyButton, useText } from '#platform/web';
import { readDiff } from '../pieces/diff.rules.ts';
import { DiffView } from '../pieces/diff-view.tsx';
import { queryTexts } from './texts.ts';

export interface Preview {
  readonly title: string;
  readonly text: string;
  readonly diff: string;
  /** Queries that were left as they are in their module. */
  readonly left: number;
}

export interface PreviewDialogProps {
  readonly preview: Preview;
  readonly onApply: (text: string) => void;
  readonly onClose: () => void;
}

/** Shows a whole new text before it takes the place of the old one. */
export function PreviewDialog({ preview, onApply, onClose }: PreviewDialogProps): ReactNode {
  const t = useText(queryTexts);
  const lines = useMemo(() => readDiff(preview.diff), [preview.diff]);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="preview-title">
      <DialogTitle id="preview-title">{preview.title}</DialogTitle>
      <DialogContent>
        {preview.left === 0 ? null : (
          <Alert severity="info" sx={{ mb: 1.5 }}>
            {t('preview.left', { count: preview.left })}
          </Alert>
        )}
        {lines.length === 0 ? (
          <Typography>{t('preview.nothing')}</Typography>
        ) : (
          <DiffView lines={lines} label={t('preview.diff')} />
        )}
      </DialogContent>
      <DialogActions>
        {lines.length === 0 ? null : <CopyButton text={preview.text} label={t('preview.copy')} />}
        <Button color="inherit" onClick={onClose}>
          {t('preview.cancel')}
        </Button>
        {lines.length === 0 ? null : (
          <Button variant="contained" onClick={() => onApply(preview.text)}>
            {t('preview.apply')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
