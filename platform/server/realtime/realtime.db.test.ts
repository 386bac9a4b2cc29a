import { type ChildProcess, spawn } from 'node:child_process';
import { access } from 'node:fs/promises';
import { createServer } from 'node:net';
import { Registry } from 'prom-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '#base/time';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { sql } from '../database/index.ts';
import type { Log } from '../telemetry/index.ts';
import { createRealtime, type DropTarget, type RealtimeHub } from './index.ts';

const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => log,
};

let test: TestDatabase;
let hubs: RealtimeHub[];

async function hubOf(redisUrl?: string): Promise<RealtimeHub> {
  const hub = await createRealtime({
    database: test.database,
    metrics: new Registry(),
    log,
    clock: systemClock,
    redisUrl,
  });
  hubs.push(hub);
  return hub;
}

function collect(hub: RealtimeHub, channel: string): unknown[] {
  const seen: unknown[] = [];
  hub.realtime.follow(channel, (message) => seen.push(message));
  return seen;
}

beforeAll(async () => {
  test = await testDatabase();
});
beforeEach(() => {
  hubs = [];
});
afterEach(() => Promise.all(hubs.map((hub) => hub.close())));
afterAll(() => test.close());

async function reachEveryProcess(redisUrl?: string): Promise<void> {
  const [here, there] = [await hubOf(redisUrl), await hubOf(redisUrl)];
  const [seenHere, seenThere, other] = [
    collect(here, 'quest:1'),
    collect(there, 'quest:1'),
    collect(there, 'quest:2'),
  ];
  const published = here.realtime.publish('quest:1', { step: 1 });
  expect(seenHere).toEqual([{ step: 1 }]);
  await published;
  await Promise.all([2, 3, 4].map((step) => here.realtime.publish('quest:1', { step })));
  const all = [1, 2, 3, 4].map((step) => ({ step }));
  await expect.poll(() => seenThere).toEqual(all);
  expect(seenHere).toEqual(all);
  expect(other).toEqual([]);

  const dropped: DropTarget[] = [];
  there.onDrop((target) => dropped.push(target));
  await here.realtime.drop({ userId: 'u' });
  await here.realtime.drop({ sessionId: 's' });
  await expect.poll(() => dropped).toEqual([{ userId: 'u' }, { sessionId: 's' }]);
}

describe('over PostgreSQL', () => {
  it('messages and drops reach every process once, in order', () => reachEveryProcess());

  it('a message to nobody and an end of following are fine', async () => {
    const hub = await hubOf();
    const seen: unknown[] = [];
    const stop = hub.realtime.follow('a:b', (message) => seen.push(message));
    const stopTwin = hub.realtime.follow('a:b', (message) => seen.push(message));
    await hub.realtime.publish('a:b', { n: 1 });
    stop();
    await hub.realtime.publish('a:b', { n: 2 });
    stopTwin();
    await hub.realtime.publish('a:b', { n: 3 });
    expect(seen).toEqual([{ n: 1 }, { n: 1 }, { n: 2 }]);
    await expect(hub.realtime.publish('a:b', { text: 'x'.repeat(8_000) })).rejects.toThrow('exceeds');
  });

  it('a follower that throws harms nobody else, nonsense on the channel is ignored', async () => {
    const [here, there] = [await hubOf(), await hubOf()];
    there.realtime.follow('a:b', () => {
      throw new Error('clumsy');
    });
    const seen = collect(there, 'a:b');
    await test.database.run(sql`SELECT pg_notify('quintet_realtime', 'nonsense')`);
    await here.realtime.publish('a:b', { n: 1 });
    await expect.poll(() => seen).toEqual([{ n: 1 }]);
  });

  it('tells of a gap when the connection was lost, and goes on', async () => {
    const [here, there] = [await hubOf(), await hubOf()];
    const seen = collect(there, 'a:b');
    const gap = new Promise<void>((resolve) => there.onGap(resolve));
    await test.database.rows(
      sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`,
    );
    await gap;
    await here.realtime.publish('a:b', { n: 1 });
    await expect.poll(() => seen).toEqual([{ n: 1 }]);
  });

  it('publishing goes on here when the others cannot be reached', async () => {
    const metrics = new Registry();
    const unreachable = { ...test.database, run: () => Promise.reject(new Error('gone')) };
    const hub = await createRealtime({ database: unreachable, metrics, log, clock: systemClock });
    const seen = collect(hub, 'a:b');
    await hub.realtime.publish('a:b', { n: 1 });
    expect(seen).toEqual([{ n: 1 }]);
    expect(await metrics.metrics()).toContain('realtime_messages_total{direction="lost"} 1');
  });
});

const redisServer = '/usr/bin/redis-server';
const hasRedis = await access(redisServer).then(
  () => true,
  () => false,
);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}

function startRedis(port: number): ChildProcess {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  return spawn(redisServer, options, { stdio: 'ignore' });
}

async function end(redis: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => redis.once('exit', resolve));
  redis.kill();
  await gone;
}

describe.runIf(hasRedis)('over Redis', () => {
  it('messages and drops reach every process once, and again after Redis came back', async () => {
    const port = await freePort();
    const url = `redis://127.0.0.1:${port}`;
    let redis = startRedis(port);
    try {
      await reachEveryProcess(url);
      const [here, there] = hubs;
      if (here === undefined || there === undefined) throw new Error('No hubs.');
      const gap = new Promise<void>((resolve) => there.onGap(resolve));
      await end(redis);
      await here.realtime.publish('a:b', { n: 0 });
      redis = startRedis(port);
      await gap;
      const seen = collect(there, 'a:b');
      await expect
        .poll(
          async () => {
            await here.realtime.publish('a:b', { n: 1 });
            return seen.length;
          },
          { timeout: 15_000, interval: 200 },
        )
        .toBeGreaterThan(0);
    } finally {
      await Promise.all(hubs.map((hub) => hub.close()));
      await end(redis);
    }
  });
});
