import { request as rawRequest } from 'node:http';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { defineRoute } from '#platform/contract';
import { type TestServer, testServer } from './server.fixture.ts';

const upload = defineRoute({
  method: 'PUT',
  path: '/blobs/:id',
  name: 'test.put_blob',
  summary: 'Takes bytes',
  access: 'public',
  binaryBody: { maxBytes: 1_000 },
});
const download = defineRoute({
  method: 'GET',
  path: '/blobs/:id',
  name: 'test.get_blob',
  summary: 'Gives bytes',
  access: 'public',
  streams: 'bytes',
});

let server: TestServer;
let taken: Buffer | undefined;
afterEach(async () => {
  taken = undefined;
  await server.close();
});

async function open(): Promise<string> {
  server = await testServer();
  const mount = server.mount('test');
  mount(upload, async ({ stream }) => {
    taken = Buffer.concat(await Array.fromAsync<Buffer>(stream));
  });
  mount(download, ({ params }, reply) => {
    const { id } = Object(params);
    if (id === 'same') {
      reply.status(304);
      return { body: null, contentType: 'image/png' };
    }
    const text = Buffer.from('x'.repeat(4_000));
    if (id === 'stream') return { body: Readable.from([text]), contentType: 'text/plain', size: 4_000 };
    return { body: text, contentType: 'text/plain' };
  });
  await server.ready();
  return (await server.listen({ host: '127.0.0.1', port: 0 })).url;
}

const put = (url: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${url}/blobs/1`, { method: 'PUT', body, headers });

describe('a route that takes bytes', () => {
  it('gets them as they are, whatever their type', async () => {
    const url = await open();
    for (const type of ['image/png', 'application/json', 'text/html', 'strange/thing']) {
      const body = Uint8Array.from([0, 255, 123, 10]);
      expect((await put(url, body, { 'content-type': type })).status).toBe(204);
      expect(taken).toEqual(Buffer.from(body));
    }
    expect((await put(url, '')).status).toBe(204);
    expect(taken?.length).toBe(0);
    expect((await put(url, new Uint8Array(1_000))).status).toBe(204);
  });

  it('refuses what is announced too large without reading it', async () => {
    const url = await open();
    const answer = await put(url, new Uint8Array(1_001));
    expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'http.body_too_large' }]);
    expect(taken).toBe(undefined);
  });

  it('stops in the middle when nothing was announced', async () => {
    const url = await open();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = rawRequest(`${url}/blobs/1`, { method: 'PUT' }, (answer) => resolve(answer.statusCode));
      request.once('error', reject);
      for (let index = 0; index < 5; index += 1) request.write(Buffer.alloc(400));
      request.end();
    });
    expect(status).toBe(413);
    expect(taken).toBe(undefined);
  });

  it('is no fault of ours when the client goes away', async () => {
    const url = await open();
    await new Promise<void>((resolve) => {
      const request = rawRequest(`${url}/blobs/1`, { method: 'PUT', headers: { 'content-length': 900 } });
      request.once('error', () => undefined);
      request.write(Buffer.alloc(100), () => setTimeout(() => request.destroy(), 20));
      request.once('close', resolve);
    });
    await expect.poll(() => server.lines.length).toBeGreaterThan(0);
    expect(server.lines.filter(({ level }) => level === 'error')).toEqual([]);
    expect(taken).toBe(undefined);
  });
});

describe('a route that gives bytes', () => {
  it('sends buffers and streams uncompressed with their length, and nothing with 304', async () => {
    const url = await open();
    for (const id of ['buffer', 'stream']) {
      const answer = await fetch(`${url}/blobs/${id}`);
      expect(answer.headers.get('content-encoding')).toBe(null);
      expect(answer.headers.get('content-length')).toBe('4000');
      expect(answer.headers.get('content-type')).toBe('text/plain');
      expect((await answer.text()).length).toBe(4_000);
    }
    const same = await fetch(`${url}/blobs/same`);
    expect([same.status, await same.text()]).toEqual([304, '']);
    expect((await fetch(`${url}/blobs/stream`, { method: 'HEAD' })).status).toBe(200);
  });

  it('is described in OpenAPI', async () => {
    await open();
    const text = JSON.stringify(server.openapi());
    expect(text).toContain('At most 1000 bytes.');
    expect(text).toContain('"*/*":{"schema":{"format":"binary","type":"string"}}');
  });
});
