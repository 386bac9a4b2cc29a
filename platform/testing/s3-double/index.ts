import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { formOf, postRefusal } from './presigned-post.ts';

/** `errors` answers 500, `denies` 403, `hangs` never answers, `drops` closes the connection. */
export type S3Behaviour = 'works' | 'errors' | 'denies' | 'hangs' | 'drops';

/** An S3 server on a free loopback port with one bucket in memory; path-style, AWS Signature Version 4. */
export interface S3Double {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Method and path of every request so far. */
  readonly requests: readonly string[];
  behave(behaviour: S3Behaviour): void;
  close(): Promise<void>;
}

interface Entry {
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
  readonly modified: Date;
}

const escapeXml = (text: string): string =>
  text.replace(/[<>&'"]/g, (character) => `&#${character.charCodeAt(0)};`);

function sendXml(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
}

function sendError(response: ServerResponse, status: number, code: string, message: string): void {
  sendXml(response, status, `<Error><Code>${code}</Code><Message>${message}</Message></Error>`);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const headersOf = (entry: Entry): Record<string, string | number> => ({
  'content-type': entry.contentType,
  'content-length': entry.body.length,
  'last-modified': entry.modified.toUTCString(),
  etag: `"${entry.etag}"`,
});

/**
 * Starts the double. Signatures of requests are not recomputed, but one of the right key and region must be there;
 * the policy of a presigned POST is checked wholly, its signature included.
 * Lists come in pages of `pageSize` (1,000 like the real one).
 */
export async function startS3Double({
  pageSize = 1_000,
}: {
  readonly pageSize?: number;
} = {}): Promise<S3Double> {
  const [bucket, region, accessKeyId, secretAccessKey] = ['files', 'eu-test-1', 'double', 'double-secret'];
  const entries = new Map<string, Entry>();
  const requests: string[] = [];
  let behaviour: S3Behaviour = 'works';

  function keep(key: string, body: Buffer, contentType: string): string {
    const etag = createHash('md5').update(body).digest('hex');
    entries.set(key, { body, contentType, etag, modified: new Date() });
    return etag;
  }

  function list(response: ServerResponse, query: URLSearchParams): void {
    const prefix = query.get('prefix') ?? '';
    const after = query.get('continuation-token') ?? '';
    const keys = [...entries.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const page = keys.slice(0, Math.min(pageSize, Number(query.get('max-keys') ?? pageSize)));
    const isTruncated = page.length < keys.length;
    const contents = page.flatMap((key) => {
      const entry = entries.get(key);
      return entry === undefined
        ? []
        : `<Contents><Key>${escapeXml(key)}</Key><Size>${entry.body.length}</Size><ETag>"${entry.etag}"</ETag><LastModified>${entry.modified.toISOString()}</LastModified></Contents>`;
    });
    const next = isTruncated
      ? `<NextContinuationToken>${escapeXml(page.at(-1) ?? '')}</NextContinuationToken>`
      : '';
    sendXml(
      response,
      200,
      `<ListBucketResult><Name>${bucket}</Name><Prefix>${escapeXml(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><IsTruncated>${isTruncated}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
    );
  }

  function read(response: ServerResponse, key: string, withBody: boolean, range?: string): void {
    const entry = entries.get(key);
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
    if (entry !== undefined && from !== undefined && to !== undefined) {
      const part = entry.body.subarray(Number(from), Number(to) + 1);
      const contentRange = `bytes ${from}-${Number(from) + part.length - 1}/${entry.body.length}`;
      response.writeHead(206, {
        ...headersOf(entry),
        'content-length': part.length,
        'content-range': contentRange,
      });
      response.end(part);
    } else if (entry !== undefined) {
      response.writeHead(200, headersOf(entry));
      response.end(withBody ? entry.body : undefined);
    } else if (withBody) sendError(response, 404, 'NoSuchKey', 'The specified key does not exist.');
    else response.writeHead(404).end();
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://double');
    const [, name, ...rest] = url.pathname.split('/').map(decodeURIComponent);
    const key = rest.join('/');
    if (request.method === 'POST' && name === bucket && key === '') {
      const form = await formOf(request);
      const refusal = postRefusal(form, { bucket, region, accessKeyId, secretAccessKey });
      if (refusal !== undefined) return sendError(response, refusal.status, refusal.code, refusal.message);
      const body = form.file ?? Buffer.alloc(0);
      const contentType = form.fields.get('content-type') ?? 'application/octet-stream';
      keep(form.fields.get('key') ?? '', body, contentType);
      response.writeHead(204).end();
      return;
    }
    const credential = `Credential=${accessKeyId}/`;
    const authorization = request.headers.authorization ?? '';
    if (!authorization.includes(credential) || !authorization.includes(`/${region}/s3/`)) {
      return sendError(response, 403, 'AccessDenied', 'Access Denied');
    }
    if (name !== bucket) return sendError(response, 404, 'NoSuchBucket', 'The bucket does not exist.');
    if (request.method === 'GET' && key === '') return list(response, url.searchParams);
    if (request.method === 'GET' || request.method === 'HEAD')
      return read(response, key, request.method === 'GET', request.headers.range);
    if (request.method === 'DELETE') {
      entries.delete(key);
      response.writeHead(204).end();
      return;
    }
    if (request.method !== 'PUT') return sendError(response, 405, 'MethodNotAllowed', 'Not allowed.');
    const etag = keep(
      key,
      await bodyOf(request),
      request.headers['content-type'] ?? 'application/octet-stream',
    );
    response.writeHead(200, { etag: `"${etag}"` }).end();
  }

  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    switch (behaviour) {
      case 'hangs':
        return;
      case 'drops':
        request.socket.destroy();
        return;
      case 'errors':
        sendError(response, 500, 'InternalError', 'We encountered an internal error.');
        return;
      case 'denies':
        sendError(response, 403, 'AccessDenied', 'Access Denied');
        return;
      default:
        serve(request, response).catch(() => response.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The double got no port');

  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    region,
    bucket,
    accessKeyId,
    secretAccessKey,
    requests,
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
