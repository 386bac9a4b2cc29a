import type { Log } from '#platform/server/telemetry';
import { type Limiter, usageOf } from './limiter.ts';

/** The part of a Redis client that counting needs. */
export interface CounterStore {
  eval(script: string, keyCount: number, ...args: (string | number)[]): Promise<unknown>;
}

// One step on the server: a crash between counting and expiring cannot leave a counter that never ends.
const countScript = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {count, redis.call('PTTL', KEYS[1])}`;

function numbersOf(answer: unknown): { readonly count: number; readonly msLeft: number } {
  if (!Array.isArray(answer)) throw new Error('Redis gave no count.');
  const [count, msLeft]: unknown[] = answer;
  if (typeof count !== 'number' || typeof msLeft !== 'number') throw new Error('Redis gave no count.');
  return { count, msLeft };
}

/**
 * Windows shared by all processes, counted in Redis. While Redis does not answer, `fallback` counts
 * (per process), so that neither the limits nor the service are gone.
 */
export function createRedisLimiter(redis: CounterStore, fallback: Limiter, log: Log): Limiter {
  let isDown = false;
  return {
    async consume(subject, policy) {
      try {
        const key = `quintet:limit:${policy.name}:${subject}`;
        const { count, msLeft } = numbersOf(
          await redis.eval(countScript, 1, key, policy.windowSeconds * 1_000),
        );
        isDown = false;
        return usageOf(policy, count, msLeft);
      } catch (error) {
        if (!isDown) {
          const reason = error instanceof Error ? error.message : 'unknown';
          log.warn({ reason }, 'rate limits fall back to this process: Redis does not answer');
        }
        isDown = true;
        return fallback.consume(subject, policy);
      }
    },
  };
}
