import { type Database, sql } from '../database/index.ts';
import { channelName, type Transport } from './transport.ts';

interface Batch {
  readonly texts: string[];
  readonly sent: Promise<unknown>;
}

/** NOTIFY and LISTEN. Texts of the same moment share a statement, since notifying commits take turns. */
export function createPostgresTransport(database: Database): Transport {
  let batch: Batch | undefined;
  let stop: (() => Promise<void>) | undefined;

  async function notify(texts: readonly string[]): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    batch = undefined;
    await database.run(sql`SELECT pg_notify(${channelName}, text) FROM unnest(${texts}::text[]) AS text`);
  }

  return {
    async send(text) {
      if (batch === undefined) {
        const texts = [text];
        batch = { texts, sent: notify(texts) };
      } else batch.texts.push(text);
      await batch.sent;
    },
    async listen(onText, onGap) {
      stop = await database.listen(channelName, onText, onGap);
    },
    close: async () => stop?.(),
  };
}
