import { Box, Button, Typography } from '@mui/material';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useText } from '#platform/web';
import type { MemoryNode } from '../../contract/index.ts';
import { LevelDot } from '../levels/level-mark.tsx';
import { memoryTexts } from '../texts.ts';

const step = 100;

export interface VisibleNodesProps {
  readonly nodes: readonly MemoryNode[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onExpand: (id: string) => void;
}

/** The graph for keyboards and screen readers: the same memories as a list, in step with the selection. */
export function VisibleNodes({ nodes, selected, onSelect, onExpand }: VisibleNodesProps): ReactNode {
  const t = useText(memoryTexts);
  const helpId = useId();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState(step);
  const sorted = useMemo(
    () =>
      nodes.toSorted(
        (one, other) => other.level.localeCompare(one.level) || other.importance - one.importance,
      ),
    [nodes],
  );
  const at = sorted.findIndex(({ id }) => id === selected);
  const shown = sorted.slice(0, Math.max(limit, at + 1));
  const optionId = (index: number): string => `${listId}-${index}`;

  useEffect(() => {
    const element = at < 0 ? null : document.getElementById(`${listId}-${at}`);
    element?.scrollIntoView({ block: 'nearest' });
  }, [at, listId]);

  const press = (event: KeyboardEvent): void => {
    const go = (index: number): void => {
      const node = shown[Math.min(Math.max(index, 0), shown.length - 1)];
      event.preventDefault();
      if (node !== undefined) onSelect(node.id);
    };
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(shown.length - 1);
    else if (event.key === 'Enter' && selected !== null) {
      event.preventDefault();
      onExpand(selected);
    }
  };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 }}>
      <Typography id={helpId} variant="caption" sx={{ color: 'text.secondary', px: 2, pb: 1 }}>
        {t('graph.list_help')}
      </Typography>
      <Box
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={t('graph.list')}
        aria-describedby={helpId}
        {...(at < 0 ? {} : { 'aria-activedescendant': optionId(at) })}
        onKeyDown={press}
        sx={{
          overflowY: 'auto',
          flex: 1,
          minHeight: 0,
          px: 1,
          pb: 1,
          '&:focus-visible': { outlineOffset: -2 },
        }}
      >
        {shown.map((node, index) => (
          <Box
            key={node.id}
            id={optionId(index)}
            role="option"
            aria-selected={node.id === selected}
            onClick={() => onSelect(node.id)}
            onDoubleClick={() => onExpand(node.id)}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1,
              px: 1,
              minHeight: 36,
              borderRadius: '8px',
              cursor: 'pointer',
              typography: 'body2',
              bgcolor: node.id === selected ? 'action.selected' : 'transparent',
              '&:hover': { bgcolor: node.id === selected ? 'action.selected' : 'action.hover' },
            }}
          >
            <LevelDot level={node.level} size={8} />
            <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
              {node.level === 'l0' ? node.content : node.label}
            </Box>
          </Box>
        ))}
      </Box>
      {sorted.length > shown.length ? (
        <Button size="small" color="inherit" onClick={() => setLimit(shown.length + step)}>
          {t('graph.more')}
        </Button>
      ) : null}
    </Box>
  );
}
