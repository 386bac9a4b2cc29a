import { type Clock, day } from '#base/time';
import type { Database, Tx } from '#platform/server/database';
import { purgeAlerts, purgeNotifications } from './purge.store.ts';

const kept = 90 * day;

/** Makes the work that deletes what is older than 90 days, batch by batch; answers how many rows went. */
export function createPurge(database: Database, clock: Clock) {
  async function all(purge: (tx: Tx, before: Date) => Promise<number>): Promise<number> {
    const before = new Date(clock().getTime() - kept);
    let total = 0;
    for (;;) {
      const deleted = await database.transaction((tx) => purge(tx, before));
      if (deleted === 0) return total;
      total += deleted;
    }
  }
  return async (): Promise<number> => (await all(purgeNotifications)) + (await all(purgeAlerts));
}
