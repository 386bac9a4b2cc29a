import { Box, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { MemoryNode } from '../../contract/index.ts';
import { KindMark } from '../levels/level-mark.tsx';
import { memoryTexts } from '../texts.ts';

export interface HoverCardProps {
  readonly node: MemoryNode;
  readonly x: number;
  readonly y: number;
}

/** What the pointer rests on, in words; for the eye only, the list says the same. */
export function HoverCard({ node, x, y }: HoverCardProps): ReactNode {
  const t = useText(memoryTexts);
  return (
    <Paper
      variant="outlined"
      aria-hidden
      sx={{
        position: 'absolute',
        left: `clamp(8px, ${x + 14}px, calc(100% - 288px))`,
        top: `clamp(8px, ${y + 14}px, calc(100% - 140px))`,
        width: 280,
        p: 1.5,
        pointerEvents: 'none',
        zIndex: 2,
      }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', color: 'text.secondary' }}>
        <KindMark level={node.level} kind={node.kind} />
        <Typography variant="caption">{t('browse.connections', { count: node.connections })}</Typography>
      </Box>
      <Typography
        variant="body2"
        dir="auto"
        sx={{
          mt: 0.5,
          overflowWrap: 'anywhere',
          display: '-webkit-box',
          WebkitLineClamp: 4,
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
        }}
      >
        {node.content}
      </Typography>
    </Paper>
  );
}
