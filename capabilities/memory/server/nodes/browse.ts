import { isId } from '#base/ids';
import type { Page } from '#base/page';
import { Refusal } from '#base/refusal';
import type { MemoryScope } from '../spaces/scope.ts';
import { findFilling } from '../spaces/space.store.ts';
import { spaceKey } from '../spaces/space-key.rules.ts';
import type { Spaces } from '../spaces/spaces.ts';
import type { MemoryNode, MemoryNodeDetail, MemoryStats, NodeFilters } from './node.ts';
import { listNodes } from './node-list.read.ts';
import { findEdges, findLiveNodes, findNode } from './node-read.store.ts';
import { unreadable } from './text.rules.ts';

/** Looking at memory without searching it. */
export interface Browse {
  stats(scope: MemoryScope): Promise<MemoryStats>;
  list(scope: MemoryScope, filters?: NodeFilters): Promise<Page<MemoryNode>>;
  get(scope: MemoryScope, id: string): Promise<MemoryNodeDetail>;
}

export function nodeNotFound(): Refusal {
  return new Refusal('not_found', 'memory.node_not_found', 'There is no such memory.');
}

const maxLimit = 1_000;

function checkFilters({ limit = 20, cursor, search, sessionId }: NodeFilters): number {
  const texts = [search, sessionId].filter((text) => text !== undefined);
  const limitFits = Number.isInteger(limit) && limit >= 1 && limit <= maxLimit;
  if (!limitFits || (cursor !== undefined && !isId(cursor)) || texts.some(unreadable)) {
    throw new Refusal('invalid', 'memory.invalid', 'This page of memories cannot be listed.');
  }
  return limit;
}

export function createBrowse(spaces: Spaces): Browse {
  return {
    async stats(scope) {
      const row = await findFilling(spaces.reader(scope.ownerId), spaceKey(scope));
      if (row === undefined) {
        return { counts: [0, 0, 0, 0], forgotten: 0, pending: 0, lastConsolidation: null };
      }
      return {
        counts: [row.l0, row.l1, row.l2, row.l3],
        forgotten: row.forgotten,
        pending: row.pending,
        lastConsolidation: row.last_consolidation,
      };
    },
    async list(scope, filters = {}) {
      const limit = checkFilters(filters);
      const space = await spaces.find(scope);
      if (space === undefined) return { items: [], nextCursor: null };
      return listNodes(spaces.reader(scope.ownerId), space.id, filters, limit);
    },
    async get(scope, id) {
      const space = await spaces.find(scope);
      const reader = spaces.reader(scope.ownerId);
      const node = space === undefined || !isId(id) ? undefined : await findNode(reader, space.id, id);
      if (space === undefined || node === undefined) throw nodeNotFound();
      const edges = await findEdges(reader, id);
      const derivations = edges.filter(({ kind }) => kind === 'derived_from');
      const neighbours = await findLiveNodes(
        reader,
        space.id,
        derivations.map(({ fromId, toId }) => (fromId === id ? toId : fromId)),
      );
      const upper = new Set(derivations.filter(({ toId }) => toId === id).map(({ fromId }) => fromId));
      const ordered = neighbours.sort(
        (a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || a.ordinal - b.ordinal,
      );
      return {
        node,
        sources: ordered.filter((other) => !upper.has(other.id)),
        derived: ordered.filter((other) => upper.has(other.id)),
        edges,
      };
    },
  };
}
