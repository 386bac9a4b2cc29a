import { Box, ButtonBase, Chip, Typography } from '@mui/material';
import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { RelativeTime, useText } from '#platform/web';
import type { MemoryNode } from '../../contract/index.ts';
import { KindMark } from '../levels/level-mark.tsx';
import { distinctLabel } from '../levels/node-text.rules.ts';
import { useSpeakerName } from '../levels/use-speaker-name.ts';
import { memoryTexts } from '../texts.ts';
import { useDecimal } from '../use-decimal.ts';

export interface MemoryRowProps {
  readonly node: MemoryNode;
  readonly to: string;
  readonly current?: boolean;
}

const clamped = {
  overflowWrap: 'anywhere',
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
} as const;

/** One memory in a list: kind, when, what, how connected. */
export const MemoryRow = memo(function MemoryRow({ node, to, current = false }: MemoryRowProps): ReactNode {
  const t = useText(memoryTexts);
  const decimal = useDecimal(2);
  const speakerName = useSpeakerName();
  const label = node.level === 'l0' ? null : distinctLabel(node);
  return (
    <ButtonBase
      component={Link}
      to={to}
      aria-current={current ? 'true' : undefined}
      sx={{
        display: 'grid',
        justifyContent: 'stretch',
        width: '100%',
        textAlign: 'start',
        gap: 0.25,
        px: 2,
        py: 1.25,
        borderRadius: '10px',
        bgcolor: current ? 'action.selected' : 'transparent',
        '&:hover': { bgcolor: current ? 'action.selected' : 'action.hover' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'text.secondary', minWidth: 0 }}>
        <KindMark level={node.level} kind={node.kind} />
        {node.deleted_at === null ? null : (
          <Chip size="small" variant="outlined" label={t('browse.forgotten')} sx={{ height: 20 }} />
        )}
        <Typography variant="caption" sx={{ ml: 'auto', whiteSpace: 'nowrap' }}>
          <RelativeTime value={node.occurred_at ?? node.created_at} />
        </Typography>
      </Box>
      {label === null ? null : (
        <Typography variant="body2" dir="auto" sx={{ ...clamped, WebkitLineClamp: 1, fontWeight: 600 }}>
          {label}
        </Typography>
      )}
      <Typography variant="body2" dir="auto" sx={clamped}>
        {node.content}
      </Typography>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {[
          node.speaker === null ? '' : speakerName(node.speaker),
          t('browse.connections', { count: node.connections }),
          `${t('importance')} ${decimal(node.importance)}`,
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </Typography>
    </ButtonBase>
  );
});
