import { Counter, type Registry } from 'prom-client';
import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { Database } from '../database/index.ts';
import type { Log } from '../telemetry/index.ts';
import { assertSendable, type Envelope, parseEnvelope } from './envelope.ts';
import { createPostgresTransport } from './postgres.transport.ts';
import type { Transport } from './transport.ts';
import type { DropTarget, Realtime } from './types.ts';

export interface RealtimeOptions {
  readonly database: Database;
  /** Fans out over Redis in place of PostgreSQL. */
  readonly redisUrl?: string | undefined;
  readonly metrics: Registry;
  readonly log: Log;
  readonly clock: Clock;
}

export interface RealtimeHub {
  readonly realtime: Realtime;
  /** Called for every drop, from whichever process. Answers how to stop. */
  onDrop(listener: (target: DropTarget) => void): () => void;
  /** Called when messages of other processes may have been missed. Answers how to stop. */
  onGap(listener: () => void): () => void;
  close(): Promise<void>;
}

type OnMessage = (message: Readonly<Record<string, unknown>>) => void;

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function openTransport(database: Database, redisUrl: string | undefined, log: Log): Promise<Transport> {
  if (redisUrl === undefined) return createPostgresTransport(database);
  // The client's library is loaded where there is a Redis.
  const { createRedisTransport } = await import('./redis.transport.ts');
  return createRedisTransport(redisUrl, log);
}

/**
 * Makes the fan-out of this process and begins to receive what others publish. Messages reach followers here
 * at once, those of other processes through PostgreSQL (throws when it cannot be reached) or Redis (may come
 * up later).
 */
export async function createRealtime(options: RealtimeOptions): Promise<RealtimeHub> {
  const { database, redisUrl, metrics, log, clock } = options;
  const self = newId(clock().getTime());
  const followers = new Map<string, Set<OnMessage>>();
  const dropListeners = new Set<(target: DropTarget) => void>();
  const gapListeners = new Set<() => void>();
  const transport = await openTransport(database, redisUrl, log);
  const messages = new Counter({
    name: 'realtime_messages_total',
    help: 'Messages between processes.',
    labelNames: ['direction'],
    registers: [metrics],
  });

  function each<Listener>(listeners: Iterable<Listener>, call: (listener: Listener) => void): void {
    for (const listener of [...listeners]) {
      try {
        call(listener);
      } catch (error) {
        log.error({ reason: String(error) }, 'A follower of a channel failed.');
      }
    }
  }

  function deliver(envelope: Envelope): void {
    switch (envelope.kind) {
      case 'message':
        each(followers.get(envelope.channel) ?? [], (onMessage) => onMessage(envelope.message));
        return;
      case 'drop': {
        const { user_id: userId, session_id: sessionId } = envelope;
        if (userId !== undefined) each(dropListeners, (listener) => listener({ userId }));
        if (sessionId !== undefined) each(dropListeners, (listener) => listener({ sessionId }));
        return;
      }
      default:
        envelope satisfies never;
    }
  }

  async function send(envelope: Envelope): Promise<void> {
    deliver(envelope);
    try {
      await transport.send(JSON.stringify(envelope));
      messages.inc({ direction: 'sent' });
    } catch (error) {
      messages.inc({ direction: 'lost' });
      const reason = error instanceof Error ? error.message : 'unknown';
      log.warn({ reason }, 'A realtime message did not reach the other processes.');
    }
  }

  function receive(text: string): void {
    const envelope = parseEnvelope(text);
    if (envelope === undefined || envelope.from === self) return;
    messages.inc({ direction: 'received' });
    deliver(envelope);
  }

  await transport.listen(receive, () => each(gapListeners, (listener) => listener()));

  const drop = (target: DropTarget): Promise<void> =>
    send({
      kind: 'drop',
      from: self,
      ...('userId' in target ? { user_id: target.userId } : { session_id: target.sessionId }),
    });

  return {
    realtime: {
      drop,
      async publish(channel, message) {
        assertSendable(channel, message);
        await send({ kind: 'message', from: self, channel, message });
      },
      follow(channel, onMessage, onGap) {
        const here = followers.get(channel) ?? new Set<OnMessage>();
        followers.set(channel, here);
        // A wrapper, so that the same function may follow twice and each stop ends one.
        const follower: OnMessage = (message) => onMessage(message);
        here.add(follower);
        const stopGaps = onGap === undefined ? () => undefined : subscribe(gapListeners, () => onGap());
        return () => {
          stopGaps();
          here.delete(follower);
          if (here.size === 0 && followers.get(channel) === here) followers.delete(channel);
        };
      },
    },
    onDrop: (listener) => subscribe(dropListeners, listener),
    onGap: (listener) => subscribe(gapListeners, listener),
    close: () => transport.close(),
  };
}
