import AttachFileRounded from '@mui/icons-material/AttachFileRounded';
import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import { Alert, Box, Chip, CircularProgress } from '@mui/material';
import type { ReactNode } from 'react';
import { useLanguage, useProblemText, useText } from '#platform/web';
import { useRefusals } from '../refusals.ts';
import { workspaceTexts } from '../texts.ts';
import type { Attaching } from './use-attach.ts';

/** The files of the next question: on their way, read, or refused with the reason. */
export function AttachedFiles({ attaching }: { readonly attaching: Attaching }): ReactNode {
  const t = useText(workspaceTexts);
  const problemText = useProblemText();
  const refusals = useRefusals();
  const number = new Intl.NumberFormat(useLanguage(), { notation: 'compact' });
  const { files, uploads, remove } = attaching;
  if (files.length + uploads.length === 0) return null;
  return (
    <Box role="group" aria-label={t('file.list')} sx={{ display: 'grid', gap: 0.75, mb: 1 }}>
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
        {uploads.map(({ key, name, progress, fault }) => (
          <Chip
            key={key}
            variant="outlined"
            color={fault === null ? 'default' : 'error'}
            icon={
              fault === null ? (
                <CircularProgress
                  size={15}
                  aria-label={t('file.uploading')}
                  {...(progress > 0 && progress < 1 ? { variant: 'determinate', value: progress * 100 } : {})}
                />
              ) : (
                <ErrorOutlineRounded />
              )
            }
            label={name}
            onDelete={() => remove(key)}
            sx={{ maxWidth: '100%' }}
          />
        ))}
      </Box>
      {uploads.map(({ key, name, fault }) =>
        fault === null ? null : (
          <Alert key={key} severity="error" variant="outlined" onClose={() => remove(key)}>
            {name}: {fault === 'too_large' ? t('refusal.file_too_large') : problemText(fault, refusals)}
          </Alert>
        ),
      )}
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
