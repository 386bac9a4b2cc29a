import type { CheckedMemory } from './new-memory.rules.ts';
import type { SameMemory } from './node-write.store.ts';

/** The same words of the same speaker count as said once when their moments differ by no more than this. */
const sameMomentMs = 5_000;

export interface Repetition {
  readonly id: string;
  readonly kind: 'turn' | 'note';
  readonly deleted: boolean;
}

/**
 * Pairs new memories with stored ones. A note equals any identical note of the space. A turn equals a stored turn of
 * the same moment, and each stored turn answers for one new turn only: what was said twice is kept twice, and reading
 * the same conversation again adds nothing. Forgotten turns count like live ones.
 */
export function createMatcher(
  stored: readonly SameMemory[],
): (memory: CheckedMemory) => Repetition | undefined {
  const byHash = new Map<string, SameMemory[]>();
  for (const memory of stored)
    byHash.set(memory.content_hash, [...(byHash.get(memory.content_hash) ?? []), memory]);
  return (memory) => {
    const candidates = byHash.get(memory.hash) ?? [];
    const at = candidates.findIndex(
      ({ kind, occurred_at }) =>
        kind === 'note' || Math.abs(occurred_at.getTime() - memory.occurredAt.getTime()) <= sameMomentMs,
    );
    const found = candidates[at];
    if (found === undefined) return undefined;
    if (found.kind === 'turn') candidates.splice(at, 1);
    return { id: found.id, kind: found.kind, deleted: found.deleted_at !== null };
  };
}
