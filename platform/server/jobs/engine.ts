import type { Registry } from 'prom-client';
import type { TSchema } from 'typebox';
import type { Database } from '../database/index.ts';
import type { HealthCheck } from '../health/index.ts';
import type { Log } from '../telemetry/index.ts';
import { openBoss } from './boss.ts';
import { createDefinitions } from './definitions.ts';
import { type QueueFigures, readFigures } from './figures.ts';
import { createHealth } from './health.ts';
import { createJobMetrics } from './metrics.ts';
import { deadLetterQueue, ensureQueues } from './queues.ts';
import { createForward, createJobs, type Forward } from './send.ts';
import type { JobDefinition, JobHandler, Jobs } from './types.ts';
import { startWorkers, type Workers } from './workers.ts';

export interface JobEngineOptions {
  /** Where the queue's own small pool connects. */
  readonly url: string;
  readonly database: Database;
  readonly log: Log;
  readonly metrics: Registry;
  /** The jobs of all loaded modules; `define` adds more. */
  readonly definitions: readonly JobDefinition[];
  /** How often to look for jobs whose time has come (retries, delays); 1,000 ms unless said otherwise. */
  readonly pollMs?: number;
}

/** The queue of this process, and its workers where they run. */
export interface JobEngine {
  readonly jobs: Jobs;
  /**
   * Sends to a queue that perhaps only another process defines, in the caller's transaction and unchecked.
   * Throws when the queue does not exist. For the platform's own deliveries; modules send with `jobs`.
   */
  readonly forward: Forward;
  /** Adds a definition; before `start` only. Throws when the name is taken. */
  define(definition: JobDefinition): void;
  /** Says who does a job; before `work` only. Throws for a job nobody defined, and for a second handler. */
  handle<Schema extends TSchema>(job: JobDefinition<Schema>, handler: JobHandler<Schema>): void;
  /** Creates or updates the schema `jobs`, the queues and their schedules. Several processes may do it at once. */
  start(): Promise<void>;
  /** Starts doing the handled jobs. */
  work(): Promise<void>;
  /** Waits until no handled job runs or is due; those due later do not count. For tests and for orderly endings. */
  drain(): Promise<void>;
  /**
   * Stops fetching, aborts the signals of running jobs and waits for them, at most so long. What did not end
   * well goes back to the queue without losing an attempt.
   */
  stop(timeoutMs: number): Promise<void>;
  health(): HealthCheck;
  figures(): Promise<readonly QueueFigures[]>;
  /** Sends jobs that failed for good again, oldest first, at most 1,000; one queue's or all. Answers how many. */
  redrive(queue?: string): Promise<number>;
}

/** Makes the job engine on PostgreSQL (pg-boss). Nothing is connected before `start` or the first `send`. */
export function createJobEngine(options: JobEngineOptions): JobEngine {
  const { url, database, log, metrics: registry, pollMs = 1_000 } = options;
  const opened = openBoss(url, log);
  const { boss } = opened;
  const definitions = createDefinitions(options.definitions);
  const forward = createForward(boss);
  const metrics = createJobMetrics(registry, () => (started ? readFigures(database) : Promise.resolve([])));
  const health = createHealth(database, () => workers?.fault());
  let started = false;
  let workers: Workers | undefined;
  let stopped: Promise<void> | undefined;

  async function close(timeoutMs: number): Promise<void> {
    started = false;
    await workers?.stop(timeoutMs);
    await opened.close();
  }

  return {
    jobs: createJobs(forward, definitions),
    forward,
    define(definition) {
      if (started) throw new Error(`Job ${definition.name} is defined after the start.`);
      definitions.add(definition);
    },
    handle(job, handler) {
      if (workers !== undefined) throw new Error(`Job ${job.name} is handled after the work began.`);
      definitions.handle(job, handler);
    },
    async start() {
      await boss.start();
      await ensureQueues(boss, definitions.all());
      started = true;
    },
    async work() {
      const channel = opened.channel();
      if (!started || channel === undefined) throw new Error('Start the job engine before its work.');
      if (workers !== undefined) return;
      const handled = new Set(definitions.handled().map((job) => job.definition.name));
      for (const { name } of definitions.all()) {
        if (!handled.has(name)) log.warn({ queue: name }, 'A job is declared and nobody here handles it.');
      }
      workers = await startWorkers({
        boss,
        database,
        channel,
        jobs: definitions.handled(),
        metrics,
        log,
        pollMs,
      });
    },
    async drain() {
      if (workers === undefined) throw new Error('Nobody works here: nothing would drain.');
      await workers.drain();
    },
    stop(timeoutMs) {
      stopped ??= close(timeoutMs);
      return stopped;
    },
    health: () => health,
    figures: () => readFigures(database),
    redrive: (queue) => boss.redrive(deadLetterQueue, queue === undefined ? {} : { sourceName: queue }),
  };
}
