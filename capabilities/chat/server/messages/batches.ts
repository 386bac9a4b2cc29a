/** Gathers what arrives for one key while earlier work for it is under way. */
export interface Batches<Item, Result> {
  add(key: string, item: Item): Promise<Result>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Works on the items of a key in order, at most `limit` at a time and one batch after the other: a lone item starts
 * at once, a crowd shares the cost. `work` answers one result per item, in order; when it throws, the batch fails.
 */
export function createBatches<Item, Result>(
  limit: number,
  work: (key: string, items: readonly Item[]) => Promise<readonly Result[]>,
): Batches<Item, Result> {
  const queues = new Map<string, Waiting<Item, Result>[]>();

  async function workOff(key: string, queue: Waiting<Item, Result>[]): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0, limit);
      try {
        const results = await work(
          key,
          batch.map(({ item }) => item),
        );
        for (const [index, { resolve, reject }] of batch.entries()) {
          const result = results[index];
          if (result === undefined) reject(new Error('A batch left an item without a result.'));
          else resolve(result);
        }
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    queues.delete(key);
  }

  return {
    add: (key, item) =>
      new Promise((resolve, reject) => {
        const queue = queues.get(key);
        const entry = { item, resolve, reject };
        if (queue !== undefined) {
          queue.push(entry);
          return;
        }
        const started = [entry];
        queues.set(key, started);
        // A moment later, so that what arrives in the same read of the sockets shares the batch.
        setImmediate(() => void workOff(key, started));
      }),
  };
}
