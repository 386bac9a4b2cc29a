import { once } from 'node:events';
import { createServer } from 'node:http';

/** Cloudflare's purge on a free loopback port, and a webhook beside it. */
export interface PurgeDouble {
  readonly url: string;
  /** Path, authorization and body of every call so far. */
  readonly calls: readonly {
    readonly path: string;
    readonly authorization: string;
    readonly body: unknown;
  }[];
  /** `refuses` answers 200 with `success: false`, as Cloudflare does. */
  behave(behaviour: 'works' | 'refuses' | 'errors'): void;
  close(): Promise<void>;
}

/** Starts the double. */
export async function startPurgeDouble(): Promise<PurgeDouble> {
  const calls: { path: string; authorization: string; body: unknown }[] = [];
  let behaviour: 'works' | 'refuses' | 'errors' = 'works';
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    calls.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', body });
    response.writeHead(behaviour === 'errors' ? 500 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ success: behaviour === 'works', errors: [], messages: [], result: null }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The double got no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls,
    behave: (next) => {
      behaviour = next;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
