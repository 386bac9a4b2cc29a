import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { Type } from 'typebox';
import { afterEach, describe, expect, it } from 'vitest';
import { defineRoute, Nullable } from '#platform/contract';
import { type TestServer, testServer } from './server.fixture.ts';

const servers: TestServer[] = [];

async function start(...input: Parameters<typeof testServer>): Promise<TestServer> {
  const server = await testServer(...input);
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const ok = defineRoute({
  method: 'GET',
  path: '/ok',
  name: 'x.ok',
  summary: 'Fine',
  access: 'public',
  reply: Type.Object({ text: Type.String() }),
});

describe('rate limits', () => {
  const strict = defineRoute({
    ...ok,
    path: '/strict',
    name: 'x.strict',
    rateLimit: { max: 1, windowSeconds: 30, by: 'address' },
  });
  const mine = defineRoute({ ...ok, path: '/mine', name: 'x.mine', access: 'signed-in' });

  async function limited(): Promise<TestServer> {
    const server = await start({ config: { rateLimitPerMinute: 2 } });
    const mount = server.mount('x');
    for (const route of [ok, strict, mine]) mount(route, () => ({ text: '' }));
    return server;
  }

  it('show in headers and answer 429 with the standard problem', async () => {
    const { fastify, advance } = await limited();
    const first = await fastify.inject('/ok');
    expect(first.headers['ratelimit-policy']).toBe('"default";q=2;w=60');
    expect(first.headers['ratelimit']).toBe('"default";r=1;t=60');
    await fastify.inject('/ok');
    const third = await fastify.inject('/ok');
    expect([third.statusCode, third.headers['retry-after']]).toEqual([429, '60']);
    expect(third.json()).toMatchObject({
      type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
      'violated-policies': ['default'],
    });
    advance(60_000);
    expect((await fastify.inject('/ok')).statusCode).toBe(200);
  });

  it('count people apart from addresses, failed sign-ins and unknown paths by address', async () => {
    const { fastify } = await limited();
    const as = async (who: string, url = '/mine') =>
      (await fastify.inject({ url, headers: { authorization: `Bearer ${who}` } })).statusCode;
    expect([await as('ann'), await as('ann'), await as('ann')]).toEqual([200, 200, 429]);
    expect(await as('bob')).toBe(200);
    expect([await as('guess1'), (await fastify.inject('/nothing')).statusCode, await as('guess2')]).toEqual([
      401, 404, 429,
    ]);
  });

  it('follow a route’s own policy, by address when it says so', async () => {
    const { fastify } = await limited();
    const from = async (remoteAddress: string, who: string) =>
      (await fastify.inject({ url: '/strict', remoteAddress, headers: { authorization: `Bearer ${who}` } }))
        .statusCode;
    expect(await from('2001:db8::1', 'ann')).toBe(200);
    expect(await from('2001:db8::2', 'bob')).toBe(429);
    expect(await from('2001:db8:0:1::1', 'ann')).toBe(200);
  });

  it('never stop probes', async () => {
    const { fastify } = await limited();
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await fastify.inject('/health/live')).statusCode).toBe(200);
    }
  });
});

describe('headers', () => {
  it('close the API to browsers and open it to listed origins only', async () => {
    const { fastify, mount } = await start();
    mount('x')(ok, () => ({ text: '' }));
    const ask = (origin: string) => fastify.inject({ url: '/ok', headers: { origin } });
    const listed = (await ask('http://app.example')).headers;
    expect(listed['access-control-allow-origin']).toBe('http://app.example');
    expect(listed['access-control-allow-credentials']).toBe('true');
    expect(listed['access-control-expose-headers']).toContain('X-Request-Id');
    expect(listed['content-security-policy']).toContain("default-src 'none'");
    expect(listed['x-content-type-options']).toBe('nosniff');
    expect(listed['strict-transport-security']).toBeUndefined();
    expect((await ask('http://evil.example')).headers['access-control-allow-origin']).toBeUndefined();

    const headers = { origin: 'http://app.example', 'access-control-request-method': 'POST' };
    const preflight = await fastify.inject({ method: 'OPTIONS', url: '/ok', headers });
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers['access-control-allow-methods']).toContain('PATCH');
  });

  it('gives credentials to nobody when every origin may come', async () => {
    const { fastify } = await start({ config: { corsOrigins: ['*'] } });
    const { headers } = await fastify.inject({
      url: '/health/live',
      headers: { origin: 'http://any.example' },
    });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  it('make a request id when the given one could harm a log', async () => {
    const { fastify } = await start();
    const { headers } = await fastify.inject({ url: '/health/live', headers: { 'x-request-id': 'a b' } });
    expect(headers['x-request-id']).toMatch(/^[A-Za-z0-9_-]{12}\.[0-9a-z]+$/);
  });

  it('trusts X-Forwarded-For from listed proxies only, and sets secure cookies behind https', async () => {
    const trusting = { trustProxy: ['10.0.0.0/8'], publicUrl: 'https://q.example' };
    const { fastify, mount } = await start({ config: trusting });
    mount('x')(ok, ({ address, cookie, header, userAgent, locale, requestId }, reply) => {
      reply.setCookie('a', 'b', { path: '/', maxAgeSeconds: 60, sameSite: 'strict', httpOnly: true });
      reply.clearCookie('gone', '/');
      return { text: [address, cookie('c'), header('X-Own'), userAgent, locale, requestId].join(' ') };
    });
    const ask = (remoteAddress: string) =>
      fastify.inject({
        url: '/ok',
        remoteAddress,
        headers: {
          'x-forwarded-for': '198.51.100.7',
          cookie: 'c=d',
          'x-own': 'e',
          'user-agent': 'f',
          'accept-language': 'ru',
          'x-request-id': 'g',
        },
      });
    const trusted = await ask('10.1.2.3');
    expect(trusted.json().text).toBe('198.51.100.7 d e f ru g');
    expect(trusted.headers['set-cookie']).toEqual([
      'a=b; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Strict',
      expect.stringMatching(/^gone=; Max-Age=0; .*Secure/),
    ]);
    expect(trusted.headers['strict-transport-security']).toContain('max-age=');
    expect((await ask('192.0.2.1')).json().text).toContain('192.0.2.1 ');
  });

  it('announce what is deprecated', async () => {
    const { fastify, mount } = await start();
    mount('x')({ ...ok, deprecated: { since: '2026-01-01', successor: '/v2/ok' } }, () => ({ text: '' }));
    const { headers } = await fastify.inject('/ok');
    expect([headers['deprecation'], headers.link]).toEqual([
      '@1767225600',
      '</v2/ok>; rel="successor-version"',
    ]);
  });

  it('compress long JSON, but never secrets', async () => {
    const { fastify, mount } = await start();
    const text = 'x'.repeat(5_000);
    mount('x')(ok, () => ({ text }));
    mount('y')({ ...ok, path: '/secret', name: 'x.secret', secretReply: true }, () => ({ text }));
    const headers = { 'accept-encoding': 'gzip' };
    expect((await fastify.inject({ url: '/ok', headers })).headers['content-encoding']).toBe('gzip');
    expect((await fastify.inject({ url: '/secret', headers })).headers['content-encoding']).toBeUndefined();
  });

  it('answer HEAD like GET without a body', async () => {
    const { fastify, mount } = await start();
    mount('x')(ok, () => ({ text: 'abc' }));
    const head = await fastify.inject({ method: 'HEAD', url: '/ok' });
    expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([200, '', '14']);
  });
});

describe('a listening server', () => {
  const slow = defineRoute({ ...ok, path: '/slow', name: 'x.slow' });

  it('finishes what is in flight at close, and refuses new connections', async () => {
    const server = await start();
    let begun: () => void = () => undefined;
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    server.mount('x')(slow, async () => {
      begun();
      await pause(200);
      return { text: 'done' };
    });
    const { url } = await server.listen({ host: '127.0.0.1', port: 0 });
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const answer = fetch(`${url}/slow`);
    await running;
    await server.close();
    expect(await (await answer).json()).toEqual({ text: 'done' });
    await expect(fetch(`${url}/slow`)).rejects.toThrow();
  });

  it('cuts what does not end in time, and tells its handler', async () => {
    const server = await start({ closeTimeoutMs: 100 });
    let aborted = false;
    let begun: () => void = () => undefined;
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    server.mount('x')(slow, async ({ signal }) => {
      begun();
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      aborted = true;
      return { text: '' };
    });
    const { url } = await server.listen({ host: '127.0.0.1', port: 0 });
    const answer = fetch(`${url}/slow`).catch(() => 'cut');
    await running;
    await server.close();
    expect(await answer).toBe('cut');
    expect(aborted).toBe(true);
  });

  it('logs a client that left as 499 and forgets it in the gauge', async () => {
    const server = await start();
    server.mount('x')(slow, async ({ signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return { text: '' };
    });
    const { url } = await server.listen({ host: '127.0.0.1', port: 0 });
    const leaving = new AbortController();
    const answer = fetch(`${url}/slow`, { signal: leaving.signal }).catch(() => undefined);
    setTimeout(() => leaving.abort(), 50);
    await answer;
    await expect.poll(() => server.lines.at(-1)?.fields).toMatchObject({ route: '/slow', status: 499 });
    expect(await server.metrics.metrics()).toContain('http_requests_in_flight 0');
  });

  it('answers bytes that are no HTTP', async () => {
    const server = await start();
    const { url } = await server.listen({ host: '127.0.0.1', port: 0 });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('NONSENSE\r\n\r\n');
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
  });

  it('hands upgrades to the handler of their path and refuses others', async () => {
    const server = await start();
    server.onUpgrade('/chats/:chat_id/:user_id', (_request, socket, _head, params) => {
      socket.end(
        `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: test\r\nX-Chat: ${params['chat_id']}\r\n\r\n`,
      );
    });
    expect(() => server.onUpgrade('/chats/:chat_id/:user_id', () => undefined)).toThrow(/already/);
    const { url } = await server.listen({ host: '127.0.0.1', port: 0 });
    const upgrade = (path: string) =>
      new Promise((resolve, reject) => {
        const outgoing = httpRequest(`${url}${path}`, {
          headers: { connection: 'Upgrade', upgrade: 'test' },
        });
        outgoing.on('upgrade', (reply, socket) => {
          socket.destroy();
          resolve(reply.headers['x-chat']);
        });
        outgoing.on('response', (reply) => resolve(reply.statusCode));
        outgoing.on('error', reject);
        outgoing.end();
      });
    expect(await upgrade('/chats/c%201/u?x=1')).toBe('c 1');
    expect(await upgrade('/chats/only')).toBe(404);
    expect(await upgrade('/chats/%zz/u')).toBe(404);
  });
});

describe('the API description', () => {
  const full = defineRoute({
    method: 'POST',
    path: '/things/:id/parts',
    name: 'x.add_part',
    summary: 'Add',
    access: { permission: 'view_audit' },
    scope: 'parts:write',
    params: Type.Object({ id: Type.String() }),
    query: Type.Object({ dry: Type.Optional(Type.Boolean()) }),
    body: Type.Object({ name: Nullable(Type.String()) }),
    reply: Type.Object({ id: Type.String() }),
    status: 201,
    refusals: ['x.b', 'x.a'],
    deprecated: { since: '2026-01-01', successor: '/v2' },
  });

  it('is made from the routes, the same whatever the order of mounting', async () => {
    const one = await start();
    one.mount('b')(ok, () => ({ text: '' }));
    one.mount('a')(full, () => ({ id: '' }));
    const two = await start();
    two.mount('a')(full, () => ({ id: '' }));
    two.mount('b')(ok, () => ({ text: '' }));
    expect(JSON.stringify(one.openapi())).toBe(JSON.stringify(two.openapi()));
    const served = (await one.fastify.inject('/openapi.json')).json();
    expect(served).toEqual(one.openapi());
    expect(served.tags).toEqual([{ name: 'a' }, { name: 'b' }, { name: 'platform' }]);
    const operation = served.paths['/things/{id}/parts'].post;
    expect(operation).toMatchObject({
      operationId: 'x.add_part',
      tags: ['a'],
      'x-access': 'view_audit',
      'x-refusals': ['x.a', 'x.b'],
      deprecated: true,
      security: [{ bearer: [] }, { apiKey: [] }],
    });
    expect(operation.parameters.map((parameter: { name: string }) => parameter.name)).toEqual([
      'id',
      'dry',
      'Idempotency-Key',
    ]);
    expect(Object.keys(operation.responses)).toEqual([
      '201',
      '400',
      '401',
      '403',
      '404',
      '409',
      '413',
      '415',
      '422',
      '429',
      '500',
      '503',
    ]);
  });

  it('is shown by a page that loads nothing from elsewhere', async () => {
    const { fastify } = await start();
    const page = await fastify.inject('/docs');
    const html = page.statusCode === 302 ? await fastify.inject(String(page.headers.location)) : page;
    expect(html.statusCode).toBe(200);
    expect(html.headers['content-security-policy']).toContain("script-src 'self'");
    const files = [...html.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      expect(file).not.toMatch(/^(?:https?:)?\/\//);
      const path = new URL(file, 'http://localhost/docs/').pathname;
      expect((await fastify.inject(path.startsWith('/docs') ? path : `/docs${path}`)).statusCode).toBe(200);
    }
  });
});

describe('whatever is sent', () => {
  it('never ends in a 500', async () => {
    const { fastify, mount } = await start();
    const eat = defineRoute({
      method: 'POST',
      path: '/eat/:id',
      name: 'x.eat',
      summary: '',
      access: 'public',
      params: Type.Object({ id: Type.Integer() }),
      query: Type.Object({
        n: Type.Optional(Type.Integer()),
        tags: Type.Optional(Type.Array(Type.String())),
      }),
      body: Type.Object({
        name: Type.String({ maxLength: 10 }),
        at: Type.Optional(Type.String({ format: 'date-time' })),
        more: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()]))),
      }),
      reply: Type.Object({ name: Type.String() }),
    });
    mount('x')(eat, ({ body }) => ({ name: body.name }));
    const payload = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      fc
        .record({ name: fc.string(), more: fc.anything() })
        .map((value) =>
          JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? String(item) : item)),
        ),
    );
    const type = fc.constantFrom(
      'application/json',
      'application/json; charset=x',
      'text/plain',
      'nonsense',
      '',
    );
    const path = fc.webPath().map((text) => `/eat${text}`);
    await fc.assert(
      fc.asyncProperty(
        payload,
        type,
        path,
        fc.webQueryParameters(),
        async (body, contentType, url, query) => {
          const reply = await fastify.inject({
            method: 'POST',
            url: `${url}?${query}`,
            payload: body,
            headers: { 'content-type': contentType },
          });
          expect(reply.statusCode).toBeLessThan(500);
          if (reply.statusCode !== 200) expect(reply.json().request_id).toBeTypeOf('string');
        },
      ),
      { numRuns: 300 },
    );
  });
});
