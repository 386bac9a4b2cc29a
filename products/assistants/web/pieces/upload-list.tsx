import CloseRounded from '@mui/icons-material/CloseRounded';
import { Box, Button, IconButton, Tooltip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { DataList, type RefusalTexts, useProblemText, useText } from '#platform/web';
import { FileSize } from './file-size.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { piecesTexts } from './texts.ts';
import type { SentFile, Uploads } from './use-uploads.ts';

interface RowProps {
  readonly file: SentFile;
  readonly refusals: RefusalTexts;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}

function Row({ file, refusals, onRetry, onRemove }: RowProps): ReactNode {
  const t = useText(piecesTexts);
  const problemText = useProblemText();
  const { name, size, state, progress, fault } = file;
  const action = state === 'failed' ? t('upload.hide', { name }) : t('upload.stop', { name });
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', py: 1, minWidth: 0 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: 560, overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
        {fault === null ? (
          <>
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 0.5 }}>
              <FileSize bytes={size} /> ·{' '}
              {state === 'waiting'
                ? t('upload.waiting')
                : t('upload.sending', { percent: Math.round(progress * 100) })}
            </Typography>
            <ProgressBar label={t('upload.progress', { name })} share={progress} />
          </>
        ) : (
          <Typography role="alert" variant="body2" sx={{ color: 'error.main' }}>
            {typeof fault === 'string' ? fault : problemText(fault, refusals)}
          </Typography>
        )}
      </Box>
      {fault === null || typeof fault === 'string' ? null : (
        <Button size="small" color="inherit" onClick={onRetry}>
          {t('upload.retry')}
        </Button>
      )}
      <Tooltip title={action}>
        <IconButton aria-label={action} onClick={onRemove}>
          <CloseRounded fontSize="small" />
        </IconButton>
      </Tooltip>
    </Box>
  );
}

export interface UploadListProps {
  readonly uploads: Uploads;
  readonly refusals: RefusalTexts;
}

/** Files on their way to the server, and those that did not get there. */
export function UploadList({ uploads, refusals }: UploadListProps): ReactNode {
  const t = useText(piecesTexts);
  if (uploads.files.length === 0) return null;
  return (
    <DataList items={uploads.files} keyOf={({ key }) => key} label={t('upload.list')} gap={0}>
      {(file) => (
        <Row
          file={file}
          refusals={refusals}
          onRetry={() => uploads.retry(file.key)}
          onRemove={() => uploads.remove(file.key)}
        />
      )}
    </DataList>
  );
}
