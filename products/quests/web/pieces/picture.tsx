import { Box, type SxProps, type Theme } from '@mui/material';
import type { ReactNode } from 'react';

export interface PictureData {
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly variants: readonly { readonly width: number; readonly media_type: string; readonly url: string }[];
}

interface PictureProps {
  readonly picture: PictureData;
  /** What is to be seen; empty for decoration. */
  readonly alt: string;
  /** As in `<img sizes>`: how wide it is shown. */
  readonly sizes?: string;
  /** `true` for what is seen first on a page. */
  readonly eager?: boolean;
  readonly sx?: SxProps<Theme>;
}

/** A published image in the width the screen needs; keeps its place while it loads. */
export function Picture({ picture, alt, sizes = '100vw', eager = false, sx }: PictureProps): ReactNode {
  const types = [...new Set(picture.variants.map(({ media_type }) => media_type))];
  const setOf = (type: string): string =>
    picture.variants
      .filter(({ media_type }) => media_type === type)
      .map(({ url, width }) => `${url} ${width}w`)
      .join(', ');
  return (
    <picture style={{ display: 'contents' }}>
      {types.map((type) => (
        <source key={type} type={type} srcSet={setOf(type)} sizes={sizes} />
      ))}
      <Box
        component="img"
        src={picture.url}
        alt={alt}
        {...(picture.width === null ? {} : { width: picture.width })}
        {...(picture.height === null ? {} : { height: picture.height })}
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
        sx={[
          { display: 'block', maxWidth: '100%', height: 'auto', bgcolor: 'action.hover' },
          ...(Array.isArray(sx) ? sx : [sx]),
        ]}
      />
    </picture>
  );
}
