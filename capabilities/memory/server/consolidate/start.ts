import { LRUCache } from 'lru-cache';
import type { Database, Tx } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import { consolidateMemory } from '../jobs/definitions.ts';
import type { MemoryScope } from '../spaces/scope.ts';
import { spacesAfter } from '../spaces/space.store.ts';

/** Decides when consolidation is due and sends the job. */
export interface ConsolidationStarter {
  /** Counts new turns and notes; sends the job with them once there are enough. */
  stored(tx: Tx, scope: MemoryScope, count: number): Promise<void>;
  /** Sends a job for every space that has something new; answers how many. */
  sendAll(signal?: AbortSignal): Promise<number>;
}

export interface ConsolidationStarterOptions {
  readonly database: Database;
  readonly jobs: Jobs;
  /** New turns and notes after which a space is consolidated. */
  readonly after: number;
}

const page = 200;

export function createConsolidationStarter(options: ConsolidationStarterOptions): ConsolidationStarter {
  const { database, jobs, after } = options;
  // Counted per process and roughly: the hourly round finds what was missed.
  const counts = new LRUCache<string, number>({ max: 10_000 });

  async function send(tx: Tx, ownerId: string, agentId: string): Promise<void> {
    await jobs.send(
      tx,
      consolidateMemory,
      { owner_id: ownerId, agent_id: agentId },
      { singletonKey: `${ownerId}/${agentId}`, startAfterSeconds: 2 },
    );
  }

  return {
    async stored(tx, { ownerId, agentId = 'default' }, count) {
      const key = `${ownerId}/${agentId}`;
      const total = (counts.get(key) ?? 0) + count;
      counts.set(key, total >= after ? 0 : total);
      if (total >= after) await send(tx, ownerId, agentId);
    },
    async sendAll(signal) {
      let sent = 0;
      let last: string | null = null;
      for (;;) {
        signal?.throwIfAborted();
        const spaces = await spacesAfter(database, last, { waiting: true, limit: page });
        await database.transaction(async (tx) => {
          for (const { owner_id, agent_id } of spaces) await send(tx, owner_id, agent_id);
        });
        sent += spaces.length;
        if (spaces.length < page) return sent;
        last = spaces.at(-1)?.space_id ?? null;
      }
    },
  };
}
