import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { Refusal } from '#base/refusal';
import { CircuitOpenError } from './circuit-open-error.ts';
import { whenAborted } from './when-aborted.ts';

export interface RetryOptions {
  /** How many times the work is tried in all; 3. */
  readonly attempts?: number;
  /** Milliseconds before the second try; later waits grow to about double, with jitter; 200. */
  readonly firstDelayMs?: number;
  /** Longest wait in milliseconds; 10,000. */
  readonly maxDelayMs?: number;
  /** Default: everything but a `Refusal` and an open breaker. */
  readonly isRetryable?: (error: unknown) => boolean;
  /** Ends the tries and the waiting between them at once, with its reason. */
  readonly signal?: AbortSignal;
}

function isRetryableByDefault(error: unknown): boolean {
  return !(error instanceof Refusal || error instanceof CircuitOpenError);
}

/**
 * Tries the work again after failures that may pass: exponential waits with jitter, then the last error.
 * The work must bear being run twice. It gets the number of the try, from 1.
 */
export async function withRetry<Result>(
  work: (attempt: number) => Promise<Result>,
  options: RetryOptions = {},
): Promise<Result> {
  const { attempts = 3, firstDelayMs = 200, maxDelayMs = 10_000, signal } = options;
  const policy = retry(
    handleWhen((error) => signal?.aborted !== true && (options.isRetryable ?? isRetryableByDefault)(error)),
    {
      maxAttempts: attempts - 1,
      backoff: new ExponentialBackoff({ initialDelay: firstDelayMs, maxDelay: maxDelayMs }),
    },
  );
  // The library sleeps through an abort and then tries once more, hence both the check and the race.
  const tries = policy.execute(async ({ attempt }) => {
    signal?.throwIfAborted();
    return await work(attempt + 1);
  }, signal);
  return await whenAborted(tries, signal);
}
