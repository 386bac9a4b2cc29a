import CloseRounded from '@mui/icons-material/CloseRounded';
import { Box, Button, IconButton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '#platform/web';
import type { MemoryNode } from '../../contract/index.ts';
import { KindMark } from '../levels/level-mark.tsx';
import { browsePath } from '../paths.ts';
import { memoryTexts } from '../texts.ts';

export interface SelectedCardProps {
  readonly node: MemoryNode;
  readonly expanded: boolean;
  readonly expanding: boolean;
  readonly onExpand: () => void;
  readonly onClose: () => void;
}

/** The memory that is selected, and what to do with it. */
export function SelectedCard({ node, expanded, expanding, onExpand, onClose }: SelectedCardProps): ReactNode {
  const t = useText(memoryTexts);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 32, color: 'text.secondary' }}>
        <KindMark level={node.level} kind={node.kind} />
        <Typography variant="caption" sx={{ ml: 1 }}>
          {t('browse.connections', { count: node.connections })}
        </Typography>
        <IconButton
          size="small"
          aria-label={t('graph.deselect')}
          onClick={onClose}
          sx={{ ml: 'auto', minWidth: 32, minHeight: 32 }}
        >
          <CloseRounded sx={{ fontSize: 18 }} />
        </IconButton>
      </Box>
      <Typography
        variant="body2"
        dir="auto"
        sx={{
          overflowWrap: 'anywhere',
          display: '-webkit-box',
          WebkitLineClamp: { xs: 3, md: 8 },
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
        }}
      >
        {node.content}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          disabled={expanded}
          loading={expanding}
          onClick={onExpand}
        >
          {expanded && !expanding ? t('graph.expanded') : t('graph.expand')}
        </Button>
        <Button size="small" component={Link} to={browsePath(node.id)}>
          {t('graph.open')}
        </Button>
      </Box>
    </Box>
  );
}
