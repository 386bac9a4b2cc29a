import { Box, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { readFile } from '#capabilities/files/contract';
import { FileImage } from '#capabilities/files/web';
import { useCall, useText } from '#platform/web';
import { moderationTexts } from '../texts.ts';

function CasePicture({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const { data, error } = useCall(readFile, { params: { id } });
  const file = data?.file ?? null;
  if (error !== null || (data !== undefined && file === null))
    return <Typography variant="body2">{`${name} · ${id.slice(-6)}`}</Typography>;
  if (file === null) return <Skeleton variant="rounded" height={160} />;
  return <FileImage file={file} alt={name} sizes="(max-width: 600px) 100vw, 320px" />;
}

/** The pictures of a case; one that may not be read is named only. */
export function CasePictures({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const t = useText(moderationTexts);
  if (ids.length === 0) return null;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
      }}
    >
      {ids.map((id, index) => (
        <CasePicture key={id} id={id} name={t('image', { number: index + 1 })} />
      ))}
    </Box>
  );
}
