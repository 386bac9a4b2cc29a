import RouteOutlined from '@mui/icons-material/RouteOutlined';
import { Box, type SxProps, type Theme } from '@mui/material';
import type { ReactNode } from 'react';
import { Picture, type PictureData } from './picture.tsx';

interface CoverProps {
  readonly cover: PictureData | null;
  readonly alt?: string;
  readonly sizes?: string;
  readonly eager?: boolean;
  /** Of width to height; default 16 to 9. */
  readonly ratio?: string;
  readonly sx?: SxProps<Theme>;
}

/** A quest's picture in a fixed shape, or a quiet field where there is none. */
export function Cover({ cover, alt = '', sizes, eager, ratio = '16 / 9', sx }: CoverProps): ReactNode {
  return (
    <Box
      sx={[
        {
          aspectRatio: ratio,
          overflow: 'hidden',
          display: 'grid',
          placeItems: 'center',
          bgcolor: 'action.selected',
          color: 'primary.main',
        },
        ...(Array.isArray(sx) ? sx : [sx]),
      ]}
    >
      {cover === null ? (
        <RouteOutlined aria-hidden fontSize="large" sx={{ opacity: 0.5 }} />
      ) : (
        <Picture
          picture={cover}
          alt={alt}
          {...(sizes === undefined ? {} : { sizes })}
          {...(eager === undefined ? {} : { eager })}
          sx={{ width: '100%', height: '100%', objectFit: 'cover', minHeight: 0 }}
        />
      )}
    </Box>
  );
}
