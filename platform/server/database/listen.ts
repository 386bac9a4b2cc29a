import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

interface ListenOptions {
  readonly url: string;
  readonly channel: string;
  readonly onMessage: (payload: string) => void;
  readonly onGap: (() => void) | undefined;
  readonly onError: (error: Error) => void;
}

const firstRetryMs = 100;
const lastRetryMs = 5_000;

/** Holds one connection on a channel and makes a new one when it is lost. Answers how to stop. */
export async function listenOn(options: ListenOptions): Promise<() => Promise<void>> {
  let current: pg.Client | undefined;
  let stopped = false;

  async function connect(): Promise<void> {
    const client = new pg.Client({ connectionString: options.url, keepAlive: true });
    client.on('error', (error) => options.onError(error));
    client.on('end', () => {
      if (current === client && !stopped) void reconnect();
    });
    client.on('notification', (message) => options.onMessage(message.payload ?? ''));
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(options.channel)}`);
    current = client;
  }

  async function reconnect(): Promise<void> {
    for (let wait = firstRetryMs; !stopped; wait = Math.min(wait * 2, lastRetryMs)) {
      await sleep(wait);
      try {
        await connect();
        options.onGap?.();
        return;
      } catch (error) {
        options.onError(error instanceof Error ? error : new Error(String(error)));
      }
    }
  }

  await connect();
  return async () => {
    stopped = true;
    await current?.end();
  };
}
