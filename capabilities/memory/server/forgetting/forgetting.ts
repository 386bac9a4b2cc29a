import { isId, newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import { sql, type Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import { nodeNotFound } from '../nodes/browse.ts';
import type { MemoryNode } from '../nodes/node.ts';
import { findNode } from '../nodes/node-read.store.ts';
import type { MemoryScope } from '../spaces/scope.ts';
import { advancePurgeEpoch, type SpaceRow } from '../spaces/space.store.ts';
import type { Spaces } from '../spaces/spaces.ts';
import { findAncestors, findCorrections, findDerivations } from './ancestry.store.ts';
import { emptySpace, findBatches, findForgotten, softDelete, undelete } from './forget.store.ts';
import { deleteForGood, tellPurged } from './purging.ts';
import { renewAll, renewAncestors } from './renewing.ts';
import { rippleOf } from './ripple.rules.ts';

export interface Forgetting {
  forget(scope: MemoryScope, id: string): Promise<{ readonly forgotten: number }>;
  forgetSession(scope: MemoryScope, sessionId: string): Promise<{ readonly forgotten: number }>;
  restore(scope: MemoryScope, id: string): Promise<MemoryNode>;
  purge(scope: MemoryScope, target: string): Promise<{ readonly forgotten: number }>;
  /** Brings memories and what went with them back, inside a transaction that holds the space. */
  revive(tx: Tx, space: SpaceRow, ids: readonly string[]): Promise<void>;
}

export interface ForgettingOptions {
  readonly spaces: Spaces;
  readonly clock: Clock;
  readonly events: Events;
  /** Writes down recalls still waiting: they may name what is about to go. */
  readonly flush: (ownerId: string) => Promise<void>;
  /** Called after memories were deleted for good. */
  readonly onPurged: (scope: MemoryScope) => void;
}

export function createForgetting({ spaces, clock, events, flush, onPurged }: ForgettingOptions): Forgetting {
  async function forgetNodes(tx: Tx, space: SpaceRow, ids: readonly string[]): Promise<number> {
    const now = clock();
    const going = [...new Set([...ids, ...(await findCorrections(tx, ids))])];
    const ancestors = await findAncestors(tx, space.id, going, false);
    const derivations = await findDerivations(
      tx,
      ancestors.map(({ id }) => id),
    );
    const { removed, renewed } = rippleOf(going, ancestors, derivations);
    const forgotten = await softDelete(tx, space, [...going, ...removed], newId(now.getTime()), now);
    await renewAll(tx, space, renewed, now);
    return forgotten;
  }

  async function revive(tx: Tx, space: SpaceRow, ids: readonly string[]): Promise<void> {
    const now = clock();
    const rows = await findForgotten(tx, space.id, ids);
    const batches = rows.flatMap(({ forgotten_batch }) => forgotten_batch ?? []);
    const together = batches.length === 0 ? [] : await findBatches(tx, space.id, batches);
    const back = await undelete(tx, space, [...new Set([...ids, ...together])], now);
    await renewAncestors(tx, space, back, now);
  }

  return {
    revive,
    async forget(scope, id) {
      const forgotten = await spaces.change(scope, async (tx, space) => {
        const node = isId(id) ? await findNode(tx, space.id, id) : undefined;
        return node === undefined || node.deletedAt !== null ? undefined : forgetNodes(tx, space, [id]);
      });
      if (forgotten === undefined) throw nodeNotFound();
      return { forgotten };
    },
    async forgetSession(scope, sessionId) {
      const forgotten = await spaces.change(scope, async (tx, space) => {
        const rows = await tx.rows<{ id: string }>(sql`
          SELECT id FROM memory.node
           WHERE space_id = ${space.id} AND session_id = ${sessionId} AND level = 0 AND deleted_at IS NULL`);
        if (rows.length === 0) return 0;
        return forgetNodes(
          tx,
          space,
          rows.map(({ id }) => id),
        );
      });
      return { forgotten: forgotten ?? 0 };
    },
    async restore(scope, id) {
      const node = await spaces.change(scope, async (tx, space) => {
        const before = isId(id) ? await findNode(tx, space.id, id) : undefined;
        if (before === undefined) return undefined;
        if (before.deletedAt === null) {
          throw new Refusal('conflict', 'memory.node_not_forgotten', 'This memory is not forgotten.');
        }
        await revive(tx, space, [id]);
        return findNode(tx, space.id, id);
      });
      if (node === undefined) throw nodeNotFound();
      if (node.deletedAt !== null) {
        throw new Refusal(
          'conflict',
          'memory.superseded',
          'A newer memory stands for the same thing already.',
        );
      }
      return node;
    },
    async purge(scope, target) {
      await flush(scope.ownerId);
      const forgotten = await spaces.change(scope, async (tx, space) => {
        if (target === 'all') {
          await advancePurgeEpoch(tx, space.id);
          await tellPurged(events, tx, scope, 'all');
          return emptySpace(tx, space);
        }
        const node = isId(target) ? await findNode(tx, space.id, target) : undefined;
        if (node === undefined) return undefined;
        const gone = await deleteForGood(tx, space, [target], clock());
        await tellPurged(events, tx, scope, gone);
        return gone.length;
      });
      if (forgotten === undefined && target !== 'all') throw nodeNotFound();
      onPurged(scope);
      return { forgotten: forgotten ?? 0 };
    },
  };
}
