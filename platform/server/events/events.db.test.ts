import { Registry } from 'prom-client';
import Type from 'typebox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '#base/time';
import { defineEvent } from '#platform/contract';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { sql } from '../database/index.ts';
import { createJobEngine, type JobEngine } from '../jobs/index.ts';
import type { Log } from '../telemetry/index.ts';
import { createEvents, type EventBus, eventMigrations } from './index.ts';

const Happened = defineEvent('test.thing_happened.v1', Type.Object({ thing_id: Type.Integer() }));
const Unheard = defineEvent('test.nobody_listens.v1', Type.Object({}));
const Undeclared = defineEvent('test.unknown.v1', Type.Object({}));

const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => log,
};

interface Process {
  readonly engine: JobEngine;
  readonly bus: EventBus;
}

let test: TestDatabase;
let processes: Process[];

function processWith(register: (bus: EventBus) => void): Process {
  const { url, database } = test;
  const engine = createJobEngine({
    url,
    database,
    log,
    metrics: new Registry(),
    definitions: [],
    pollMs: 50,
  });
  const bus = createEvents({ database, engine, declared: [Happened, Unheard], log, clock: systemClock });
  register(bus);
  const process = { engine, bus };
  processes.push(process);
  return process;
}

async function run({ engine, bus }: Process): Promise<void> {
  await engine.start();
  await bus.start();
  await engine.work();
}

function emit({ bus }: Process, thing: number): Promise<void> {
  return test.database.transaction((tx) => bus.events.emit(tx, Happened, { thing_id: thing }));
}

beforeAll(async () => {
  test = await testDatabase([{ module: 'platform', directory: eventMigrations }]);
});
beforeEach(() => {
  processes = [];
});
afterEach(async () => {
  await Promise.all(processes.map(({ engine }) => engine.stop(2_000)));
  await test.database.run(sql`DELETE FROM platform.event_listener`);
  await test.database.run(sql`DELETE FROM jobs.job`);
});
afterAll(() => test.close());

describe('events', () => {
  it('reach every listener once the transaction committed', async () => {
    const heard: string[] = [];
    const one = processWith((bus) => {
      bus.on(Happened, 'a', async ({ payload }) => void heard.push(`a${payload.thing_id}`));
      bus.on(Happened, 'b', async ({ payload }) => void heard.push(`b${payload.thing_id}`));
    });
    await run(one);
    await emit(one, 1);
    const undone = test.database.transaction(async (tx) => {
      await one.bus.events.emit(tx, Happened, { thing_id: 2 });
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await expect.poll(() => heard.toSorted()).toEqual(['a1', 'b1']);
    await one.engine.drain();
    expect(heard).toHaveLength(2);
  });

  it('are tried again for the listener that failed, under the same id, and held up for nobody else', async () => {
    const ids: string[] = [];
    const heard: Date[] = [];
    const one = processWith((bus) => {
      bus.on(Happened, 'clumsy', async ({ id }) => {
        ids.push(id);
        if (ids.length === 1) throw new Error('dropped it');
      });
      bus.on(Happened, 'steady', async ({ emittedAt }) => void heard.push(emittedAt));
    });
    await run(one);
    await emit(one, 1);
    await expect.poll(() => heard.length).toBe(1);
    await expect.poll(() => ids.length, { timeout: 15_000 }).toBe(2);
    await one.engine.drain();
    expect(new Set(ids).size).toBe(1);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toBeInstanceOf(Date);
  });

  it('are delivered once per listener although the fan-out ran twice', async () => {
    const heard: number[] = [];
    const one = processWith((bus) => {
      bus.on(Happened, 'a', async ({ payload }) => void heard.push(payload.thing_id));
    });
    await run(one);
    await emit(one, 7);
    await expect.poll(() => heard).toEqual([7]);
    await one.engine.drain();
    await test.database.run(
      sql`UPDATE jobs.job SET state = 'created', started_on = NULL WHERE name = 'platform.fan_out_event'`,
    );
    await one.engine.drain();
    expect(heard).toEqual([7]);
  });

  it('wait for a listener whose process is down, and find listeners of other processes', async () => {
    const heard: string[] = [];
    const care = processWith((bus) => bus.on(Happened, 'care', async () => void heard.push('care')));
    await run(care);
    await care.engine.stop(1_000);
    const quests = processWith((bus) => bus.on(Happened, 'quests', async () => void heard.push('quests')));
    await run(quests);
    await emit(quests, 1);
    await expect.poll(() => heard).toEqual(['quests']);
    await quests.engine.drain();
    await run(processWith((bus) => bus.on(Happened, 'care', async () => void heard.push('care'))));
    await expect.poll(() => heard).toEqual(['quests', 'care']);
  });

  it('are kept for nobody when nobody listens or the listener was retired', async () => {
    const one = processWith((bus) => bus.on(Happened, 'old', async () => undefined));
    await run(one);
    await one.bus.retire(Happened.name, 'old');
    await emit(one, 1);
    await test.database.transaction((tx) => one.bus.events.emit(tx, Unheard, {}));
    await one.engine.drain();
    const rows = await test.database.rows(sql`SELECT DISTINCT name FROM jobs.job WHERE name LIKE 'event.%'`);
    expect(rows).toEqual([]);
  });

  it('are refused when undeclared, misnamed, doubled or misshapen', async () => {
    const one = processWith((bus) => {
      bus.on(Happened, 'a', async () => undefined);
      expect(() => bus.on(Undeclared, 'a', async () => undefined)).toThrow('not published');
      expect(() => bus.on(Happened, 'a', async () => undefined)).toThrow('defined twice');
    });
    await run(one);
    const { events } = one.bus;
    const misfit: unknown = { thing_id: 'a secret' };
    const loose = defineEvent(Happened.name, Type.Any());
    await expect(test.database.transaction((tx) => events.emit(tx, Undeclared, {}))).rejects.toThrow(
      'not published',
    );
    await expect(test.database.transaction((tx) => events.emit(tx, loose, misfit))).rejects.toThrow(
      'The payload of event test.thing_happened.v1 does not fit its definition at /thing_id.',
    );
    const { database } = test;
    const declare = (name: string) => () =>
      createEvents({
        database,
        engine: one.engine,
        declared: [Happened, defineEvent(name, Type.Object({}))],
        log,
        clock: systemClock,
      });
    expect(declare('Thing happened')).toThrow('module.what_happened.v1');
    expect(declare(Happened.name)).toThrow('published by two');
  });

  it('fail for a payload of an older shape instead of handing it over', async () => {
    const heard: unknown[] = [];
    const one = processWith((bus) => bus.on(Happened, 'a', async ({ payload }) => void heard.push(payload)));
    await one.engine.start();
    await one.bus.start();
    await emit(one, 1);
    await test.database.run(sql`UPDATE jobs.job SET data = jsonb_set(data, '{payload}', '{"thing": 1}')`);
    await one.engine.work();
    await expect
      .poll(() => test.database.row(sql`SELECT state FROM jobs.job WHERE name LIKE 'event.%'`))
      .toEqual({ state: 'retry' });
    expect(heard).toEqual([]);
  });
});
