import type { CacheProvider } from 'bentocache/types';
import type { CacheCounters } from './metrics.ts';
import { createTrackedLoads } from './tracked-loads.ts';
import type { Cache, CacheSetOptions } from './types.ts';

const longestTtlMs = 30 * 24 * 60 * 60 * 1_000;

/** bentocache takes a time to live of 0 for "for ever"; here it means "not at all". */
function ttlOf({ ttlSeconds }: CacheSetOptions): number {
  return Math.min(Math.ceil(ttlSeconds * 1_000), longestTtlMs);
}

function tagsOf({ tags }: CacheSetOptions): string[] {
  return tags === undefined ? [] : [...tags];
}

export function createCache(provider: CacheProvider, counters: CacheCounters): Cache {
  const loads = createTrackedLoads();

  async function store(key: string, value: unknown, options: CacheSetOptions): Promise<void> {
    const ttl = ttlOf(options);
    if (value === undefined || !(ttl > 0)) return;
    await provider.set({ key, value, ttl, tags: tagsOf(options) });
  }

  return {
    async get<Value>(key: string) {
      return await loads.watch(key, async (load) => {
        const value = await provider.get<Value | undefined>({ key });
        // A value read from Redis while it was being deleted would settle in memory again.
        if (load.isStale) await provider.delete({ key });
        const found = load.isStale ? undefined : value;
        (found === undefined ? counters.miss : counters.hit)();
        return found;
      });
    },
    async set(key, value, options) {
      // A load under way is older than what is set now.
      loads.invalidate((load) => load.key === key);
      await store(key, value, options);
    },
    async getOrSet<Value>(key: string, options: CacheSetOptions, load: () => Promise<Value>) {
      const { result, isShared } = loads.share(key, options.tags ?? [], async (tracked) => {
        const cached = await provider.get<Value | undefined>({ key });
        if (cached !== undefined && !tracked.isStale) {
          counters.hit();
          return cached;
        }
        counters.miss();
        const loaded = await load();
        if (tracked.isStale) await provider.delete({ key });
        else await store(key, loaded, options);
        return loaded;
      });
      if (isShared) counters.hit();
      return await result;
    },
    async delete(key) {
      loads.invalidate((load) => load.key === key);
      await provider.delete({ key });
    },
    async deleteByTag(tag) {
      loads.invalidate((load) => load.tags.includes(tag));
      await provider.deleteByTag({ tags: [tag] });
    },
    async clear() {
      loads.invalidate(() => true);
      await provider.clear();
    },
  };
}
