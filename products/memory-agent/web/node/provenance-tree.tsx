import { Box, Typography } from '@mui/material';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import type { MemoryNodeDetail } from '../../contract/index.ts';
import { memoryTexts } from '../texts.ts';
import { keyInTree, type TreePath } from './tree.rules.ts';
import { TreeItem } from './tree-item.tsx';
import { type Direction, useProvenance } from './use-provenance.ts';

export interface ProvenanceTreeProps {
  readonly node: MemoryNodeDetail;
  /** The level of its heading. */
  readonly heading: 'h2' | 'h3';
  readonly direction: Direction;
  readonly title: string;
  readonly onOpen: (id: string) => void;
}

/** What a memory was made from, down to words; or what was made of it, up to themes. A tree for arrow keys. */
export function ProvenanceTree({ node, direction, title, heading, onOpen }: ProvenanceTreeProps): ReactNode {
  const t = useText(memoryTexts);
  const titleId = useId();
  const helpId = useId();
  const tree = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<TreePath | null>(null);
  const { rows, toggle, retry } = useProvenance(node, direction);
  const current = rows.some(({ path }) => path === active) ? active : (rows[0]?.path ?? null);

  const press = (event: KeyboardEvent): void => {
    if (current === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rows.find(({ path }) => path === current);
    if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) {
      event.preventDefault();
      if (row.state === 'failed') retry(row.node.id);
      else onOpen(row.node.id);
      return;
    }
    const move = keyInTree(rows, current, event.key);
    if (move.kind === 'none') return;
    event.preventDefault();
    if (move.kind === 'toggle') toggle(move.path);
    else {
      setActive(move.path);
      const index = rows.findIndex(({ path }) => path === move.path);
      tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[index]?.focus();
    }
  };
  return (
    <Box component="section" aria-labelledby={titleId}>
      <Typography id={titleId} variant="h4" component={heading} sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      {rows.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {direction === 'sources' ? t('node.tree_none_sources') : t('node.tree_none_derived')}
        </Typography>
      ) : (
        <>
          <Box id={helpId} sx={visuallyHidden}>
            {t('node.tree_help')}
          </Box>
          <Box ref={tree} role="tree" aria-labelledby={titleId} aria-describedby={helpId} onKeyDown={press}>
            {rows.map((row) => (
              <TreeItem
                key={row.path}
                row={row}
                focusable={row.path === current}
                onFocus={() => setActive(row.path)}
                onToggle={() => (row.state === 'failed' ? retry(row.node.id) : toggle(row.path))}
                onOpen={() => onOpen(row.node.id)}
              />
            ))}
          </Box>
        </>
      )}
    </Box>
  );
}
