import { TaskCancelledError, TimeoutStrategy, timeout } from 'cockatiel';

/** The work took longer than it may. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
  readonly afterMs: number;

  constructor(afterMs: number) {
    super(`No answer within ${afterMs} ms`);
    this.afterMs = afterMs;
  }
}

/**
 * Waits for the work at most so many milliseconds, then throws `TimeoutError`. The signal given to the work is
 * aborted then, and also once the work has ended; the answer of work that ignores it is dropped.
 * An aborted outer `signal` ends the waiting with its own reason.
 */
export async function withTimeout<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  ms: number,
  signal?: AbortSignal,
): Promise<Result> {
  signal?.throwIfAborted();
  try {
    return await timeout(ms, TimeoutStrategy.Aggressive).execute(({ signal: inner }) => work(inner), signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof TaskCancelledError ? new TimeoutError(ms) : error;
  }
}
