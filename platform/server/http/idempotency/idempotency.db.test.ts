import { Type } from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '#base/refusal';
import { day, minute } from '#base/time';
import { defineRoute } from '#platform/contract';
import { sql } from '#platform/server/database';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { idempotencyMigrations, purgeIdempotency } from '../index.ts';
import { type TestServer, testServer } from '../server.fixture.ts';

const order = defineRoute({
  method: 'POST',
  path: '/orders',
  name: 'shop.order',
  summary: '',
  access: 'public',
  status: 201,
  body: Type.Object({ item: Type.String() }),
  reply: Type.Object({ number: Type.Integer() }),
});

const key = defineRoute({ ...order, path: '/keys', name: 'shop.make_key', secretReply: true });

let db: TestDatabase;
let server: TestServer;
let runs: number;
let next: () => Promise<void>;

beforeAll(async () => {
  db = await testDatabase([{ module: 'platform', directory: idempotencyMigrations }]);
});

afterAll(() => db.close());

beforeEach(async () => {
  runs = 0;
  next = async () => undefined;
  await db.database.run(sql`DELETE FROM platform.idempotency`);
  server = await testServer({ database: db.database });
  const mount = server.mount('shop');
  const make = async () => {
    runs += 1;
    const number = runs;
    await next();
    return { number };
  };
  mount(order, async (_request, reply) => {
    reply.header('location', '/orders/1');
    return make();
  });
  mount(key, make);
  return () => server.close();
});

async function send(
  idempotencyKey: string,
  input: { item?: string; url?: string; who?: string; address?: string } = {},
) {
  return server.fastify.inject({
    method: 'POST',
    url: input.url ?? '/orders',
    payload: { item: input.item ?? 'tea' },
    remoteAddress: input.address ?? '203.0.113.1',
    headers: {
      'idempotency-key': idempotencyKey,
      ...(input.who === undefined ? {} : { authorization: `Bearer ${input.who}` }),
    },
  });
}

describe('Idempotency-Key', () => {
  it('answers a repetition with the first answer and runs nothing', async () => {
    const first = await send('k1');
    const second = await send('k1');
    expect(first.statusCode).toBe(201);
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    expect(second.headers['idempotent-replayed']).toBe('true');
    for (const what of ['statusCode', 'body'] as const) expect(second[what]).toBe(first[what]);
    expect(second.headers.location).toBe('/orders/1');
    expect(second.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(runs).toBe(1);
  });

  it('is the caller’s own: another person, address or key runs anew', async () => {
    await send('k1');
    await send('k1', { who: 'ann' });
    await send('k1', { who: 'bob' });
    await send('k1', { address: '203.0.113.2' });
    await send('k2');
    expect(runs).toBe(5);
  });

  it('refuses another body under the same key, and keys that are none', async () => {
    await send('k1');
    const other = await send('k1', { item: 'coffee' });
    expect([other.statusCode, other.json().code]).toEqual([422, 'http.idempotency_key_reused']);
    expect((await send('a b')).json().errors[0].pointer).toBe('/headers/idempotency-key');
    expect((await send('x'.repeat(256))).statusCode).toBe(422);
    expect(runs).toBe(1);
  });

  it('lets one of many simultaneous requests run', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    next = () => gate;
    const refused: unknown[] = [];
    const all = Array.from({ length: 8 }, async () => {
      const reply = await send('k1');
      if (reply.statusCode === 409) refused.push(reply.headers['retry-after']);
      return reply.statusCode;
    });
    await expect.poll(() => refused.length).toBe(7);
    release();
    const statuses = (await Promise.all(all)).sort();
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    expect(new Set(refused)).toEqual(new Set(['1']));
    expect(runs).toBe(1);
  });

  it('keeps refusals, but neither failures nor limits', async () => {
    next = () => Promise.reject(new Refusal('conflict', 'shop.sold_out', 'Sold out.'));
    const first = await send('kept');
    const second = await send('kept');
    expect([first.statusCode, second.statusCode, runs]).toEqual([409, 409, 1]);
    expect(second.body).toBe(first.body);
    expect(second.headers['content-type']).toBe('application/problem+json; charset=utf-8');

    next = () => Promise.reject(new Refusal('limited', 'shop.slow', 'Slow down.'));
    expect((await send('limited')).statusCode).toBe(429);
    next = () => Promise.reject(new Error('boom'));
    expect((await send('failed')).statusCode).toBe(500);
    next = async () => undefined;
    expect((await send('limited')).statusCode).toBe(201);
    expect((await send('failed')).statusCode).toBe(201);
  });

  it('takes over a key whose run died, and the dead run cannot overwrite the answer', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    next = () => gate;
    const dead = send('k1');
    await expect.poll(() => runs).toBe(1);
    next = async () => undefined;
    server.advance(minute - 1);
    expect((await send('k1')).statusCode).toBe(409);
    server.advance(1);
    expect((await send('k1')).json()).toEqual({ number: 2 });
    release();
    await dead;
    expect((await send('k1')).json()).toEqual({ number: 2 });
  });

  it('forgets after a day; the purge deletes', async () => {
    await send('k1');
    await send('k2');
    server.advance(day);
    expect((await send('k1')).json()).toEqual({ number: 3 });
    expect(await purgeIdempotency(db.database, new Date(Date.parse('2026-01-02T00:00:00Z')))).toBe(1);
  });

  it('never stores secrets', async () => {
    await send('k1', { url: '/keys' });
    await send('k1', { url: '/keys' });
    expect(runs).toBe(2);
    expect(await db.database.rows(sql`SELECT 1 FROM platform.idempotency`)).toEqual([]);
  });
});
