import { newId } from '#base/ids';
import type { Cache } from '#platform/server/cache';
import { type Database, sql, type Tx } from '#platform/server/database';

/** What a change makes untrue. */
export interface Forgotten {
  readonly keys?: readonly string[];
  readonly tags?: readonly string[];
}

/** Lets cached values go when a transaction commits: here before it returns, in other processes right after. */
export interface Invalidation {
  forget(tx: Tx, what: Forgotten): Promise<void>;
  /** Begins to hear of other processes. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const channel = 'quests_cache';
// NOTIFY carries less than 8,000 bytes.
const longest = 7_000;

function read(payload: string): (Forgotten & { readonly from?: string }) | undefined {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}

export function createInvalidation(database: Database, cache: Cache): Invalidation {
  const self = newId();
  let stop: (() => Promise<void>) | undefined;

  async function drop({ keys = [], tags = [] }: Forgotten): Promise<void> {
    await Promise.all([
      ...keys.map((key) => cache.delete(key)),
      ...tags.map((tag) => cache.deleteByTag(tag)),
    ]);
  }

  async function hear(payload: string): Promise<void> {
    const told = read(payload);
    if (told === undefined) await cache.clear();
    else if (told.from !== self) await drop(told);
  }

  return {
    async forget(tx, what) {
      tx.afterCommit(() => drop(what));
      const text = JSON.stringify({ from: self, ...what });
      await tx.run(sql`SELECT pg_notify(${channel}, ${text.length > longest ? '' : text})`);
    },
    async start() {
      stop = await database.listen(
        channel,
        (payload) => void hear(payload),
        () => void cache.clear(),
      );
    },
    stop: async () => await stop?.(),
  };
}
