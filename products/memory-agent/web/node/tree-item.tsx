import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import { Box, CircularProgress } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { MemoryNode } from '../../contract/index.ts';
import { LevelDot } from '../levels/level-mark.tsx';
import { memoryTexts } from '../texts.ts';
import type { TreeRow } from './tree.rules.ts';
import { isUnfolded } from './use-provenance.ts';

export interface TreeItemProps {
  readonly row: TreeRow<MemoryNode>;
  readonly focusable: boolean;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
  readonly onOpen: () => void;
}

function Fold({ row, onToggle }: Pick<TreeItemProps, 'row' | 'onToggle'>): ReactNode {
  const t = useText(memoryTexts);
  const { state } = row;
  const content = (): ReactNode => {
    if (state === 'leaf') return null;
    if (state === 'loading') return <CircularProgress size={14} aria-label={t('node.tree_loading')} />;
    if (state === 'failed') return <ErrorOutlineRounded color="error" sx={{ fontSize: 18 }} />;
    return (
      <ChevronRightRounded
        sx={{
          fontSize: 20,
          transform: state === 'open' ? 'rotate(90deg)' : 'none',
          transition: 'transform 120ms',
        }}
      />
    );
  };
  return (
    <Box
      component="span"
      aria-hidden
      title={state === 'failed' ? t('node.tree_failed') : undefined}
      onClick={(event) => {
        if (state === 'leaf') return;
        event.stopPropagation();
        onToggle();
      }}
      sx={{
        display: 'grid',
        placeItems: 'center',
        width: 32,
        height: 32,
        flexShrink: 0,
        color: 'text.secondary',
      }}
    >
      {content()}
    </Box>
  );
}

/** One row of the tree: the arrow unfolds, the rest opens the memory. */
export function TreeItem({ row, focusable, onFocus, onToggle, onOpen }: TreeItemProps): ReactNode {
  const t = useText(memoryTexts);
  const { node, depth, position, siblings, state } = row;
  const text = node.level === 'l0' ? node.content : node.label;
  return (
    <Box
      role="treeitem"
      tabIndex={focusable ? 0 : -1}
      aria-level={depth}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={focusable}
      aria-label={`${t(`kind.${node.kind}`)}: ${text.slice(0, 200)}`}
      {...(state === 'leaf' ? {} : { 'aria-expanded': isUnfolded(state) })}
      onFocus={onFocus}
      onClick={onOpen}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        pl: (depth - 1) * 2.5,
        pr: 1,
        minHeight: 40,
        borderRadius: '8px',
        cursor: 'pointer',
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Fold row={row} onToggle={onToggle} />
      <LevelDot level={node.level} size={8} />
      <Box
        component="span"
        dir="auto"
        sx={{
          typography: 'body2',
          minWidth: 0,
          py: 0.5,
          overflowWrap: 'anywhere',
          display: '-webkit-box',
          WebkitLineClamp: 2,
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
        }}
      >
        {text}
      </Box>
    </Box>
  );
}
