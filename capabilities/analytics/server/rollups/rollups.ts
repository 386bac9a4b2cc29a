import { type Clock, day } from '#base/time';
import type { Database, Tx } from '#platform/server/database';
import type { Funnels } from '../funnels.ts';
import { rollUpCohorts } from './cohort.store.ts';
import { rebuildPopularity, rollUpDays } from './daily.store.ts';
import { rollUpFunnel } from './reached.store.ts';
import { forgetBefore, markRolled, reopenDay, takeTurn } from './rollup.store.ts';

/** Turns single events into daily counts, and forgets them later. */
export interface Rollups {
  /** Counts what came since the last time, late events included; with `day`, that day again. Answers events counted. */
  rollUp(day?: string): Promise<number>;
  /** Rolls up, then forgets events older than the retention. Answers how many were forgotten. */
  prune(): Promise<number>;
  /** Popularity again from the daily counts. */
  rebuildPopularity(): Promise<void>;
}

export function createRollups(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly funnels: Funnels;
  readonly retentionDays: number;
}): Rollups {
  const { database, clock, funnels, retentionDays } = options;

  async function count(tx: Tx, again: string | undefined): Promise<number> {
    if (again !== undefined) await reopenDay(tx, again);
    await rollUpDays(tx);
    for (const funnel of await funnels.all()) await rollUpFunnel(tx, funnel);
    await rollUpCohorts(tx);
    return markRolled(tx);
  }

  // One snapshot for all statements: what is counted is exactly what is marked as counted.
  const inTurn = (work: (tx: Tx) => Promise<number>): Promise<number> =>
    database.transaction(async (tx) => ((await takeTurn(tx)) ? work(tx) : 0), {
      isolation: 'repeatable read',
    });

  return {
    rollUp: (again) => inTurn((tx) => count(tx, again)),
    prune: () =>
      inTurn(async (tx) => {
        await count(tx, undefined);
        const from = new Date(clock().getTime() - retentionDays * day).toISOString().slice(0, 10);
        return forgetBefore(tx, from);
      }),
    rebuildPopularity: () => database.transaction(rebuildPopularity),
  };
}
