import { setTimeout as sleep } from 'node:timers/promises';
import { Registry } from 'prom-client';
import Type from 'typebox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { sql } from '../database/index.ts';
import type { Log } from '../telemetry/index.ts';
import { createJobEngine, defineJob, type JobDefinition, type JobEngine } from './index.ts';

const quick = { limit: 3, delaySeconds: 0, backoff: false } as const;
const Numbered = Type.Object({ number: Type.Integer() }, { additionalProperties: false });

const count = defineJob({
  name: 'test.count_up',
  data: Numbered,
  retry: quick,
  timeoutSeconds: 30,
  concurrency: 4,
});
const slow = defineJob({ name: 'test.be_slow', data: Numbered, retry: quick, timeoutSeconds: 1 });
const once = defineJob({
  name: 'test.try_once',
  data: Numbered,
  retry: { limit: 0, delaySeconds: 0, backoff: false },
  timeoutSeconds: 30,
});
const patient = defineJob({
  name: 'test.wait_longer',
  data: Numbered,
  retry: { limit: 2, delaySeconds: 1, backoff: true },
  timeoutSeconds: 30,
});
const nightly = defineJob({
  name: 'test.clean_up',
  data: Type.Object({}),
  retry: quick,
  timeoutSeconds: 30,
  schedule: '15 3 * * *',
});
const definitions: readonly JobDefinition[] = [count, slow, once, patient, nightly];

let test: TestDatabase;
let engines: JobEngine[];
let lines: { fields: Readonly<Record<string, unknown>>; message: string }[];

const log: Log = {
  debug: () => undefined,
  info: (fields, message) => void lines.push({ fields, message }),
  warn: (fields, message) => void lines.push({ fields, message }),
  error: (fields, message) => void lines.push({ fields, message }),
  child: () => log,
};

function engineWith(more: Partial<Parameters<typeof createJobEngine>[0]> = {}): JobEngine {
  const engine = createJobEngine({
    url: test.url,
    database: test.database,
    log,
    metrics: new Registry(),
    definitions,
    pollMs: 50,
    ...more,
  });
  engines.push(engine);
  return engine;
}

function send(
  engine: JobEngine,
  job: JobDefinition<typeof Numbered>,
  number: number,
): Promise<string | null> {
  return test.database.transaction((tx) => engine.jobs.send(tx, job, { number }));
}

beforeAll(async () => {
  test = await testDatabase();
});
beforeEach(() => {
  engines = [];
  lines = [];
});
afterEach(async () => {
  await Promise.all(engines.map((engine) => engine.stop(2_000)));
  await test.database.run(sql`DELETE FROM jobs.job`);
});
afterAll(() => test.close());

describe('sending', () => {
  it('adds the job with the commit and not at all with a rollback', async () => {
    const engine = engineWith();
    const seen: number[] = [];
    engine.handle(count, async ({ data }) => void seen.push(data.number));
    await engine.start();
    await engine.work();
    await expect(
      test.database.transaction(async (tx) => {
        await engine.jobs.send(tx, count, { number: 1 });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await send(engine, count, 2);
    await engine.drain();
    expect(seen).toEqual([2]);
  });

  it('refuses data that does not fit, without repeating it', async () => {
    const engine = engineWith();
    await engine.start();
    const misfit: unknown = { number: 'a secret' };
    const refused = test.database.transaction((tx) =>
      engine.jobs.send(tx, { ...count, data: Type.Any() }, misfit),
    );
    await expect(refused).rejects.toThrow(
      'The data of job test.count_up does not fit its definition at /number.',
    );
    const unknown = test.database.transaction((tx) =>
      engine.jobs.send(tx, { ...count, name: 'test.other' }, { number: 1 }),
    );
    await expect(unknown).rejects.toThrow('not declared');
  });

  it('adds a singleton once while it waits, also from two transactions at the same time', async () => {
    const engine = engineWith();
    await engine.start();
    const add = (singletonKey: string) =>
      test.database.transaction((tx) => engine.jobs.send(tx, count, { number: 1 }, { singletonKey }));
    const added = await Promise.all([add('a'), add('a'), add('a'), add('b')]);
    expect(added.filter((id) => id !== null)).toHaveLength(2);
    expect(added[3]).not.toBeNull();
  });

  it('adds a job under a chosen id once', async () => {
    const engine = engineWith();
    await engine.start();
    const id = '01890000-0000-7000-8000-000000000001';
    const add = () => test.database.transaction((tx) => engine.jobs.send(tx, count, { number: 1 }, { id }));
    expect(await add()).toBe(id);
    expect(await add()).toBeNull();
  });

  it('keeps a delayed job for later', async () => {
    const engine = engineWith();
    const seen: number[] = [];
    engine.handle(count, async ({ data }) => void seen.push(data.number));
    await engine.start();
    await engine.work();
    await test.database.transaction(async (tx) => {
      await engine.jobs.send(tx, count, { number: 1 }, { startAfterSeconds: 1 });
      await engine.jobs.send(tx, count, { number: 2 });
    });
    await engine.drain();
    expect(seen).toEqual([2]);
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual([2, 1]);
  });
});

describe('working', () => {
  it('runs at most as many at once as the definition says, and all of them', async () => {
    const engine = engineWith({ pollMs: 60_000 });
    let running = 0;
    let most = 0;
    const seen = new Set<number>();
    engine.handle(count, async ({ data }) => {
      running += 1;
      most = Math.max(most, running);
      await sleep(2);
      running -= 1;
      seen.add(data.number);
    });
    await engine.start();
    await engine.work();
    await Promise.all(Array.from({ length: 50 }, (_, number) => send(engine, count, number)));
    await expect.poll(() => seen.size, { timeout: 10_000 }).toBe(50);
    expect(most).toBe(4);
  });

  it('tries again with growing delays, then gives up into the dead letters', async () => {
    const engine = engineWith();
    const times: number[] = [];
    engine.handle(patient, async () => {
      times.push(Date.now());
      throw new Error('not yet');
    });
    await engine.start();
    await engine.work();
    await send(engine, patient, 1);
    await expect.poll(() => times.length, { timeout: 20_000 }).toBe(3);
    await engine.drain();
    const [first = 0, second = 0, third = 0] = times;
    expect(second - first).toBeGreaterThanOrEqual(900);
    expect(third - second).toBeGreaterThanOrEqual(900);
    await expect
      .poll(() =>
        test.database.rows(sql`SELECT name, source_name FROM jobs.job WHERE name = 'platform.dead_letter'`),
      )
      .toEqual([{ name: 'platform.dead_letter', source_name: 'test.wait_longer' }]);
    expect(lines.map((line) => line.message)).toContain('A job failed for good.');
    expect(JSON.stringify(lines)).not.toContain('"number"');
  });

  it('sends dead letters again on request', async () => {
    const engine = engineWith();
    let repaired = false;
    let done = 0;
    engine.handle(once, async () => {
      if (!repaired) throw new Error('broken');
      done += 1;
    });
    await engine.start();
    await engine.work();
    await send(engine, once, 1);
    await engine.drain();
    repaired = true;
    expect(await engine.redrive('test.try_once')).toBe(1);
    await engine.drain();
    expect(done).toBe(1);
  });

  it('aborts and fails an attempt at its time limit', async () => {
    const engine = engineWith();
    const reasons: unknown[] = [];
    let attempts = 0;
    engine.handle(slow, async ({ signal }) => {
      attempts += 1;
      if (attempts > 1) return;
      signal.addEventListener('abort', () => reasons.push(signal.reason));
      await new Promise(() => undefined);
    });
    await engine.start();
    await engine.work();
    await send(engine, slow, 1);
    await expect.poll(() => attempts, { timeout: 10_000 }).toBe(2);
    await engine.drain();
    expect(String(reasons[0])).toContain('longer than 1 s');
  });

  it('fails data of an older shape instead of handing it over', async () => {
    const engine = engineWith();
    const seen: unknown[] = [];
    engine.handle(once, async ({ data }) => void seen.push(data));
    await engine.start();
    await send(engine, once, 1);
    await test.database.run(sql`UPDATE jobs.job SET data = '{"figure": 1}' WHERE name = 'test.try_once'`);
    await engine.work();
    await engine.drain();
    expect(seen).toEqual([]);
    expect(await engine.figures()).toContainEqual(
      expect.objectContaining({ queue: 'test.try_once', failed: 1 }),
    );
  });

  it('counts what happened', async () => {
    const metrics = new Registry();
    const engine = engineWith({ metrics });
    engine.handle(once, async ({ data }) => {
      if (data.number === 2) throw new Error('no');
    });
    await engine.start();
    await engine.work();
    await Promise.all([send(engine, once, 1), send(engine, once, 2), send(engine, count, 3)]);
    await engine.drain();
    const text = await metrics.metrics();
    expect(text).toContain('jobs_completed_total{queue="test.try_once"} 1');
    expect(text).toContain('jobs_failed_total{queue="test.try_once"} 1');
    expect(text).toContain('jobs_duration_seconds_count{queue="test.try_once"} 2');
    expect(text).toContain('jobs_waiting{queue="test.count_up"} 1');
    expect(await engine.health().check()).toEqual({ status: 'healthy' });
    await test.database.run(
      sql`UPDATE jobs.job SET start_after = now() - interval '1 hour' WHERE state = 'created'`,
    );
    expect(await engine.health().check()).toMatchObject({ status: 'degraded' });
  });
});

describe('several processes', () => {
  it('start at once on an empty database and share the work without doing it twice', async () => {
    const fresh = await testDatabase();
    try {
      const seen: number[] = [];
      const both = [0, 1].map(() => {
        const engine = engineWith({ url: fresh.url, database: fresh.database });
        engine.handle(count, async ({ data }) => {
          await sleep(1);
          seen.push(data.number);
        });
        return engine;
      });
      await Promise.all(both.map((engine) => engine.start()));
      await Promise.all(both.map((engine) => engine.work()));
      const [sender] = both;
      await fresh.database.transaction(async (tx) => {
        for (let number = 0; number < 100; number += 1) await sender?.jobs.send(tx, count, { number });
      });
      await Promise.all(both.map((engine) => engine.drain()));
      expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, number) => number));
      await Promise.all(both.map((engine) => engine.stop(1_000)));
      engines = [];
    } finally {
      await fresh.close();
    }
  });

  it('registers schedules, changes them and drops those no longer defined', async () => {
    const schedules = () => test.database.rows(sql`SELECT name, cron, timezone FROM jobs.schedule`);
    await engineWith().start();
    expect(await schedules()).toEqual([{ name: 'test.clean_up', cron: '15 3 * * *', timezone: 'UTC' }]);
    await engineWith({ definitions: [{ ...nightly, schedule: '0 4 * * *' }] }).start();
    expect(await schedules()).toEqual([{ name: 'test.clean_up', cron: '0 4 * * *', timezone: 'UTC' }]);
    const { schedule: _, ...unscheduled } = nightly;
    await engineWith({ definitions: [unscheduled] }).start();
    expect(await schedules()).toEqual([]);
  });

  it('run a scheduled job once for each time, however many processes watch the clock', async () => {
    const everyMinute = { ...nightly, name: 'test.tick', schedule: '* * * * *' };
    const minutes: number[] = [];
    const both = [0, 1].map(() => {
      const engine = engineWith({ definitions: [everyMinute] });
      engine.handle(everyMinute, async () => void minutes.push(Math.floor(Date.now() / 60_000)));
      return engine;
    });
    for (const engine of both) await engine.start();
    for (const engine of both) await engine.work();
    await expect.poll(() => minutes.length, { timeout: 25_000 }).toBeGreaterThan(0);
    // Long enough for the other process to look at the clock, too.
    await sleep(6_000);
    expect(minutes).toEqual([...new Set(minutes)]);
  });

  it('updates a queue whose policy changed', async () => {
    await engineWith().start();
    await engineWith({ definitions: [{ ...count, retry: { ...quick, limit: 7 } }] }).start();
    expect(
      await test.database.row(sql`SELECT retry_limit, notify FROM jobs.queue WHERE name = 'test.count_up'`),
    ).toEqual({
      retry_limit: 7,
      notify: true,
    });
  });
});

describe('trouble', () => {
  it('goes on after every connection was cut', async () => {
    const engine = engineWith({ pollMs: 60_000 });
    const seen: number[] = [];
    engine.handle(count, async ({ data }) => void seen.push(data.number));
    await engine.start();
    await engine.work();
    await send(engine, count, 1);
    await expect.poll(() => seen).toEqual([1]);
    await test.database
      .rows(
        sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      )
      .catch(() => undefined);
    await expect
      .poll(
        () =>
          test.database.row(
            sql`SELECT count(*) AS n FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`,
          ),
        { timeout: 10_000 },
      )
      .toEqual({ n: 1 });
    await send(engine, count, 2);
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual([1, 2]);
  });

  it('is unhealthy while the queue cannot be read, says so once, and recovers', async () => {
    let away = false;
    const { database } = test;
    const rows: typeof database.rows = (statement) =>
      away ? Promise.reject(new Error('away')) : database.rows(statement);
    const engine = engineWith({ database: { ...database, rows }, pollMs: 10 });
    engine.handle(count, async () => undefined);
    await engine.start();
    await engine.work();
    away = true;
    await expect.poll(() => engine.health().check()).toMatchObject({ status: 'unhealthy' });
    await sleep(50);
    away = false;
    await expect.poll(() => engine.health().check()).toEqual({ status: 'healthy' });
    expect(lines.filter((line) => line.message.includes('cannot be read'))).toHaveLength(1);
    expect(lines.filter((line) => line.message.includes('can be read again'))).toHaveLength(1);
  });

  it('gives an interrupted job back at shutdown without losing an attempt', async () => {
    const first = engineWith();
    const started = Promise.withResolvers<void>();
    first.handle(once, async ({ signal }) => {
      started.resolve();
      await sleep(60_000, undefined, { signal });
    });
    await first.start();
    await first.work();
    await send(first, once, 1);
    await started.promise;
    await first.stop(5_000);
    const second = engineWith();
    const seen: number[] = [];
    second.handle(once, async ({ data }) => void seen.push(data.number));
    await second.start();
    await second.work();
    await second.drain();
    expect(seen).toEqual([1]);
  });

  it('gives back what ignores the shutdown', async () => {
    const engine = engineWith();
    const started = Promise.withResolvers<void>();
    engine.handle(once, async () => {
      started.resolve();
      await new Promise(() => undefined);
    });
    await engine.start();
    await engine.work();
    await send(engine, once, 1);
    await started.promise;
    await engine.stop(50);
    expect(await test.database.row(sql`SELECT state FROM jobs.job WHERE name = 'test.try_once'`)).toEqual({
      state: 'created',
    });
  });
});

describe('definitions', () => {
  it.each([
    [{ ...count, name: 'nameless' }, 'module.verb_noun'],
    [{ ...count, retry: { ...quick, limit: -1 } }, 'retry policy'],
    [{ ...count, timeoutSeconds: 0 }, 'time limit'],
    [{ ...count, concurrency: 0 }, 'concurrency'],
    [{ ...count, schedule: '* * * * *' }, 'must accept {}'],
  ])('refuses a faulty one', (definition, message) => {
    expect(() =>
      createJobEngine({
        url: test.url,
        database: test.database,
        log,
        metrics: new Registry(),
        definitions: [definition],
      }),
    ).toThrow(message);
  });

  it('refuses two definitions, two handlers and handlers of unknown jobs', async () => {
    const engine = engineWith();
    expect(() => engine.define({ ...count })).toThrow('defined twice');
    expect(() => engine.handle({ ...count, name: 'test.other' }, async () => undefined)).toThrow(
      'not declared',
    );
    engine.handle(count, async () => undefined);
    expect(() => engine.handle(count, async () => undefined)).toThrow('handled twice');
    await expect(engine.work()).rejects.toThrow('Start the job engine');
    await expect(engine.drain()).rejects.toThrow('Nobody works');
    await engine.start();
    expect(() => engine.define({ ...count, name: 'test.late' })).toThrow('after the start');
  });
});
