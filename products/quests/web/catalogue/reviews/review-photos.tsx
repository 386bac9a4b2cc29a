import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { Picture, type PictureData } from '../../pieces/index.ts';
import { catalogueTexts } from '../texts.ts';

/** Photos of a review, small; each opens whole. */
export function ReviewPhotos({
  photos,
}: {
  readonly photos: readonly (PictureData & { id: string })[];
}): ReactNode {
  const t = useText(catalogueTexts);
  if (photos.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {photos.map((photo, index) => (
        <a key={photo.id} href={photo.url} target="_blank" rel="noreferrer">
          <Picture
            picture={photo}
            alt={t('review.photo', { number: index + 1 })}
            sizes="88px"
            sx={{ width: 88, height: 88, objectFit: 'cover', borderRadius: '10px' }}
          />
        </a>
      ))}
    </Box>
  );
}
