import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { PlainText } from '#platform/web';
import type { Block } from '../../../contract/index.ts';
import { StoredPicture, StoredSound } from '../description/stored-file.tsx';
import { noFile } from '../draft/sendable.rules.ts';
import { useKeys } from '../point/use-keys.ts';

function Caption({ text }: { readonly text: string | undefined }): ReactNode {
  if (text === undefined || text.trim() === '') return null;
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

function PreviewBlock({ block }: { readonly block: Block }): ReactNode {
  if (block.kind === 'text') return <PlainText>{block.text}</PlainText>;
  if (block.kind === 'quote') {
    return (
      <Box component="blockquote" sx={{ m: 0, pl: 1.5, borderLeft: 3, borderColor: 'primary.main' }}>
        <PlainText>{block.text}</PlainText>
        <Caption text={block.source} />
      </Box>
    );
  }
  if (block.file_id === noFile) return null;
  return (
    <Box component="figure" sx={{ m: 0 }}>
      {block.kind === 'image' ? (
        <StoredPicture fileId={block.file_id} alt={block.caption ?? ''} ratio="4 / 3" />
      ) : (
        <StoredSound fileId={block.file_id} alt={block.caption ?? ''} />
      )}
      <Caption text={block.caption} />
    </Box>
  );
}

/** Pieces of the story as a player sees them. */
export function PreviewBlocks({ blocks }: { readonly blocks: readonly Block[] }): ReactNode {
  const { keys } = useKeys(blocks.length);
  return (
    <Stack spacing={1.5}>
      {blocks.map((block, at) => (
        <PreviewBlock key={keys[at]} block={block} />
      ))}
    </Stack>
  );
}
