import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineRef } from '#base/ref';
import { type TestDatabase, testDatabase } from '#platform/testing';
import type { Environment } from '../config/index.ts';
import { sql } from '../database/index.ts';
import { defineJob } from '../jobs/index.ts';
import { defineExtensionPoint, defineModule, fill, type Module } from '../modules/index.ts';
import { type App, type StartOptions, startApp } from './index.ts';

let test: TestDatabase;
let directory: string;

beforeAll(async () => {
  test = await testDatabase();
  directory = await mkdtemp(join(tmpdir(), 'start-'));
});
afterAll(async () => {
  await test.close();
  await rm(directory, { recursive: true, force: true });
});

function start(
  modules: readonly Module[],
  environment: Environment = {},
  options: Partial<StartOptions> = {},
): Promise<App> {
  return startApp({
    modules,
    version: '0.0.0-test',
    listen: false,
    ...options,
    environment: {
      NODE_ENV: 'test',
      DATABASE_URL: test.url,
      DATA_DIR: directory,
      PUBLIC_URL: 'http://quintet.test',
      SECRET_KEY: 'a secret key for tests, long enough for anybody',
      LOG_LEVEL: 'silent',
      ...environment,
    },
  });
}

const connections = async () =>
  (
    await test.database.row<{ count: number }>(
      sql`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
          AND application_name <> ''`,
    )
  )?.count;

/** A module that writes down its life. */
function recorded(name: string, life: string[], uses: Record<string, ReturnType<typeof defineRef>> = {}) {
  const ref = defineRef<string>(name);
  const module = defineModule({
    name,
    provides: ref,
    uses,
    create: () => {
      life.push(`create ${name}`);
      return name;
    },
    prepare: async () => void life.push(`prepare ${name}`),
    close: async () => void life.push(`close ${name}`),
  });
  return { ref, module };
}

describe('starting', () => {
  it('refuses an old schema when it may not migrate, and leaves no connection behind', async () => {
    const fresh = await testDatabase();
    try {
      await expect(start([], { DATABASE_URL: fresh.url }, { migrate: false })).rejects.toThrow(
        /lacks migrations: platform\.http\/.*quintet migrate/,
      );
    } finally {
      await fresh.close();
    }
  });

  it('builds in order of use and closes in reverse, once', async () => {
    const life: string[] = [];
    const low = recorded('low', life);
    const high = recorded('high', life, { low: low.ref });
    const app = await start([high.module, low.module]);
    expect(app.modules).toEqual(['low', 'high']);
    await Promise.all([app.stop(), app.stop()]);
    expect(life).toEqual([
      'create low',
      'create high',
      'prepare low',
      'prepare high',
      'close high',
      'close low',
    ]);
  });

  it('closes what was open when a later part fails', async () => {
    const life: string[] = [];
    const low = recorded('low', life);
    const broken = defineModule({
      name: 'broken',
      create: () => {
        throw new Error('no luck');
      },
    });
    const before = await connections();
    await expect(start([low.module, broken])).rejects.toThrow('no luck');
    expect(life).toEqual(['create low', 'close low']);
    await expect.poll(connections).toBe(before);
  });

  it('serves the modules that MODULES names and what they use', async () => {
    const life: string[] = [];
    const low = recorded('low', life);
    const high = recorded('high', life, { low: low.ref });
    const alone = recorded('alone', life);
    const app = await start([alone.module, high.module, low.module], { MODULES: 'high' });
    try {
      expect(app.modules).toEqual(['low', 'high']);
      expect(app.service(high.ref)).toBe('high');
      expect(() => app.service(alone.ref)).toThrow('No loaded module provides alone');
      await expect(
        app.runCommand('alone do', { args: [], options: {}, print: () => undefined }),
      ).rejects.toThrow('MODULES');
    } finally {
      await app.stop();
    }
  });

  it('refuses demo data in production', async () => {
    const app = await start([], { NODE_ENV: 'production' }, { doors: 'none' });
    try {
      await expect(app.demo()).rejects.toThrow('refused in production');
      expect(app.http).toBeUndefined();
    } finally {
      await app.stop();
    }
  });
});

it('does the jobs of an HTTP process in a worker process', async () => {
  const greet = defineJob({
    name: 'greeter.say_hello',
    data: Type.Object({ to: Type.String() }),
    retry: { limit: 1, delaySeconds: 1, backoff: false },
    timeoutSeconds: 10,
  });
  const greeter = (done: string[]) =>
    defineModule({
      name: 'greeter',
      jobs: [greet],
      create: () => undefined,
      work: async () => ({
        work: ({ handle }) => handle(greet, async ({ data }) => void done.push(data.to)),
      }),
    });
  const byHttp: string[] = [];
  const byWorker: string[] = [];
  const http = await start([greeter(byHttp)], { ROLE: 'http' });
  const worker = await start([greeter(byWorker)], { ROLE: 'worker' });
  try {
    expect(worker.http).toBeUndefined();
    await http.database.transaction((tx) => http.jobs.jobs.send(tx, greet, { to: 'ann' }));
    await expect.poll(() => byWorker, { timeout: 20_000 }).toEqual(['ann']);
    expect(byHttp).toEqual([]);
  } finally {
    await Promise.all([http.stop(), worker.stop()]);
  }
});

describe('extension points', () => {
  const greetings = defineExtensionPoint<string>('greeter.greetings', 'many');
  const only = defineExtensionPoint<string>('greeter.only', 'one');
  const greeterRef = defineRef<() => readonly string[]>('greeter');
  const heard: (readonly string[])[] = [];
  const greeter = defineModule({
    name: 'greeter',
    provides: greeterRef,
    create:
      ({ filled }) =>
      () => [...filled(greetings), ...filled(only)],
    prepare: async (all) => void heard.push(all()),
  });
  const guest = (name: string, point = greetings) =>
    defineModule({ name, create: () => name, fills: (service) => [fill(point, service)] });

  it('are read by the lower module that is built first', async () => {
    const app = await start([greeter, guest('ann'), guest('bob'), guest('eve', only)]);
    try {
      expect(app.service(greeterRef)()).toEqual(['ann', 'bob', 'eve']);
      expect(heard.at(-1)).toEqual(['ann', 'bob', 'eve']);
    } finally {
      await app.stop();
    }
  });

  it('are empty when nobody fills them', async () => {
    const app = await start([greeter]);
    try {
      expect(app.service(greeterRef)()).toEqual([]);
    } finally {
      await app.stop();
    }
  });

  it('for one refuse a second module', async () => {
    await expect(start([guest('ann', only), guest('bob', only)])).rejects.toThrow(
      'More than one module fills greeter.only',
    );
  });

  it('are not readable while modules are being built', async () => {
    const hasty = defineModule({ name: 'hasty', create: ({ filled }) => filled(greetings) });
    await expect(start([hasty])).rejects.toThrow('greeter.greetings is read before every module exists');
  });
});

it('refuses an event that nobody declared', async () => {
  const { defineEvent } = await import('#platform/contract');
  const ghost = defineEvent('ghost.seen.v1', Type.Object({}));
  const hearer = defineModule({
    name: 'hearer',
    create: () => undefined,
    listen: async () => ({ listen: ({ on }) => on(ghost, 'hearer.note', async () => undefined) }),
  });
  await expect(start([hearer])).rejects.toThrow('ghost.seen.v1');
});
