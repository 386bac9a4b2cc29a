import AttachFileRounded from '@mui/icons-material/AttachFileRounded';
import { Alert, Box, Chip, CircularProgress } from '@mui/material';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '#platform/web';
import { workspaceTexts } from '../texts.ts';
import { RefusedFiles } from './refused-files.tsx';
import type { Attaching } from './use-attach.ts';

export interface AttachedFilesProps {
  readonly attaching: Attaching;
  /** A button that had the focus is gone. */
  readonly onGone: () => void;
}

/** The files of the next question: on their way, read, or refused with the reason. */
export function AttachedFiles({ attaching, onGone }: AttachedFilesProps): ReactNode {
  const t = useText(workspaceTexts);
  const number = new Intl.NumberFormat(useLanguage(), { notation: 'compact' });
  const { files, uploads } = attaching;
  const underWay = uploads.filter(({ fault }) => fault === null);
  const remove = (id: string): void => {
    attaching.remove(id);
    onGone();
  };
  if (files.length + uploads.length === 0) return null;
  return (
    <Box
      role="group"
      aria-label={t('file.list')}
      // Ten refusals must not push the conversation away.
      sx={{ display: 'grid', gap: 0.75, mb: 1, maxHeight: '32vh', overflowY: 'auto' }}
    >
      {files.length + underWay.length === 0 ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
          {files.map(({ id, name, characters }) => (
            <Chip
              key={id}
              icon={<AttachFileRounded />}
              variant="outlined"
              label={`${name} · ${t('file.characters', { count: characters, value: number.format(characters) })}`}
              onDelete={() => remove(id)}
              sx={{ maxWidth: '100%' }}
            />
          ))}
          {underWay.map(({ key, name, progress }) => (
            <Chip
              key={key}
              variant="outlined"
              icon={
                <CircularProgress
                  size={15}
                  aria-label={t('file.uploading')}
                  {...(progress > 0 && progress < 1 ? { variant: 'determinate', value: progress * 100 } : {})}
                />
              }
              label={name}
              onDelete={() => remove(key)}
              sx={{ maxWidth: '100%' }}
            />
          ))}
        </Box>
      )}
      <RefusedFiles uploads={uploads} onAgain={attaching.again} onRemove={remove} />
      {files.flatMap(({ id, name, warnings }) =>
        warnings.map((warning) => (
          <Alert key={`${id}:${warning}`} severity="warning" variant="outlined">
            {name}: {warning}
          </Alert>
        )),
      )}
    </Box>
  );
}
