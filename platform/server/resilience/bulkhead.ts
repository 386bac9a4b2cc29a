import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import { Refusal } from '#base/refusal';

/** Keeps one kind of work from taking everything. */
export interface Bulkhead {
  /** Runs the work when there is room; waits in line; throws a `Refusal` of kind `limited` when the line is full. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  free(): { readonly slots: number; readonly queue: number };
}

export interface BulkheadOptions {
  /** How many run at once. */
  readonly limit: number;
  /** How many may wait; 0. */
  readonly queue?: number;
}

/** Makes a bulkhead. Work that waits starts in the order it came. */
export function createBulkhead({ limit, queue = 0 }: BulkheadOptions): Bulkhead {
  const policy = bulkhead(limit, queue);
  return {
    async run(work) {
      try {
        return await policy.execute(work);
      } catch (error) {
        if (!(error instanceof BulkheadRejectedError)) throw error;
        throw new Refusal(
          'limited',
          'platform.busy',
          'Too much of this is going on already. Try again shortly.',
          {
            retryAfterSeconds: 1,
          },
        );
      }
    },
    free: () => ({ slots: policy.executionSlots, queue: policy.queueSlots }),
  };
}
