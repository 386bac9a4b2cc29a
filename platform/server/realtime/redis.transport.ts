import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Log } from '../telemetry/index.ts';
import { channelName, type Transport } from './transport.ts';

const commandTimeoutMs = 2_000;
const longestWaitMs = 5_000;
const startPatienceMs = 3_000;

/** Publish and subscribe of Redis, with one connection for each. */
export function createRedisTransport(url: string, log: Log): Transport {
  const options = {
    lazyConnect: true,
    autoResubscribe: false,
    retryStrategy: (attempt: number) => Math.min(100 * 2 ** attempt, longestWaitMs),
  };
  const publisher = new Redis(url, { ...options, commandTimeout: commandTimeoutMs, maxRetriesPerRequest: 1 });
  const subscriber = new Redis(url, { ...options, maxRetriesPerRequest: null });
  for (const client of [publisher, subscriber]) {
    client.on('error', (error) => log.warn({ reason: error.message }, 'The connection to Redis failed.'));
  }

  return {
    async send(text) {
      await publisher.publish(channelName, text);
    },
    async listen(onText, onGap) {
      const subscribed = Promise.withResolvers<void>();
      let first = true;
      subscriber.on('message', (_channel, text) => onText(text));
      subscriber.on('ready', () => {
        subscriber.subscribe(channelName).then(
          () => {
            if (first) subscribed.resolve();
            else onGap();
            first = false;
          },
          () => log.warn({}, 'Subscribing failed; the next connection tries again.'),
        );
      });
      subscriber.connect().catch(() => undefined);
      const waited = new AbortController();
      // Without Redis the process starts all the same: messages reach followers here, and others once it is back.
      const patience = sleep(startPatienceMs, undefined, { signal: waited.signal }).catch(() => undefined);
      await Promise.race([subscribed.promise, patience]);
      waited.abort();
    },
    async close() {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
