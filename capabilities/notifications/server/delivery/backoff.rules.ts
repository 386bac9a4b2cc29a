/** After so many attempts a delivery has failed for good. */
export const mostAttempts = 8;

const firstSeconds = 15;
const longestSeconds = 3_600;
const longestAsked = 24 * 3_600;

/**
 * Seconds until the next attempt: doubling from 15 s up to an hour, and never sooner than the other side asked for
 * (`Retry-After`, believed up to a day).
 */
export function waitAfter(attempts: number, askedSeconds: number | null): number {
  const own = Math.min(longestSeconds, firstSeconds * 2 ** Math.max(0, attempts - 1));
  return Math.max(own, Math.min(longestAsked, askedSeconds ?? 0));
}
