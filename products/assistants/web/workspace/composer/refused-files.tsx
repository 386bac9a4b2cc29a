import CloseRounded from '@mui/icons-material/CloseRounded';
import { Alert, Box, Button, IconButton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useProblemText, useText } from '#platform/web';
import { useRefusals } from '../refusals.ts';
import { workspaceTexts } from '../texts.ts';
import type { Upload } from './use-attach.ts';

export interface RefusedFilesProps {
  readonly uploads: readonly Upload[];
  readonly onAgain: (upload: Upload) => void;
  readonly onRemove: (key: string) => void;
}

/** Files that did not get along, each with the reason; those that may get along the next time are sent again. */
export function RefusedFiles({ uploads, onAgain, onRemove }: RefusedFilesProps): ReactNode {
  const t = useText(workspaceTexts);
  const problemText = useProblemText();
  const refusals = useRefusals();
  const refused = uploads.flatMap((upload) =>
    upload.fault === null ? [] : [{ upload, name: upload.name, key: upload.key, fault: upload.fault }],
  );
  if (refused.length === 0) return null;
  return (
    <Alert
      severity="error"
      variant="outlined"
      sx={{ py: 0.25, '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}
    >
      <Box
        component="ul"
        aria-label={t('file.refused')}
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.25 }}
      >
        {refused.map(({ upload, key, name, fault }) => (
          <Box component="li" key={key} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
            <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {name}: {fault === 'too_large' ? t('refusal.file_too_large') : problemText(fault, refusals)}
            </Typography>
            {fault !== 'too_large' && fault.passing ? (
              <Button size="small" color="inherit" onClick={() => onAgain(upload)}>
                {t('file.again')}
              </Button>
            ) : null}
            <IconButton
              size="small"
              color="inherit"
              aria-label={t('file.dismiss', { name })}
              onClick={() => onRemove(key)}
            >
              <CloseRounded sx={{ fontSize: 18 }} />
            </IconButton>
          </Box>
        ))}
      </Box>
    </Alert>
  );
}
