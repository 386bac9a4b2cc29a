import type { Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import { MemoriesPurged } from '../../contract/index.ts';
import type { MemoryScope } from '../spaces/scope.ts';
import { advancePurgeEpoch, type SpaceRow } from '../spaces/space.store.ts';
import { spaceKey } from '../spaces/space-key.rules.ts';
import { findAncestors, findCorrections, findDerivations } from './ancestry.store.ts';
import { hardDelete, reconsider } from './forget.store.ts';
import { renewAll } from './renewing.ts';
import { rippleOf } from './ripple.rules.ts';

/**
 * Deletes memories for good, with everything that could still tell them: their corrections, what was made of them alone,
 * and forgotten memories made of them. What has other live sources is made anew without them. Answers which went.
 */
export async function deleteForGood(
  tx: Tx,
  space: SpaceRow,
  ids: readonly string[],
  now: Date,
): Promise<readonly string[]> {
  const going = [...new Set([...ids, ...(await findCorrections(tx, ids))])];
  const ancestors = await findAncestors(tx, space.id, going, true);
  const derivations = await findDerivations(
    tx,
    ancestors.map(({ id }) => id),
  );
  const forgotten = ancestors.filter(({ deleted }) => deleted).map(({ id }) => id);
  const { removed, renewed } = rippleOf(
    [...going, ...forgotten],
    ancestors.filter(({ deleted }) => !deleted),
    derivations,
  );
  const all = [...going, ...forgotten, ...removed];
  const gone = new Set(all);
  const deleted = await hardDelete(tx, space, all);
  await renewAll(tx, space, renewed, now);
  const orphans = derivations.filter(({ from, to }) => gone.has(from) && !gone.has(to)).map(({ to }) => to);
  await reconsider(tx, space, [...new Set(orphans)]);
  await advancePurgeEpoch(tx, space.id);
  return deleted;
}

/** Tells other modules which memories went for good, within the transaction that deletes them. */
export async function tellPurged(
  events: Events,
  tx: Tx,
  scope: MemoryScope,
  gone: readonly string[] | 'all',
): Promise<void> {
  if (gone.length === 0) return;
  const { ownerId, agentId } = spaceKey(scope);
  await events.emit(tx, MemoriesPurged, {
    owner_id: ownerId,
    agent_id: agentId,
    node_ids: gone === 'all' ? null : [...gone],
  });
}
