import { day } from '#base/time';
import type { Tx } from '#platform/server/database';
import type { FilesContext } from '../context.ts';
import type { FilesMetrics } from '../metrics.ts';
import { releasePending } from '../uploads/quota.store.ts';
import { lockDeleted, lockUnfinished, lockUnused } from './removal.store.ts';
import type { Removal } from './removal.ts';

/** What one run of the collector took. */
export interface Collected {
  readonly unfinished: number;
  readonly unused: number;
  readonly deleted: number;
}

const unfinishedAfter = day;
const unusedAfter = day;
const deletedAfter = 7 * day;
const batch = 200;

/**
 * Forgets uploads unfinished for a day, hides files nobody has used for a day, and deletes for good what was hidden
 * seven days ago.
 */
export function createCollect(
  { database, clock }: FilesContext,
  { removal, metrics }: { readonly removal: Removal; readonly metrics: FilesMetrics },
): (signal?: AbortSignal) => Promise<Collected> {
  const before = (age: number): Date => new Date(clock().getTime() - age);

  async function unfinished(tx: Tx): Promise<number> {
    const uploads = await lockUnfinished(tx, before(unfinishedAfter), batch);
    for (const { owner_id, is_open } of uploads) if (is_open) await releasePending(tx, owner_id);
    await removal.destroy(
      tx,
      uploads.map(({ id }) => id),
    );
    return uploads.length;
  }

  async function unused(tx: Tx): Promise<number> {
    const ids = await lockUnused(tx, before(unusedAfter), batch);
    await removal.hide(tx, ids);
    return ids.length;
  }

  async function deleted(tx: Tx): Promise<number> {
    const ids = await lockDeleted(tx, before(deletedAfter), batch);
    await removal.destroy(tx, ids);
    return ids.length;
  }

  async function all(kind: keyof Collected, some: (tx: Tx) => Promise<number>, signal?: AbortSignal) {
    let sum = 0;
    for (;;) {
      signal?.throwIfAborted();
      const count = await database.transaction(some);
      sum += count;
      metrics.collected(kind, count);
      if (count < batch) return sum;
    }
  }

  return async (signal) => ({
    unfinished: await all('unfinished', unfinished, signal),
    unused: await all('unused', unused, signal),
    deleted: await all('deleted', deleted, signal),
  });
}
