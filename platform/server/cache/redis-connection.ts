import { Redis, type RedisOptions } from 'ioredis';
import type { Log } from '#platform/server/telemetry';

const reconnectEveryMs = 2_000;

/**
 * A connection that comes back by itself and tells the log once when it is lost and once when it is back.
 * Without an error listener ioredis would print every failed attempt to the console.
 */
export function connectRedis(url: string, role: string, log: Log, options: RedisOptions): Redis {
  const connection = new Redis(url, {
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(attempt * 100, reconnectEveryMs),
    ...options,
  });
  let isLost = false;
  connection.on('error', (error: unknown) => {
    if (!isLost) log.warn({ err: error, connection: role }, 'Redis is out of reach; going on without it');
    isLost = true;
  });
  connection.on('ready', () => {
    if (isLost) log.info({ connection: role }, 'Redis is back');
    isLost = false;
  });
  return connection;
}
