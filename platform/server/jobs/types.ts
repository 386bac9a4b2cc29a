import type { Static, TSchema } from 'typebox';
import type { Tx } from '../database/index.ts';

/** What happens after a failure. Every job says it: there is no silent default. */
export interface RetryPolicy {
  /** How many times to try again. */
  readonly limit: number;
  readonly delaySeconds: number;
  /** Doubles the delay each time. */
  readonly backoff: boolean;
}

export interface JobDefinition<Schema extends TSchema = TSchema> {
  /** `module.verb_noun`; also the queue's name. */
  readonly name: string;
  readonly data: Schema;
  readonly retry: RetryPolicy;
  /** After this long a running attempt counts as failed. */
  readonly timeoutSeconds: number;
  /** How many run at once in one process; 1 unless said otherwise. */
  readonly concurrency?: number;
  /** Runs by itself, with empty data, at these times (five-field cron, UTC). */
  readonly schedule?: string;
}

export interface SendOptions {
  readonly startAfterSeconds?: number;
  /** While a job with this key waits, another one is not added. */
  readonly singletonKey?: string;
  /** A UUID of the caller's choice: while a job of this queue with the id is kept (a week), it is not added again. */
  readonly id?: string;
}

/** Sends work to a later moment or another process. */
export interface Jobs {
  /**
   * Written in the caller's transaction: it exists exactly when the transaction commits. Answers its id, or null when it was not added because of `singletonKey` or `id`.
   * Throws when the data does not fit the definition or nobody defined the job.
   */
  send<Schema extends TSchema>(
    tx: Tx,
    job: JobDefinition<Schema>,
    data: Static<Schema>,
    options?: SendOptions,
  ): Promise<string | null>;
}

export interface JobRun<Schema extends TSchema> {
  readonly id: string;
  readonly data: Static<Schema>;
  /** Aborts at the time limit and at shutdown. */
  readonly signal: AbortSignal;
}

/** Handlers must be idempotent: a job is delivered at least once. */
export type JobHandler<Schema extends TSchema> = (run: JobRun<Schema>) => Promise<void>;

/** Describes a job once, for senders and for the worker. */
export function defineJob<const Schema extends TSchema>(job: JobDefinition<Schema>): JobDefinition<Schema> {
  return job;
}
