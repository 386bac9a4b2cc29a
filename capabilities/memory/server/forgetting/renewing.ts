import type { Tx } from '#platform/server/database';
import { memoryHash } from '../nodes/new-memory.rules.ts';
import type { SpaceRow } from '../spaces/space.store.ts';
import { findAncestors, findDerivations } from './ancestry.store.ts';
import { findLiveSources, renewNode } from './forget.store.ts';
import { renewedFrom } from './renewal.rules.ts';
import { rippleOf } from './ripple.rules.ts';

/** Makes derived memories anew from their live sources; give lower levels first. */
export async function renewAll(tx: Tx, space: SpaceRow, ids: readonly string[], now: Date): Promise<void> {
  for (const id of ids) {
    const sources = await findLiveSources(tx, id);
    const occurredAt = sources[0]?.occurred_at;
    if (occurredAt === undefined) continue;
    const renewal = renewedFrom(sources, occurredAt.getTime());
    const hash = memoryHash('note', renewal.content, null, null);
    await renewNode(tx, space, id, { ...renewal, hash, occurredAt }, now);
  }
}

/** After memories changed or came back: what was made of them is made anew. */
export async function renewAncestors(
  tx: Tx,
  space: SpaceRow,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  const ancestors = await findAncestors(tx, space.id, ids, false);
  if (ancestors.length === 0) return;
  const derivations = await findDerivations(
    tx,
    ancestors.map(({ id }) => id),
  );
  const { renewed } = rippleOf([], ancestors, derivations);
  await renewAll(tx, space, renewed, now);
}
