import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { ShownBlock } from '../../../contract/index.ts';
import { walkPicture } from './walk-picture.rules.ts';

/** A story is never sorted anew: the place of a piece is its name. */
const numbered = <Item,>(items: readonly Item[]): readonly { readonly key: string; readonly item: Item }[] =>
  items.map((item, index) => ({ key: String(index), item }));

function Paragraphs({ text }: { readonly text: string }): ReactNode {
  const paragraphs = text.split(/\n\s*\n/).filter((part) => part.trim() !== '');
  return numbered(paragraphs).map(({ key, item: paragraph }) => (
    <Typography key={key} sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
      {paragraph}
    </Typography>
  ));
}

function Caption({ text }: { readonly text: string | null }): ReactNode {
  if (text === null) return null;
  return (
    <Typography
      component="figcaption"
      variant="caption"
      sx={{ color: 'text.secondary', mt: 0.5, display: 'block' }}
    >
      {text}
    </Typography>
  );
}

function Block({ block }: { readonly block: ShownBlock }): ReactNode {
  switch (block.kind) {
    case 'text':
      return <Paragraphs text={block.text} />;
    case 'quote':
      return (
        <Box component="figure" sx={{ m: 0, pl: 2, borderLeft: 3, borderColor: 'primary.main' }}>
          <Box component="blockquote" sx={{ m: 0, fontStyle: 'italic' }}>
            <Paragraphs text={block.text} />
          </Box>
          <Caption text={block.source ?? null} />
        </Box>
      );
    case 'image': {
      if (block.picture === null) return null;
      const { url, width, height } = walkPicture(block.picture);
      return (
        <Box component="figure" sx={{ m: 0 }}>
          <Box
            component="img"
            src={url}
            alt={block.caption ?? ''}
            loading="lazy"
            decoding="async"
            {...(width === null || height === null ? {} : { width, height })}
            sx={{
              display: 'block',
              width: '100%',
              height: 'auto',
              maxHeight: '60dvh',
              objectFit: 'contain',
              borderRadius: 2,
              bgcolor: 'action.hover',
            }}
          />
          <Caption text={block.caption} />
        </Box>
      );
    }
    case 'audio':
      if (block.url === null) return null;
      return (
        <Box component="figure" sx={{ m: 0 }}>
          <Box component="audio" controls preload="none" src={block.url} sx={{ width: '100%' }} />
          <Caption text={block.caption} />
        </Box>
      );
    default:
      return block satisfies never;
  }
}

/** A piece of the story. */
export function Blocks({ blocks }: { readonly blocks: readonly ShownBlock[] }): ReactNode {
  if (blocks.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {numbered(blocks).map(({ key, item }) => (
        <Block key={key} block={item} />
      ))}
    </Box>
  );
}
