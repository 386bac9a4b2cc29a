import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '#base/time';
import { type App, migrationSources, startApp } from '#platform/server/app';
import type { Environment } from '#platform/server/config';
import type { Module } from '#platform/server/modules';
import { type TestDatabase, testDatabase } from './database.ts';

export interface TestAppOptions {
  readonly modules: readonly Module[];
  readonly environment?: Environment;
  readonly clock?: Clock;
  /** Opens a port, for tests that need sockets or a browser. */
  readonly listen?: boolean;
}

/** A whole Quintet on a database of its own, in this process. */
export interface TestApp {
  readonly app: App;
  readonly test: TestDatabase;
  /** Sends a request without a network. */
  readonly inject: FastifyInstance['inject'];
  readonly url: string | undefined;
  close(): Promise<void>;
}

/** Starts the modules as a process would, with jobs and listeners, silent and without rate limits in the way. */
export async function startTestApp(options: TestAppOptions): Promise<TestApp> {
  const test = await testDatabase(migrationSources(options.modules));
  const directory = await mkdtemp(join(tmpdir(), 'quintet-app-'));
  const app = await startApp({
    modules: options.modules,
    version: '0.0.0-test',
    listen: options.listen ?? false,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    environment: {
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      PUBLIC_URL: 'http://quintet.test',
      DATABASE_URL: test.url,
      DATA_DIR: directory,
      SECRET_KEY: 'a secret key for tests, long enough for anybody',
      LOG_LEVEL: 'silent',
      RATE_LIMIT_PER_MINUTE: '1000000',
      ...options.environment,
    },
  });
  const fastify = app.http?.fastify;
  if (fastify === undefined) throw new Error('The test application has no HTTP door.');
  return {
    app,
    test,
    inject: fastify.inject.bind(fastify),
    url: app.url,
    async close() {
      await app.stop();
      await test.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
