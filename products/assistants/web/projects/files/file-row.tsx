import CloseRounded from '@mui/icons-material/CloseRounded';
import CodeOutlined from '@mui/icons-material/CodeOutlined';
import FolderZipOutlined from '@mui/icons-material/FolderZipOutlined';
import { Alert, Box, Chip, IconButton, LinearProgress, Tooltip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { RelativeTime, useLocalized, useText } from '#platform/web';
import type { ProjectUpload } from '../../../contract/index.ts';
import { FileSize } from '../../pieces/file-size.tsx';
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
  const Icon = kind === 'archive' ? FolderZipOutlined : CodeOutlined;
  const busy = status === 'waiting' || status === 'reading';
  const remove = status === 'refused' ? t('files.forget', { name }) : t('files.remove', { name });
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', py: 1.25, minWidth: 0 }}>
      <Box aria-hidden sx={{ display: 'grid', color: 'text.secondary', mt: 0.25 }}>
        <Icon />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 0.5 }}>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          <Typography sx={{ fontWeight: 560, overflowWrap: 'anywhere', minWidth: 0 }}>{name}</Typography>
          {status === 'current' ? null : (
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
          )}
        </Box>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t(`files.${kind}`)} · <FileSize bytes={size} /> · <RelativeTime value={createdAt} />
        </Typography>
        {busy ? (
          <LinearProgress
            aria-label={name}
            {...(progress > 0 ? { variant: 'determinate', value: progress * 100 } : {})}
            sx={{ borderRadius: 2 }}
          />
        ) : null}
        {status === 'refused' ? (
          <Alert severity="warning" variant="outlined" sx={{ py: 0.25 }}>
            {fault === null ? t('files.refused') : localized(fault)}
          </Alert>
        ) : null}
      </Box>
      {mayChange && !busy ? (
        <Tooltip title={remove}>
          <IconButton aria-label={remove} onClick={onRemove}>
            <CloseRounded fontSize="small" />
          </IconButton>
        </Tooltip>
      ) : null}
    </Box>
  );
}
