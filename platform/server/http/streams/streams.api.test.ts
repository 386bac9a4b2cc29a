import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Type } from 'typebox';
import { afterEach, describe, expect, it } from 'vitest';
import { Refusal } from '#base/refusal';
import { defineRoute } from '#platform/contract';
import type { ServerSentEvent } from '../index.ts';
import { type TestServer, testServer } from '../server.fixture.ts';

const servers: TestServer[] = [];

async function start(...input: Parameters<typeof testServer>): Promise<TestServer> {
  const server = await testServer(...input);
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const events = defineRoute({
  method: 'GET',
  path: '/events',
  name: 'x.events',
  summary: '',
  access: 'public',
  streams: 'sse',
});

async function served(
  source: (signal: AbortSignal) => AsyncIterable<ServerSentEvent>,
  ...input: Parameters<typeof testServer>
): Promise<{ url: string; server: TestServer }> {
  const server = await start(...input);
  server.mount('x')(events, ({ signal }) => source(signal));
  const { url } = await server.listen({ host: '127.0.0.1', port: 0 });
  return { url, server };
}

describe('server-sent events', () => {
  it('arrive framed, uncompressed and uncached', async () => {
    const { url } = await served(async function* () {
      yield { event: 'delta', data: { text: 'a\nb' }, id: '1' };
      yield { event: 'done', data: null };
    });
    const reply = await fetch(`${url}/events`, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(reply.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(reply.headers.get('content-encoding')).toBeNull();
    expect(reply.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(await reply.text()).toBe(
      ': open\n\nid: 1\nevent: delta\ndata: {"text":"a\\nb"}\n\nevent: done\ndata: null\n\n',
    );
  });

  it('refuse with a status when they fail at once, with an event when they fail later', async () => {
    const early = await served(async function* () {
      yield* [];
      throw new Refusal('not_found', 'x.none', 'None.');
    });
    expect((await fetch(`${early.url}/events`)).status).toBe(404);

    const late = await served(async function* () {
      yield { event: 'delta', data: 1 };
      throw new Error('secret detail');
    });
    const text = await (await fetch(`${late.url}/events`)).text();
    const [, , failure = ''] = text.split('\n\n');
    expect(failure.startsWith('event: error\ndata: ')).toBe(true);
    expect(JSON.parse(failure.slice('event: error\ndata: '.length))).toMatchObject({
      status: 500,
      code: 'http.internal',
    });
    expect(text).not.toContain('secret detail');
    expect(late.server.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('write a comment while nothing happens', async () => {
    const { url } = await served(
      async function* () {
        await pause(400);
        yield { event: 'late', data: 1 };
      },
      { heartbeatMs: 20 },
    );
    expect(await (await fetch(`${url}/events`)).text()).toMatch(/^: open\n\n(: alive\n\n)+event: late/);
  });

  it('stop their source when the client leaves', async () => {
    let closed: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const { url } = await served(async function* (signal) {
      try {
        yield { event: 'first', data: 1 };
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      } finally {
        closed();
      }
    });
    const leaving = new AbortController();
    const reply = await fetch(`${url}/events`, { signal: leaving.signal });
    await reply.body?.getReader().read();
    leaving.abort();
    await gone;
  });

  it('end at shutdown without waiting for their source', async () => {
    const { url, server } = await served(async function* (signal) {
      yield { event: 'first', data: 1 };
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    });
    const reply = await fetch(`${url}/events`);
    const text = reply.text();
    await server.close();
    expect(await text).toContain('event: first');
  });

  it('read their source no faster than the client reads', async () => {
    let produced = 0;
    const { url } = await served(async function* () {
      for (; produced < 2_000; produced += 1) yield { event: 'x', data: 'y'.repeat(10_000) };
    });
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.pause();
    socket.write('GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await pause(500);
    const early = produced;
    socket.destroy();
    expect(early).toBeLessThan(2_000);
  });
});

describe('other streams', () => {
  const base = { method: 'GET', summary: '', access: 'public' } as const;
  it('send lines, text and redirects', async () => {
    const server = await start();
    const mount = server.mount('x');
    mount({ ...base, path: '/lines', name: 'x.lines', streams: 'ndjson' }, async function* () {
      yield { a: 1 };
      yield 'b';
    });
    mount({ ...base, path: '/text', name: 'x.text', streams: 'text' }, () => 'hello');
    mount({ ...base, path: '/go', name: 'x.go', streams: 'redirect' }, () => 'https://other.example/?a=1');
    const lines = await server.fastify.inject('/lines');
    expect(lines.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    expect(lines.body).toBe('{"a":1}\n"b"\n');
    const text = await server.fastify.inject('/text');
    expect([text.headers['content-type'], text.body]).toEqual(['text/plain; charset=utf-8', 'hello']);
    const go = await server.fastify.inject('/go');
    expect([go.statusCode, go.headers.location]).toEqual([302, 'https://other.example/?a=1']);
  });

  it('breaks the connection when lines fail half way', async () => {
    const server = await start();
    server.mount('x')({ ...base, path: '/lines', name: 'x.lines', streams: 'ndjson' }, async function* () {
      yield 1;
      await pause(300);
      throw new Error('boom');
    });
    const { url } = await server.listen({ host: '127.0.0.1', port: 0 });
    const reply = await fetch(`${url}/lines`);
    await expect(reply.text()).rejects.toThrow();
  });

  it('reads text bodies as they are', async () => {
    const server = await start();
    const importing = defineRoute({
      method: 'POST',
      path: '/import',
      name: 'x.import',
      summary: '',
      access: 'public',
      textBody: true,
      body: Type.String(),
      reply: Type.Object({ got: Type.String() }),
    });
    server.mount('x')(importing, ({ body }) => ({ got: body }));
    for (const type of ['application/x-ndjson', 'text/plain; charset=utf-8', 'application/json']) {
      const payload = '{"a":1}\n{"b":2}\n';
      const headers = { 'content-type': type };
      const reply = await server.fastify.inject({ method: 'POST', url: '/import', payload, headers });
      expect(reply.json()).toEqual({ got: payload });
    }
    const form = await server.fastify.inject({
      method: 'POST',
      url: '/import',
      payload: 'a',
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(form.statusCode).toBe(415);
  });
});
