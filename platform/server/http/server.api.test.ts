import { Type } from 'typebox';
import { afterEach, describe, expect, it } from 'vitest';
import { Refusal } from '#base/refusal';
import { defineRoute, IdParams, Nullable, pageQuery } from '#platform/contract';
import { CircuitOpenError } from '#platform/server/resilience';
import { annId, bobId, type TestServer, testServer } from './server.fixture.ts';

const servers: TestServer[] = [];

async function start(...input: Parameters<typeof testServer>): Promise<TestServer> {
  const server = await testServer(...input);
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const Note = Type.Object({ title: Type.String(), parent: Nullable(Type.String()), size: Type.Integer() });

const listNotes = defineRoute({
  method: 'GET',
  path: '/notes/:id',
  name: 'notes.list_notes',
  summary: 'Notes',
  access: 'signed-in',
  scope: 'notes:read',
  params: IdParams,
  query: Type.Object({ ...pageQuery, strict: Type.Optional(Type.Boolean()) }),
  reply: Type.Object({ who: Type.String(), limit: Type.Integer(), strict: Type.Boolean(), note: Note }),
});

const writeNote = defineRoute({
  method: 'POST',
  path: '/notes',
  name: 'notes.write_note',
  summary: 'Write',
  access: 'public',
  body: Type.Object(
    {
      title: Type.String({ minLength: 1 }),
      size: Type.Integer(),
      tags: Type.Optional(Type.Array(Type.String())),
    },
    { additionalProperties: false },
  ),
  reply: Note,
});

const audit = defineRoute({
  method: 'GET',
  path: '/audit',
  name: 'notes.read_audit',
  summary: 'Audit',
  access: { permission: 'view_audit' },
  reply: Type.Object({ ok: Type.Boolean() }),
});

async function notes(...input: Parameters<typeof testServer>): Promise<TestServer> {
  const server = await start(...input);
  const mount = server.mount('notes');
  mount(listNotes, ({ caller, query }) => ({
    who: caller.userId,
    limit: query.limit ?? -1,
    strict: query.strict ?? false,
    note: { title: 'a', parent: null, size: 1, secret: 'dropped' },
  }));
  mount(writeNote, ({ body }) => ({ title: body.title, size: body.size, parent: null }));
  mount(audit, () => ({ ok: true }));
  return server;
}

describe('a mounted route', () => {
  it('converts path and query, applies defaults, serialises by its schema and drops the rest', async () => {
    const { fastify } = await notes();
    const reply = await fastify.inject({
      url: `/notes/${annId}?strict=true`,
      headers: { authorization: 'Bearer ann' },
    });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(reply.json()).toEqual({
      who: annId,
      limit: 20,
      strict: true,
      note: { title: 'a', parent: null, size: 1 },
    });
  });

  it('names every fault of path, query and body at once and converts no body', async () => {
    const { fastify } = await notes();
    const reply = await fastify.inject({
      url: '/notes/1?limit=1000',
      headers: { authorization: 'Bearer ann' },
    });
    expect(reply.statusCode).toBe(422);
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const pointers = (errors: { pointer: string }[]) => errors.map(({ pointer }) => pointer).sort();
    expect(pointers(reply.json().errors)).toEqual(['/params/id', '/query/limit']);

    const body = await fastify.inject({
      method: 'POST',
      url: '/notes',
      payload: { title: '', size: '1', x: 1 },
    });
    expect(body.statusCode).toBe(422);
    expect(pointers(body.json().errors)).toEqual(['/body/size', '/body/title', '/body/x']);
  });

  it('answers problems with everything a client and an operator need', async () => {
    const server = await notes();
    const reply = await server.fastify.inject({
      method: 'POST',
      url: '/notes?token=secret',
      payload: {},
      headers: { 'x-request-id': 'my-id.1' },
    });
    expect(reply.headers['x-request-id']).toBe('my-id.1');
    expect(reply.json()).toMatchObject({
      type: 'urn:quintet:problem:http.invalid_input',
      title: 'Unprocessable Content',
      status: 422,
      instance: '/notes',
      code: 'http.invalid_input',
      request_id: 'my-id.1',
      errors: [
        { pointer: '/body/title', message: 'is required' },
        { pointer: '/body/size', message: 'is required' },
      ],
    });
    expect(JSON.stringify(server.lines)).not.toContain('secret');
    expect(server.lines.at(-1)).toMatchObject({
      message: 'request',
      fields: {
        method: 'POST',
        route: '/notes',
        status: 422,
        request_id: 'my-id.1',
        problem_code: 'http.invalid_input',
      },
    });
  });
});

describe('access', () => {
  const id = `/notes/${annId}`;
  it.each([
    ['nobody', '/audit', {}, 401],
    ['a bad token', '/audit', { authorization: 'Bearer wrong' }, 401],
    ['no permission', '/audit', { authorization: 'Bearer bob' }, 403],
    ['the permission', '/audit', { authorization: 'bearer ann' }, 200],
    ['a key on a route without scope', '/audit', { 'x-api-key': 'reader' }, 403],
    ['a key with the scope', id, { 'x-api-key': 'reader' }, 200],
    ['a signed-in person', id, { authorization: 'Bearer bob' }, 200],
  ])('%s', async (_who, url, headers, status) => {
    const { fastify } = await notes();
    const reply = await fastify.inject({ url, headers });
    expect(reply.statusCode).toBe(status);
    if (status === 401) expect(reply.headers['www-authenticate']).toBe('Bearer');
  });

  it('lets bad credentials on public routes be nobody', async () => {
    const server = await start();
    const whoami = defineRoute({
      method: 'GET',
      path: '/whoami',
      name: 'x.whoami',
      summary: '',
      access: 'public',
      reply: Type.Object({ id: Nullable(Type.String()) }),
    });
    server.mount('x')(whoami, ({ caller }) => ({ id: caller?.userId ?? null }));
    const ask = async (headers: Record<string, string>) =>
      (await server.fastify.inject({ url: '/whoami', headers })).json().id;
    expect(await ask({})).toBeNull();
    expect(await ask({ authorization: 'Bearer nonsense' })).toBeNull();
    expect(await ask({ 'x-api-key': 'reader' })).toBeNull();
    expect(await ask({ authorization: 'Bearer bob' })).toBe(bobId);
  });

  it.each([
    ['this machine', '127.0.0.1', {}, 200],
    ['a proxy on this machine', '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, 401],
    ['a rebound name', '127.0.0.1', { host: 'evil.example' }, 401],
    ['another machine', '10.0.0.9', {}, 401],
    ['the token', '10.0.0.9', { authorization: 'Bearer metrics-token-of-tests' }, 200],
    ['a person with view_metrics', '10.0.0.9', { authorization: 'Bearer ann' }, 200],
    ['a person without', '10.0.0.9', { authorization: 'Bearer bob' }, 403],
  ])('opens metrics to operators: %s', async (_who, remoteAddress, headers, status) => {
    const { fastify } = await start();
    const reply = await fastify.inject({ url: '/metrics', remoteAddress, headers });
    expect(reply.statusCode).toBe(status);
    if (status === 200) expect(reply.body).toContain('http_requests_in_flight 1');
  });
});

describe('errors', () => {
  const boom = defineRoute({
    method: 'GET',
    path: '/boom',
    name: 'x.boom',
    summary: '',
    access: 'public',
    reply: Type.Object({ ok: Type.Boolean() }),
  });

  it.each([
    [new Refusal('not_found', 'x.none', 'None.'), 404, 'x.none', undefined],
    [new Refusal('limited', 'x.limit', 'Slow.', { retryAfterSeconds: 7 }), 429, 'x.limit', '7'],
    [new CircuitOpenError('mail', 9), 503, 'http.dependency_down', '9'],
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 503, 'http.database_down', '5'],
    [new Error('password=hunter2'), 500, 'http.internal', undefined],
    ['a string', 500, 'http.internal', undefined],
  ])('%s', async (thrown, status, code, retryAfter) => {
    const server = await start();
    server.mount('x')(boom, () => {
      throw thrown;
    });
    const reply = await server.fastify.inject('/boom');
    expect(reply.statusCode).toBe(status);
    expect(reply.json().code).toBe(code);
    expect(reply.headers['retry-after']).toBe(retryAfter);
    expect(reply.body).not.toContain('hunter2');
    expect(server.lines.some(({ level }) => level === 'error')).toBe(status === 500);
  });

  it('hides a reply that does not fit its schema', async () => {
    const server = await start();
    server.mount('x')(boom, () => ({}) as never);
    expect((await server.fastify.inject('/boom')).statusCode).toBe(500);
  });

  it('answers unknown paths and impossible URLs in the same format', async () => {
    const { fastify } = await start();
    expect((await fastify.inject('/nothing')).json()).toMatchObject({
      status: 404,
      code: 'http.unknown_path',
    });
    expect((await fastify.inject('/%zz')).json()).toMatchObject({ status: 400, code: 'http.bad_url' });
  });

  it.each([
    ['cut off', '{"a":', 'application/json', 400],
    ['poison', '{"__proto__":{"x":1}}', 'application/json', 400],
    ['escaped poison', '{"\\u005f_proto__":{"x":1}}', 'application/json', 400],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'application/json', 400],
    ['a form', 'a=1', 'application/x-www-form-urlencoded', 415],
    ['text where JSON is expected', 'hello', 'text/plain', 415],
    ['too large', 'x'.repeat(262_145), 'application/json', 413],
    ['too deep', `{"title":${'['.repeat(65)}${']'.repeat(65)}}`, 'application/json', 422],
    ['NUL inside', '{"title":"a\\u0000b","size":1}', 'application/json', 422],
    ['a lone surrogate', '{"title":"\\ud800","size":1}', 'application/json', 422],
    ['NUL in a name', '{"title":"a","size":1,"k\\u0000":1}', 'application/json', 422],
    ['empty', '', 'application/json', 422],
    ['null', 'null', 'application/json', 422],
  ])('refuses a body that is %s', async (_what, payload, type, status) => {
    const { fastify } = await notes();
    const headers = { 'content-type': type };
    const reply = await fastify.inject({ method: 'POST', url: '/notes', payload, headers });
    expect(reply.statusCode).toBe(status);
    expect(reply.json().status).toBe(status);
  });

  it('refuses NUL in query and path', async () => {
    const { fastify } = await notes();
    const headers = { authorization: 'Bearer ann' };
    expect((await fastify.inject({ url: `/notes/${annId}?cursor=%00`, headers })).json().errors).toEqual([
      { pointer: '/query/cursor', message: 'must not contain NUL characters' },
    ]);
    expect((await fastify.inject({ url: '/notes/a%00', headers })).statusCode).toBe(422);
  });
});

describe('mounting refuses', () => {
  const base = { method: 'GET', path: '/x', name: 'x.x', summary: '', access: 'public' } as const;
  it.each([
    ['a route without access', { ...base, access: undefined as never }],
    ['an answer without schema', { ...base, status: 200 }],
    ['a path without slash', { ...base, path: 'x' }],
  ])('%s', async (_what, route) => {
    const server = await start();
    expect(() => server.mount('x')(route as never, (() => undefined) as never)).toThrow(/Route/);
  });

  it('a second route at one place, and routes after readiness', async () => {
    const server = await start();
    const mount = server.mount('x');
    mount({ ...base, path: '/x/:a' }, () => undefined);
    expect(() => mount({ ...base, name: 'x.y', path: '/x/:b' }, () => undefined)).toThrow(/mounted already/);
    expect(() => mount({ ...base, path: '/y' }, () => undefined)).toThrow(/uses the name/);
    await server.ready();
    expect(() => mount({ ...base, name: 'x.z', path: '/z' }, () => undefined)).toThrow(/too late/);
    expect(server.routes().map(({ definition }) => definition.path)).toContain('/x/:a');
  });
});
