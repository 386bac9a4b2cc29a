import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { callKey, useApi } from '#platform/web';
import { getNode, type MemoryNode, type MemoryNodeDetail } from '../../contract/index.ts';
import { type TreePath, type TreeRow, type TreeState, visibleRows } from './tree.rules.ts';

export type Direction = 'sources' | 'derived';

export interface Provenance {
  readonly rows: readonly TreeRow<MemoryNode>[];
  toggle(path: TreePath): void;
  retry(id: string): void;
}

/** Every state in which a row shows or fetches what is below it. */
export const isUnfolded = (state: TreeState): boolean => state !== 'leaf' && state !== 'closed';

const ends: Readonly<Record<Direction, MemoryNode['level']>> = { sources: 'l0', derived: 'l3' };

/** The tree below a memory in one direction; what is unfolded is fetched. */
export function useProvenance(node: MemoryNodeDetail, direction: Direction): Provenance {
  const { call } = useApi();
  const [open, setOpen] = useState<ReadonlySet<TreePath>>(new Set());
  const ids = useMemo(() => [...new Set([...open].map((path) => path.split('/').at(-1) ?? ''))], [open]);
  const details = useQueries({
    queries: ids.map((id) => ({
      queryKey: callKey(getNode, { params: { id } }),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => call(getNode, { params: { id }, signal }),
    })),
  });
  const rows = visibleRows(node[direction], open, {
    idOf: ({ id }) => id,
    isLeaf: ({ level }) => level === ends[direction],
    childrenOf: ({ id }) => {
      const found = details[ids.indexOf(id)];
      if (found?.data !== undefined) return found.data[direction];
      return found?.isError === true ? 'failed' : 'loading';
    },
  });
  return {
    rows,
    toggle: (path) =>
      setOpen((before) => {
        const after = new Set(before);
        if (!after.delete(path)) after.add(path);
        return after;
      }),
    retry: (id) => void details[ids.indexOf(id)]?.refetch(),
  };
}
