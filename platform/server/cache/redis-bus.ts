import type { BusDriver } from 'bentocache/types';
import type { Redis } from 'ioredis';

/**
 * Carries invalidations between processes. The transport that comes with bentocache holds two more connections,
 * whose commands wait for ever while Redis is away; here publishing fails at once (bentocache repeats it) and
 * subscribing never does.
 */
export function createRedisBus(publisher: Redis, subscriber: Redis, onMissed: () => object[]): BusDriver {
  const handlers = new Map<string, ((payload: string) => void)[]>();
  let id = '';
  let wasReady = false;

  // A message is the sender's id, a space, and the payload as JSON.
  subscriber.on('message', (channel: string, text: string) => {
    const end = text.indexOf(' ');
    if (end >= 0 && text.slice(0, end) !== id) deliver(channel, text.slice(end + 1));
  });
  subscriber.on('ready', () => {
    listen([...handlers.keys()]);
    // What others invalidated while this process was cut off is unknown, so everything in memory goes.
    const messages = wasReady ? onMissed().map((message) => JSON.stringify(message)) : [];
    for (const channel of handlers.keys()) for (const message of messages) deliver(channel, message);
    wasReady = true;
  });

  // A connection that closes meanwhile rejects this; it is repeated when the connection is ready again.
  function listen(channels: readonly string[]): void {
    if (channels.length > 0 && subscriber.status === 'ready')
      subscriber.subscribe(...channels).catch(() => undefined);
  }

  function deliver(channel: string, payload: string): void {
    for (const handle of handlers.get(channel) ?? []) handle(payload);
  }

  const bus: BusDriver = {
    setId(given) {
      id = given;
      return bus;
    },
    onReconnect: (callback) => void subscriber.on('reconnecting', callback),
    async publish(channel, payload) {
      await publisher.publish(channel, `${id} ${JSON.stringify(payload)}`);
    },
    async subscribe(channel, handler) {
      const handle = (payload: string): void => void handler(JSON.parse(payload));
      handlers.set(channel, [...(handlers.get(channel) ?? []), handle]);
      listen([channel]);
    },
    async unsubscribe(channel) {
      handlers.delete(channel);
    },
    async disconnect() {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
  return bus;
}
