import { Box, type SxProps, type Theme } from '@mui/material';
import type { ReactNode } from 'react';
import type { FileVariant, PublishedFile } from '../contract/index.ts';

export interface FileImageProps {
  readonly file: Pick<PublishedFile, 'url' | 'width' | 'height' | 'variants'>;
  /** What is to be seen; empty only for decoration. */
  readonly alt: string;
  /** How wide the image is shown, as in HTML (`(max-width: 600px) 100vw, 400px`); `100vw` if not given. */
  readonly sizes?: string;
  /** The most important image of a page is not waited for: `true` loads it at once. */
  readonly isFirst?: boolean;
  readonly sx?: SxProps<Theme>;
}

/** The better compressed first: browsers take the first they know. */
const types = ['image/avif', 'image/webp'];

function sourceSet(variants: readonly FileVariant[], type: string): string {
  return variants
    .filter(({ media_type }) => media_type === type)
    .map(({ url, width }) => `${url} ${width}w`)
    .join(', ');
}

/** Shows an uploaded image in the smallest version that fits; keeps its place while it loads. */
export function FileImage({ file, alt, sizes = '100vw', isFirst = false, sx }: FileImageProps): ReactNode {
  const { url, width, height, variants } = file;
  const ratio = width === null || height === null ? {} : { aspectRatio: `${width} / ${height}` };
  return (
    <picture>
      {types.map((type) => {
        const set = sourceSet(variants, type);
        return set === '' ? null : <source key={type} type={type} srcSet={set} sizes={sizes} />;
      })}
      <Box
        component="img"
        src={url}
        alt={alt}
        loading={isFirst ? 'eager' : 'lazy'}
        decoding="async"
        {...(width === null || height === null ? {} : { width, height })}
        sx={[
          { display: 'block', maxWidth: '100%', height: 'auto', ...ratio },
          ...(Array.isArray(sx) ? sx : [sx]),
        ]}
      />
    </picture>
  );
}
