import type { PgBoss } from 'pg-boss';
import type { Log } from '../telemetry/index.ts';
import { attempt } from './attempt.ts';
import type { HandledJob } from './definitions.ts';
import type { JobMetrics } from './metrics.ts';
import { createSettlement } from './settle.ts';

/** Works on one queue. */
export interface Runner {
  readonly queue: string;
  /** Says that there may be jobs. Calling it too often costs nothing. */
  wake(): void;
  /** Ids of the jobs that run now. */
  active(): readonly string[];
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>;
}

export interface RunnerOptions {
  readonly boss: PgBoss;
  readonly job: HandledJob;
  readonly shutdown: AbortSignal;
  readonly metrics: JobMetrics;
  readonly log: Log;
  /** Called with every failure and success of reading the queue. */
  readonly onFetch: (error: Error | undefined) => void;
  /** Puts an interrupted job back. */
  readonly release: (id: string) => Promise<unknown>;
}

interface Fetched {
  readonly id: string;
  readonly data: unknown;
  readonly retryCount: number;
  readonly retryLimit: number;
}

const largestFetch = 100;

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('Something that is no error was thrown.');
}

export function createRunner({ boss, job, shutdown, metrics, log, onFetch, release }: RunnerOptions): Runner {
  const { definition, work } = job;
  const queue = definition.name;
  const concurrency = definition.concurrency ?? 1;
  const running = new Map<string, Promise<void>>();
  const settlement = createSettlement(boss, queue, (error) =>
    log.error(
      { queue, reason: asError(error).message },
      'A finished job could not be written down; it will run again.',
    ),
  );
  let fetching: Promise<void> | undefined;
  let wanted = false;

  async function run(fetched: Fetched): Promise<void> {
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1_000;
    try {
      shutdown.throwIfAborted();
      await attempt(work, fetched, definition.timeoutSeconds * 1_000, shutdown);
    } catch (reason) {
      if (shutdown.aborted) {
        await release(fetched.id);
        return;
      }
      const { name, message, stack } = asError(reason);
      const final = fetched.retryCount >= fetched.retryLimit;
      const fields = {
        queue,
        job: fetched.id,
        attempt: fetched.retryCount + 1,
        error: { name, message, stack },
      };
      if (final) log.error(fields, 'A job failed for good.');
      else log.warn(fields, 'A job failed and will be tried again.');
      metrics.failed(queue, seconds());
      await settlement.fail(fetched.id, { name, message });
      return;
    }
    metrics.completed(queue, seconds());
    await settlement.complete(fetched.id);
  }

  function start(fetched: Fetched): void {
    const finished = run(fetched)
      .catch((reason) => log.error({ queue, reason: asError(reason).message }, 'A job could not be settled.'))
      .then(() => {
        running.delete(fetched.id);
        if (wanted) wake();
      });
    running.set(fetched.id, finished);
  }

  async function fetchAll(): Promise<void> {
    while (wanted && !shutdown.aborted && running.size < concurrency) {
      wanted = false;
      const batchSize = Math.min(concurrency - running.size, largestFetch);
      const jobs = await boss.fetch<unknown>(queue, { batchSize, includeMetadata: true });
      onFetch(undefined);
      for (const fetched of jobs) start(fetched);
      if (jobs.length === batchSize) wanted = true;
    }
  }

  function wake(): void {
    wanted = true;
    if (fetching !== undefined || shutdown.aborted) return;
    fetching = fetchAll()
      .catch((reason) => onFetch(asError(reason)))
      .then(() => {
        fetching = undefined;
        if (wanted && running.size < concurrency) wake();
      });
  }

  return {
    queue,
    wake,
    active: () => [...running.keys()],
    async idle() {
      while (fetching !== undefined || running.size > 0) await Promise.all([fetching, ...running.values()]);
    },
  };
}
