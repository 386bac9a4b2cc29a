import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { testCards } from '../../server/providers/sandbox/cards.rules.ts';
import { createNotifications, type Notifications } from './notifications.ts';
import { WireError } from './objects.ts';
import { createTill, type Till } from './till.ts';

/** What the API does wrong: `500 after commit` does the work and then fails; `timeout` does it and says nothing. */
export type ApiFault = '500' | '500 after commit' | '429' | '202' | 'timeout';

/** YooKassa on a free loopback port: the API, the page where payers confirm, and the sender of notifications. */
export interface YooKassaDouble {
  /** The value of `YOOKASSA_API_URL`. */
  readonly apiUrl: string;
  readonly shopId: string;
  readonly secretKey: string;
  readonly till: Till;
  readonly notifications: Notifications;
  /** The faults of the next requests that change something, first come first served. */
  readonly faults: ApiFault[];
  /** Method, path and idempotence key of every request so far. */
  readonly requests: readonly { readonly method: string; readonly path: string; readonly key: string }[];
  close(): Promise<void>;
}

interface Stored {
  readonly fingerprint: string;
  readonly body: string;
}

const wait = 10_000;

export async function startYooKassaDouble(): Promise<YooKassaDouble> {
  const [shopId, secretKey] = ['100500', 'test_key_of_the_double'];
  const expected = `Basic ${Buffer.from(`${shopId}:${secretKey}`).toString('base64')}`;
  const notifications = createNotifications();
  const till = createTill(
    () => `http://127.0.0.1:${port()}`,
    (event, object) => notifications.send(event, structuredClone(object)),
  );
  const stored = new Map<string, Stored>();
  const faults: ApiFault[] = [];
  const requests: { method: string; path: string; key: string }[] = [];

  function post(path: string, body: unknown): object {
    const [, resource = '', id = '', action = ''] = path.split('/');
    if (resource === 'payments' && id === '') return till.create(body);
    if (resource === 'payments' && action === 'capture') return till.capture(id, body);
    if (resource === 'payments' && action === 'cancel') return till.cancel(id);
    if (resource === 'refunds') return till.refund(body);
    if (resource === 'receipts') return till.receipt(body);
    throw new WireError(404, 'not_found');
  }

  /** Newest first, a page at a time; the cursor is the number of objects passed. */
  function list(objects: Iterable<{ readonly created_at: string }>, query: URLSearchParams): object {
    const from = query.get('created_at.gte') ?? '';
    const until = query.get('created_at.lt') ?? '9';
    const limit = Number(query.get('limit') ?? 10);
    const passed = Number(query.get('cursor') ?? 0);
    const all = [...objects].filter(({ created_at }) => created_at >= from && created_at < until).reverse();
    const items = all.slice(passed, passed + limit);
    const rest = all.length > passed + limit ? { next_cursor: String(passed + limit) } : {};
    return { type: 'list', items, ...rest };
  }

  function get(path: string, query: URLSearchParams): object {
    const [, resource = '', id = ''] = path.split('/');
    const objects = resource === 'payments' ? till.payments : till.refunds;
    if (id === '') return list(objects.values(), query);
    const found = objects.get(id);
    if (found === undefined) throw new WireError(404, 'not_found');
    return found;
  }

  function json(response: ServerResponse, status: number, body: string): void {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  }

  async function change(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const key = request.headers['idempotence-key'];
    if (typeof key !== 'string' || !/^[0-9a-zA-Z+\-_.]{1,64}$/.test(key)) {
      throw new WireError(400, 'invalid_request', 'Idempotence-Key');
    }
    const raw = await text(request);
    const fault = faults.shift();
    if (fault === '429') throw new WireError(429, 'too_many_requests');
    if (fault === '500') throw new WireError(500, 'internal_server_error');
    if (fault === '202') return json(response, 202, '{"type":"processing","retry_after":1}');
    const fingerprint = createHash('sha256').update(`${path} ${raw}`).digest('hex');
    const known = stored.get(key);
    if (known !== undefined && known.fingerprint !== fingerprint) {
      throw new WireError(400, 'invalid_request', 'Idempotence-Key');
    }
    const body = known?.body ?? JSON.stringify(post(path, raw === '' ? undefined : JSON.parse(raw)));
    stored.set(key, { fingerprint, body });
    if (fault === '500 after commit') throw new WireError(500, 'internal_server_error');
    if (fault === 'timeout') {
      setTimeout(() => response.destroy(), wait).unref();
      return;
    }
    json(response, 200, body);
  }

  /** The page of the provider, for a browser or a test that plays one. */
  function confirm(url: URL, response: ServerResponse): void {
    const id = url.pathname.split('/').at(-1) ?? '';
    const action = url.searchParams.get('action');
    const card = testCards[url.searchParams.get('card') ?? ''] ?? undefined;
    const declined = action === 'decline' ? (url.searchParams.get('reason') ?? 'general_decline') : card;
    if (action === 'pay' || action === 'decline') till.confirm(id, declined);
    const buttons = ['pay', 'decline', 'close']
      .map((name) => `<a href="?action=${name}">${name}</a>`)
      .join(' ');
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>YooKassa</h1>${buttons}`);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://double');
    if (url.pathname.startsWith('/confirm/')) return confirm(url, response);
    if (url.pathname === '/clock') {
      till.tick(Number(url.searchParams.get('ms') ?? 0));
      return json(response, 200, '{}');
    }
    const path = url.pathname.replace(/^\/v3/, '');
    const { method = 'GET' } = request;
    requests.push({ method, path, key: String(request.headers['idempotence-key'] ?? '') });
    if (request.headers.authorization !== expected) throw new WireError(401, 'invalid_credentials');
    if (method === 'POST') return change(request, response, path);
    json(response, 200, JSON.stringify(get(path, url.searchParams)));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const { status, body } =
        error instanceof WireError ? error : new WireError(500, 'internal_server_error');
      json(response, status, JSON.stringify(body));
    });
  });
  const port = (): number => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    apiUrl: `http://127.0.0.1:${port()}/v3`,
    shopId,
    secretKey,
    till,
    notifications,
    faults,
    requests,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
