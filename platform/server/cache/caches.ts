import { BentoCache, bentostore } from 'bentocache';
import { memoryDriver } from 'bentocache/drivers/memory';
import { redisDriver } from 'bentocache/drivers/redis';
import type { CacheProvider } from 'bentocache/types';
import type { Registry } from 'prom-client';
import type { Log } from '#platform/server/telemetry';
import { createCache } from './cache.ts';
import { createCacheMetrics } from './metrics.ts';
import { createRedisBus } from './redis-bus.ts';
import { connectRedis } from './redis-connection.ts';
import type { Cache, Caches } from './types.ts';

const itemsPerNamespace = 5_000;
const itemsBesideRedis = 20_000;
const prefix = 'quintet';

interface Tiers {
  open(namespace: string): CacheProvider;
  close(): Promise<void>;
}

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

/**
 * Memory before Redis: both keep JSON, because bentocache 1.6.1 with `serialize: false` puts what it read from
 * Redis into memory as text and fails at the next read.
 */
function redisTiers(url: string, log: Log): Tiers {
  const commands = connectRedis(url, 'cache', log, {
    // A read must not wait for a Redis that is away: it fails at once and the value is loaded instead.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 1_000,
  });
  // ioredis' own way to subscribe again leaves a rejection unhandled when the connection closes meanwhile.
  const subscriber = connectRedis(url, 'cache invalidation', log, { autoResubscribe: false });
  const namespaces = new Set<string>();
  const dropAll = () =>
    Array.from(namespaces, (namespace) => ({ type: 'clear', keys: [], namespace: `${prefix}:${namespace}` }));
  const bento = new BentoCache({
    default: 'tiers',
    stores: {
      tiers: bentostore({ prefix, l2CircuitBreakerDuration: 2_000 })
        .useL1Layer(memoryDriver({ maxItems: itemsBesideRedis }))
        .useL2Layer(redisDriver({ connection: commands }))
        .useBus({
          options: { retryQueue: { enabled: true, maxSize: 1_000 } },
          factory: () => createRedisBus(commands, subscriber, dropAll),
        }),
    },
  });
  return {
    open(namespace) {
      namespaces.add(namespace);
      return bento.use('tiers').namespace(namespace);
    },
    close: async () => await bento.disconnectAll(),
  };
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
export function createCaches(options: {
  readonly redisUrl?: string | undefined;
  readonly metrics: Registry;
  readonly log: Log;
}): Caches {
  const countersOf = createCacheMetrics(options.metrics);
  const tiers = options.redisUrl === undefined ? memoryTier() : redisTiers(options.redisUrl, options.log);
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
