import type { CircuitBreaker } from '#platform/server/resilience';
import { ProviderFailure } from './failure.ts';

/**
 * Runs a whole stream as one call of a breaker: it succeeds when the stream ends and fails when the stream throws,
 * so that a provider which always breaks off in the middle is noticed. A stream the caller left, or one that ended by
 * anything but a `ProviderFailure`, tells nothing about the provider and is never settled. While the breaker is open
 * nothing is started.
 */
export async function* guardedStream<Item>(
  breaker: CircuitBreaker,
  open: () => AsyncIterable<Item>,
): AsyncGenerator<Item> {
  const entered = Promise.withResolvers<void>();
  const outcome = Promise.withResolvers<void>();
  let isEntered = false;
  const run = breaker
    .execute(() => {
      isEntered = true;
      entered.resolve();
      return outcome.promise;
    })
    .catch(() => entered.resolve());
  await entered.promise;
  if (!isEntered) throw new ProviderFailure('circuit_open');
  try {
    yield* open();
    outcome.resolve();
    await run;
  } catch (error) {
    if (error instanceof ProviderFailure) {
      outcome.reject(error);
      await run;
    }
    throw error;
  }
}
