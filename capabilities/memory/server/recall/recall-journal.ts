import type { Log } from '#platform/server/telemetry';
import type { Spaces } from '../spaces/spaces.ts';
import { countAccesses, countUses, insertRecalls, type LoggedRecall } from './recall-log.store.ts';

/** Writes down recalls and accesses in batches, off the way of the answer. */
export interface RecallJournal {
  note(recall: LoggedRecall): void;
  /** Writes everything noted so far, of one owner or of all. Failures are logged; what failed is tried again. */
  flush(ownerId?: string): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  recalls: LoggedRecall[];
  accesses: Map<string, number>;
}

const flushAfterMs = 1_000;
const keepAtMost = 10_000;

export function createRecallJournal(spaces: Spaces, log: Log): RecallJournal {
  const waiting = new Map<string, Waiting>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  function of(ownerId: string): Waiting {
    const entry = waiting.get(ownerId) ?? { recalls: [], accesses: new Map() };
    waiting.set(ownerId, entry);
    return entry;
  }

  function schedule(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void flush();
    }, flushAfterMs);
    timer.unref();
  }

  function keepAccess(ownerId: string, id: string, count: number): void {
    const { accesses } = of(ownerId);
    if (accesses.size < keepAtMost || accesses.has(id)) accesses.set(id, (accesses.get(id) ?? 0) + count);
  }

  async function write(ownerId: string, { recalls, accesses }: Waiting): Promise<void> {
    const list = [...accesses].map(([id, count]) => ({ id, count }));
    const at = recalls.at(-1)?.at ?? new Date();
    const counted = await spaces.unlocked(ownerId, async (tx) => {
      if (recalls.length > 0) {
        await insertRecalls(tx, recalls);
        await countUses(tx, usesOf(recalls));
      }
      return list.length === 0 ? new Set<string>() : countAccesses(tx, list, at);
    });
    // A row that a writer held is counted next time; one that is gone is not found then either and costs one try.
    if (counted.size < list.length && recalls.length > 0) {
      for (const { id, count } of list) if (!counted.has(id)) keepAccess(ownerId, id, count);
      schedule();
    }
  }

  async function flushAll(only: string | undefined): Promise<void> {
    const owners = only === undefined ? [...waiting.keys()] : [only];
    for (const ownerId of owners) {
      const entry = waiting.get(ownerId);
      if (entry === undefined) continue;
      waiting.delete(ownerId);
      try {
        await write(ownerId, entry);
      } catch (error) {
        log.warn({ error, recalls: entry.recalls.length }, 'Recalls could not be written down yet.');
        const kept = of(ownerId);
        kept.recalls = [...entry.recalls, ...kept.recalls].slice(-keepAtMost);
        for (const [id, count] of entry.accesses) keepAccess(ownerId, id, count);
        schedule();
      }
    }
  }

  function flush(ownerId?: string): Promise<void> {
    running = running.then(() => flushAll(ownerId));
    return running;
  }

  return {
    note(recall) {
      const entry = of(recall.ownerId);
      if (entry.recalls.length < keepAtMost) entry.recalls.push(recall);
      for (const id of recall.nodeIds) keepAccess(recall.ownerId, id, 1);
      schedule();
    },
    flush,
    async close() {
      clearTimeout(timer);
      await flush();
      clearTimeout(timer);
    },
  };
}

function usesOf(recalls: readonly LoggedRecall[]): Parameters<typeof countUses>[1] {
  const uses = new Map<string, Parameters<typeof countUses>[1][number]>();
  for (const { spaceId, ownerId, strategy, at } of recalls) {
    const day = at.toISOString().slice(0, 10);
    const key = `${spaceId} ${strategy} ${day}`;
    uses.set(key, { spaceId, ownerId, strategy, day, count: (uses.get(key)?.count ?? 0) + 1 });
  }
  return [...uses.values()];
}
