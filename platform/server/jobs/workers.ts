import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { Database } from '../database/index.ts';
import type { Log } from '../telemetry/index.ts';
import type { HandledJob } from './definitions.ts';
import { countBusy, readDueQueues, releaseJobs } from './figures.ts';
import type { JobMetrics } from './metrics.ts';
import { createRunner } from './runner.ts';

export interface Workers {
  drain(): Promise<void>;
  stop(timeoutMs: number): Promise<void>;
  /** Why the queue could not be read last time, if so. */
  fault(): Error | undefined;
}

export interface WorkersOptions {
  readonly boss: PgBoss;
  readonly database: Database;
  readonly channel: string;
  readonly jobs: readonly HandledJob[];
  readonly metrics: JobMetrics;
  readonly log: Log;
  readonly pollMs: number;
}

const heartbeatMs = 15_000;
const drainPauseMs = 10;

/**
 * Works on all handled queues. Notifications wake a queue at once; one statement per poll finds the queues
 * whose delayed jobs fell due, so that idle queues cost nothing.
 */
export async function startWorkers(options: WorkersOptions): Promise<Workers> {
  const { boss, database, channel, jobs, metrics, log, pollMs } = options;
  const shutdown = new AbortController();
  let fault: Error | undefined;

  function onFetch(error: Error | undefined): void {
    if (error !== undefined && fault === undefined) {
      log.warn({ reason: error.message }, 'The job queue cannot be read; trying on.');
    } else if (error === undefined && fault !== undefined) log.info({}, 'The job queue can be read again.');
    fault = error;
  }

  const runners = new Map(
    jobs.map((job) => {
      const queue = job.definition.name;
      const release = (id: string) => releaseJobs(database, queue, [id]);
      const runner = createRunner({ boss, job, shutdown: shutdown.signal, metrics, log, onFetch, release });
      return [queue, runner];
    }),
  );
  const queues = [...runners.keys()];
  const wakeAll = () => {
    for (const runner of runners.values()) runner.wake();
  };

  async function poll(): Promise<void> {
    try {
      for (const queue of await readDueQueues(database, queues)) runners.get(queue)?.wake();
      onFetch(undefined);
    } catch (error) {
      onFetch(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async function beat(): Promise<void> {
    for (const runner of runners.values()) {
      const active = runner.active();
      // A missed beat is made up for by the next one, long before the queue gives the job to another process.
      if (active.length > 0) await boss.touch(runner.queue, [...active]).catch(() => undefined);
    }
  }

  async function every(ms: number, work: () => Promise<void>): Promise<void> {
    while (!shutdown.signal.aborted) {
      await sleep(ms, undefined, { signal: shutdown.signal }).catch(() => undefined);
      if (!shutdown.signal.aborted) await work();
    }
  }

  const stopListening = await database.listen(channel, (queue) => runners.get(queue)?.wake(), wakeAll);
  const loops = [every(pollMs, poll), every(heartbeatMs, beat)];
  wakeAll();

  return {
    fault: () => fault,
    async drain() {
      while ((await countBusy(database, queues)) > 0) {
        wakeAll();
        await sleep(drainPauseMs);
      }
    },
    async stop(timeoutMs) {
      shutdown.abort(new Error('The process is shutting down.'));
      await stopListening();
      await Promise.all(loops);
      const idle = Promise.all([...runners.values()].map((runner) => runner.idle()));
      const late = new AbortController();
      await Promise.race([idle, sleep(timeoutMs, undefined, { signal: late.signal }).catch(() => undefined)]);
      late.abort();
      for (const runner of runners.values()) {
        const active = runner.active();
        if (active.length > 0) await releaseJobs(database, runner.queue, active);
      }
    },
  };
}
