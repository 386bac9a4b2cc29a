import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Tx } from '#platform/server/database';
import type { MemoryScope } from '../spaces/scope.ts';
import type { SpaceRow } from '../spaces/space.store.ts';
import type { Spaces } from '../spaces/spaces.ts';
import { nodeNotFound } from './browse.ts';
import type { MemoryNode, NodeChange } from './node.ts';
import { findNode } from './node-read.store.ts';
import { findSameMemories, insertEdges } from './node-write.store.ts';
import type { PreparedMemory, Remembering } from './remember.ts';
import { labelOf, unreadable } from './text.rules.ts';
import { changeFigures, rewriteNote } from './update.store.ts';

export interface UpdateOptions {
  readonly spaces: Spaces;
  readonly clock: Clock;
  readonly remembering: Remembering;
  /** Makes what was derived from a changed memory anew. */
  readonly renew: (tx: Tx, space: SpaceRow, ids: readonly string[], now: Date) => Promise<void>;
}

/** A correction matters at least this much: a person took the trouble. */
const correctionImportance = 0.7;

function checkChange({ label, importance }: NodeChange): void {
  const labelFits = label === undefined || (label.trim() !== '' && label.length <= 200 && !unreadable(label));
  const importanceFits = importance === undefined || (importance >= 0 && importance <= 1);
  if (!labelFits || !importanceFits) {
    throw new Refusal(
      'invalid',
      'memory.invalid',
      'A label has 1 to 200 characters, importance is from 0 to 1.',
    );
  }
}

export function createUpdate({ spaces, clock, remembering, renew }: UpdateOptions) {
  async function correct(
    tx: Tx,
    space: SpaceRow,
    scope: MemoryScope,
    node: MemoryNode,
    memory: PreparedMemory,
  ): Promise<string> {
    const importance = Math.max(node.importance, correctionImportance);
    const [kept] = await remembering.store(tx, space, scope, [{ ...memory, importance }]);
    if (kept === undefined) throw new Error('A correction was neither stored nor recognised.');
    if (kept.id !== node.id) await insertEdges(tx, space, [{ from: kept.id, to: node.id, kind: 'corrects' }]);
    return kept.id;
  }

  async function rewrite(tx: Tx, space: SpaceRow, node: MemoryNode, memory: PreparedMemory): Promise<void> {
    const same = await findSameMemories(tx, space.id, [memory.hash]);
    if (same.some(({ id, deleted_at }) => id !== node.id && deleted_at === null)) {
      throw new Refusal('conflict', 'memory.duplicate', 'Another note says exactly this already.');
    }
    const now = clock();
    const label = node.label === labelOf(node.content) ? labelOf(memory.content) : node.label;
    await rewriteNote(tx, space, node.id, memory, label, now);
    await renew(tx, space, [node.id], now);
  }

  return async (scope: MemoryScope, id: string, change: NodeChange): Promise<MemoryNode> => {
    checkChange(change);
    const { content, label = null, importance = null } = change;
    const [memory] = content === undefined ? [] : await remembering.prepare([{ content, kind: 'note' }]);
    const changed = await spaces.change(scope, async (tx, space) => {
      const node = isId(id) ? await findNode(tx, space.id, id) : undefined;
      if (node === undefined || node.deletedAt !== null) return undefined;
      let target = id;
      if (memory !== undefined && node.content !== memory.content) {
        if (node.level > 0) {
          throw new Refusal(
            'conflict',
            'memory.content_derived',
            'These words are made from other memories: change those.',
          );
        }
        if (node.kind === 'turn') target = await correct(tx, space, scope, node, memory);
        else await rewrite(tx, space, node, memory);
      }
      if (label !== null || importance !== null)
        await changeFigures(tx, space, target, { label, importance }, clock());
      return findNode(tx, space.id, target);
    });
    if (changed === undefined) throw nodeNotFound();
    return changed;
  };
}
