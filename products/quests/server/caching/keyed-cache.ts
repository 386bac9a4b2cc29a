import type { Cache } from '#platform/server/cache';
import { createBatchLoader } from './batch-loader.ts';

/** Values by id that are loaded together and kept one by one. */
export interface KeyedCache<Value> {
  /** Unknown ids are left out. */
  many(ids: readonly string[]): Promise<ReadonlyMap<string, Value>>;
  one(id: string): Promise<Value | undefined>;
  /** The key under which a value is kept, to let it go. */
  key(id: string): string;
}

/** That something is not there is kept too. With a time to live of 0 every call loads for itself. */
export function createKeyedCache<Value>(options: {
  readonly cache: Cache;
  readonly prefix: string;
  readonly ttlSeconds: number;
  readonly tags?: readonly string[];
  readonly load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>;
}): KeyedCache<Value> {
  const { cache, prefix, ttlSeconds, tags = [] } = options;
  const load = createBatchLoader(options.load);
  const settings = { ttlSeconds, tags };
  const key = (id: string) => `${prefix}:${id}`;
  const value = (id: string) => cache.getOrSet<Value | null>(key(id), settings, () => load(id));
  const keeps = ttlSeconds > 0;
  return {
    key,
    one: async (id) => (keeps ? ((await value(id)) ?? undefined) : (await options.load([id])).get(id)),
    async many(ids) {
      const unique = [...new Set(ids)];
      if (!keeps) return unique.length === 0 ? new Map() : options.load(unique);
      const found = await Promise.all(unique.map(value));
      const values = new Map<string, Value>();
      unique.forEach((id, index) => {
        const each = found[index] ?? null;
        if (each !== null) values.set(id, each);
      });
      return values;
    },
  };
}
