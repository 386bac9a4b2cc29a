import { Box, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { readFile } from '#capabilities/files/contract';
import { useCall, useText } from '#platform/web';
import { Picture } from '../../pieces/index.ts';
import { studioTexts } from '../texts.ts';

interface StoredFileProps {
  readonly fileId: string;
  readonly alt?: string;
  readonly ratio?: string;
}

const always = { staleTime: Number.POSITIVE_INFINITY } as const;

function Missing(): ReactNode {
  const t = useText(studioTexts);
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {t('file.missing')}
    </Typography>
  );
}

/** An uploaded picture by its id. */
export function StoredPicture({ fileId, alt = '', ratio = '16 / 9' }: StoredFileProps): ReactNode {
  const { data, error } = useCall(readFile, { params: { id: fileId } }, always);
  if (error !== null) return <Missing />;
  const file = data?.file ?? null;
  return (
    <Box sx={{ aspectRatio: ratio, overflow: 'hidden', borderRadius: '8px', bgcolor: 'action.hover' }}>
      {file === null ? (
        <Skeleton variant="rectangular" sx={{ width: '100%', height: '100%' }} />
      ) : (
        <Picture
          picture={file}
          alt={alt}
          sizes="(max-width: 700px) 100vw, 640px"
          sx={{ width: '100%', height: '100%', objectFit: 'cover' }}
        />
      )}
    </Box>
  );
}

/** An uploaded sound by its id. */
export function StoredSound({ fileId, alt = '' }: StoredFileProps): ReactNode {
  const { data, error } = useCall(readFile, { params: { id: fileId } }, always);
  if (error !== null) return <Missing />;
  const file = data?.file ?? null;
  if (file === null) return <Skeleton variant="rounded" height={54} />;
  return (
    <Box
      component="audio"
      controls
      preload="none"
      src={file.url}
      aria-label={alt === '' ? file.name : alt}
      sx={{ width: '100%' }}
    />
  );
}
