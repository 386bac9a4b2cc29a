import { type Clock, day } from '#base/time';
import type { Database } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import type { Log } from '#platform/server/telemetry';
import { dropOldInjected } from '../nodes/injected.store.ts';
import type { MemoryScope } from '../spaces/scope.ts';
import { spacesAfter } from '../spaces/space.store.ts';
import type { Spaces } from '../spaces/spaces.ts';
import {
  countExpired,
  countForgettable,
  findExpired,
  type GarbageAges,
  softDeleteGarbage,
  trimLogs,
} from './garbage.store.ts';
import type { GarbageOptions, GarbageReport } from './outcome.ts';
import { deleteForGood, tellPurged } from './purging.ts';

interface GarbageRules {
  readonly importanceBelow: number;
  readonly minAgeDays: number;
  readonly softDeleteAgeDays: number;
}

export interface GarbageCollectorOptions {
  readonly spaces: Spaces;
  readonly database: Database;
  readonly clock: Clock;
  readonly events: Events;
  readonly log: Log;
  readonly rules: GarbageRules;
  readonly flush: (ownerId: string) => Promise<void>;
  readonly onPurged: (scope: MemoryScope) => void;
}

const batch = 1_000;
const page = 200;

export type CollectGarbage = (scope: MemoryScope | 'all', options?: GarbageOptions) => Promise<GarbageReport>;

export function createGarbageCollector(options: GarbageCollectorOptions): CollectGarbage {
  const { spaces, database, clock, events, log, rules, flush, onPurged } = options;

  function agesAt(now: Date): GarbageAges {
    return {
      importanceBelow: rules.importanceBelow,
      oldBefore: new Date(now.getTime() - rules.minAgeDays * day),
      deletedBefore: new Date(now.getTime() - rules.softDeleteAgeDays * day),
    };
  }

  /** Runs a step until it finds less than a full batch; each batch is a transaction of its own. */
  async function inBatches(
    step: () => Promise<{ readonly found: number; readonly done: number }>,
  ): Promise<number> {
    let total = 0;
    for (;;) {
      const { found, done } = await step();
      total += done;
      if (found < batch) return total;
    }
  }

  async function softPart(scope: MemoryScope, ages: GarbageAges, now: Date): Promise<number> {
    await flush(scope.ownerId);
    return inBatches(async () => {
      const done = await spaces.change(scope, (tx, space) => softDeleteGarbage(tx, space, ages, batch, now));
      return { found: done ?? 0, done: done ?? 0 };
    });
  }

  async function hardPart(scope: MemoryScope, ages: GarbageAges, now: Date): Promise<number> {
    const total = await inBatches(async () => {
      const found = await spaces.change(scope, async (tx, space) => {
        const ids = await findExpired(tx, space.id, ages, batch);
        if (ids.length > 0) await tellPurged(events, tx, scope, await deleteForGood(tx, space, ids, now));
        return ids.length;
      });
      return { found: found ?? 0, done: found ?? 0 };
    });
    if (total > 0) onPurged(scope);
    return total;
  }

  async function attempt(part: string, errors: string[], work: () => Promise<number>): Promise<number> {
    try {
      return await work();
    } catch (error) {
      log.error({ error, part }, 'A part of memory garbage collection failed.');
      errors.push(`${part} failed; the other parts were done.`);
      return 0;
    }
  }

  async function collectOne(scope: MemoryScope, now: Date, dryRun: boolean): Promise<GarbageReport> {
    const ages = agesAt(now);
    const errors: string[] = [];
    const space = await spaces.find(scope);
    if (space === undefined) return { soft_deleted: 0, hard_deleted: 0, errors };
    const reader = spaces.reader(scope.ownerId);
    // What is deleted for good was soft-deleted long before this run, so the order of the parts does not matter.
    const soft_deleted = await attempt('Soft deletion', errors, () =>
      dryRun ? countForgettable(reader, space.id, ages) : softPart(scope, ages, now),
    );
    const hard_deleted = await attempt('Hard deletion', errors, () =>
      dryRun ? countExpired(reader, space.id, ages) : hardPart(scope, ages, now),
    );
    if (!dryRun) {
      await attempt('Trimming logs', errors, () =>
        spaces.unlocked(scope.ownerId, async (tx) => {
          await trimLogs(tx, space.id, now);
          await dropOldInjected(tx, space.id, now);
          return 0;
        }),
      );
    }
    return { soft_deleted, hard_deleted, errors };
  }

  async function collectAll(now: Date, dryRun: boolean): Promise<GarbageReport> {
    let soft_deleted = 0;
    let hard_deleted = 0;
    const errors: string[] = [];
    let after: string | null = null;
    for (;;) {
      const found = await spacesAfter(database, after, { waiting: false, limit: page });
      for (const { owner_id, agent_id } of found) {
        const part = await collectOne({ ownerId: owner_id, agentId: agent_id }, now, dryRun);
        soft_deleted += part.soft_deleted;
        hard_deleted += part.hard_deleted;
        errors.push(...part.errors);
      }
      if (found.length < page) return { soft_deleted, hard_deleted, errors: [...new Set(errors)] };
      after = found.at(-1)?.space_id ?? null;
    }
  }

  return (scope, { dryRun = false, now = clock() } = {}) =>
    scope === 'all' ? collectAll(now, dryRun) : collectOne(scope, now, dryRun);
}
