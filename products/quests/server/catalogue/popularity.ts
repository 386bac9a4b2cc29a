import type { Invalidation } from '../caching/invalidation.ts';
import { playFunnel } from '../funnels.ts';
import type { QuestsContext } from '../uses.ts';
import type { Indexing } from './indexing.ts';
import { setPopularity } from './listing.store.ts';
import { listsTag } from './quest-caching.ts';

/** Takes over how popular quests are by now; answers how many changed. */
export type RefreshPopularity = () => Promise<number>;

/** Quests beyond this many are as unpopular as any. */
const most = 10_000;

export function createRefreshPopularity({
  database,
  analytics,
  indexing,
  invalidation,
}: Pick<QuestsContext, 'database' | 'analytics'> & {
  readonly indexing: Indexing;
  readonly invalidation: Invalidation;
}): RefreshPopularity {
  return async () => {
    const scores = await analytics.popular(database, { funnel: playFunnel.name, limit: most });
    return database.transaction(async (tx) => {
      const changed = await setPopularity(tx, scores);
      await indexing.recount(tx, changed);
      if (changed.length > 0) await invalidation.forget(tx, { tags: [listsTag] });
      return changed.length;
    });
  };
}
