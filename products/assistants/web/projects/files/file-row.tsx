import CloseRounded from '@mui/icons-material/CloseRounded';
import CodeOutlined from '@mui/icons-material/CodeOutlined';
import FolderZipOutlined from '@mui/icons-material/FolderZipOutlined';
import { Alert, Chip, IconButton, Tooltip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { RelativeTime, useLocalized, useText } from '#platform/web';
import type { ProjectUpload } from '../../../contract/index.ts';
import { FileEntry } from '../../pieces/file-entry.tsx';
import { FileSize } from '../../pieces/file-size.tsx';
import { ProgressBar } from '../../pieces/progress-bar.tsx';
import { projectsTexts } from '../texts.ts';

export interface FileRowProps {
  readonly file: ProjectUpload;
  readonly mayChange: boolean;
  readonly onRemove: () => void;
}

/** A file of a project: how far it is, and why it was not read. */
export function FileRow({ file, mayChange, onRemove }: FileRowProps): ReactNode {
  const t = useText(projectsTexts);
  const localized = useLocalized();
  const { name, kind, size, status, progress, fault, created_at: createdAt } = file;
  const busy = status === 'waiting' || status === 'reading';
  const remove = status === 'refused' ? t('files.forget', { name }) : t('files.remove', { name });
  return (
    <FileEntry
      icon={kind === 'archive' ? FolderZipOutlined : CodeOutlined}
      title={name}
      to={null}
      state={
        status === 'current' ? null : (
          <Chip
            size="small"
            variant="outlined"
            color={status === 'refused' ? 'warning' : 'info'}
            label={
              status === 'reading'
                ? t('files.reading', { percent: Math.round(progress * 100) })
                : t(`files.${status}`)
            }
          />
        )
      }
      actions={
        mayChange && !busy ? (
          <Tooltip title={remove}>
            <IconButton aria-label={remove} onClick={onRemove}>
              <CloseRounded fontSize="small" />
            </IconButton>
          </Tooltip>
        ) : null
      }
    >
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {t(`files.${kind}`)} · <FileSize bytes={size} /> · <RelativeTime value={createdAt} />
      </Typography>
      {busy ? <ProgressBar label={name} share={progress > 0 ? progress : null} /> : null}
      {status === 'refused' ? (
        <Alert severity="warning" variant="outlined" sx={{ py: 0.25 }}>
          {fault === null ? t('files.refused') : localized(fault)}
        </Alert>
      ) : null}
    </FileEntry>
  );
}
