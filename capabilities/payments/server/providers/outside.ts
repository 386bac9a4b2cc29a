import { Refusal } from '#base/refusal';
import { type CircuitBreaker, CircuitOpenError, withRetry } from '#platform/server/resilience';

/** Nobody knows whether the provider did it: to be repeated with the same key. */
export class ResultUnknown extends Error {
  override readonly name = 'ResultUnknown';
}

export function providerUnavailable(provider: string, retryAfterSeconds = 5): Refusal {
  const message = 'The payment service does not answer at the moment. Try again shortly.';
  return new Refusal('unavailable', 'payments.provider_unavailable', message, {
    provider,
    retryAfterSeconds,
  });
}

export interface OutsideOptions {
  readonly provider: string;
  /** Counts `ResultUnknown` only. */
  readonly breaker: CircuitBreaker;
  readonly attempts: number;
  readonly firstDelayMs: number;
}

/** Repeats what may have been done until it is known; refuses with `unavailable` when it stays unknown. */
export async function untilKnown<Result>(
  { provider, breaker, attempts, firstDelayMs }: OutsideOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await withRetry(() => breaker.execute(work), {
      attempts,
      firstDelayMs,
      isRetryable: (error) => error instanceof ResultUnknown,
    });
  } catch (error) {
    if (error instanceof CircuitOpenError) throw providerUnavailable(provider, error.retryAfterSeconds);
    if (error instanceof ResultUnknown) throw providerUnavailable(provider);
    throw error;
  }
}
