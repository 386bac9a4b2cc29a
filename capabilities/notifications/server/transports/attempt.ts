import { type CircuitBreaker, CircuitOpenError } from '#platform/server/resilience';
import type { Outcome } from '../delivery/outcome.ts';
import { ServiceTrouble } from './post.ts';

/** Runs one attempt behind its breaker; trouble becomes the outcome `later`. */
export async function attempt(breaker: CircuitBreaker, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await breaker.execute(work);
  } catch (error) {
    if (error instanceof CircuitOpenError) {
      return { kind: 'later', reason: 'breaker_open', afterSeconds: error.retryAfterSeconds };
    }
    if (error instanceof ServiceTrouble) {
      return { kind: 'later', reason: `status_${error.status}`, afterSeconds: error.retryAfterSeconds };
    }
    return { kind: 'later', reason: 'no_answer', afterSeconds: null };
  }
}
