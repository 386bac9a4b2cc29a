import { BentoCache, bentostore } from 'bentocache';
import { memoryDriver } from 'bentocache/drivers/memory';
import { redisDriver } from 'bentocache/drivers/redis';
import type { Log } from '#platform/server/telemetry';
import { createRedisBus } from './redis-bus.ts';
import { connectRedis } from './redis-connection.ts';
import { prefix, type Tiers } from './tiers.ts';

const itemsBesideRedis = 20_000;

/**
 * Memory before Redis: both keep JSON, because bentocache 1.6.1 with `serialize: false` puts what it read from
 * Redis into memory as text and fails at the next read.
 */
export function redisTiers(url: string, log: Log): Tiers {
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
