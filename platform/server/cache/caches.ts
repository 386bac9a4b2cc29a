import { BentoCache, bentostore } from 'bentocache';
import { memoryDriver } from 'bentocache/drivers/memory';
import type { Registry } from 'prom-client';
import type { Log } from '#platform/server/telemetry';
import { createCache } from './cache.ts';
import { createCacheMetrics } from './metrics.ts';
import { prefix, type Tiers } from './tiers.ts';
import type { Cache, Caches } from './types.ts';

const itemsPerNamespace = 5_000;

/**
 * Memory only: values are kept as they are. A cache of its own for each namespace, because bentocache 1.6.1
 * forgets `serialize: false` in the namespaces of a shared one.
 */
function memoryTier(): Tiers {
  return {
    open(namespace) {
      const memory = memoryDriver({ maxItems: itemsPerNamespace, serialize: false });
      return new BentoCache({
        default: 'memory',
        stores: { memory: bentostore({ prefix: `${prefix}:${namespace}` }).useL1Layer(memory) },
      }).use('memory');
    },
    close: async () => undefined,
  };
}

async function openTiers({ redisUrl, log }: { redisUrl?: string | undefined; log: Log }): Promise<Tiers> {
  if (redisUrl === undefined) return memoryTier();
  // The client's library is loaded where there is a Redis.
  const { redisTiers } = await import('./redis-tiers.ts');
  return redisTiers(redisUrl, log);
}

/**
 * Opens the caches of this process: in memory, bounded, least recently used out first; with `redisUrl` also in
 * Redis, with invalidations sent to the other processes. `cache(name)` is the same object for the same name.
 *
 * Values must survive JSON (no Date, Map, class) as soon as Redis may be configured. `undefined` and anything
 * with a time to live of 0 or less is not stored. A load that was invalidated while it ran is handed to those
 * who waited for it, but not kept. Redis away: reads load, writes reach memory only; what was deleted meanwhile
 * may come back from Redis until its time to live ends.
 */
export async function createCaches(options: {
  readonly redisUrl?: string | undefined;
  readonly metrics: Registry;
  readonly log: Log;
}): Promise<Caches> {
  const countersOf = createCacheMetrics(options.metrics);
  const tiers = await openTiers(options);
  const caches = new Map<string, Cache>();
  return {
    cache(namespace) {
      const known = caches.get(namespace);
      if (known !== undefined) return known;
      const made = createCache(tiers.open(namespace), countersOf(namespace));
      caches.set(namespace, made);
      return made;
    },
    close: async () => await tiers.close(),
  };
}
