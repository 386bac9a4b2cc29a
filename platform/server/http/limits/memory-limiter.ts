import { LRUCache } from 'lru-cache';
import type { Clock } from '#base/time';
import { type Limiter, usageOf } from './limiter.ts';

interface Window {
  count: number;
  endsAt: number;
}

/** Bounded: beyond this many subjects the one unseen for longest is forgotten. */
const maxSubjects = 100_000;

/** Fixed windows in this process's memory, each starting at its subject's first use. */
export function createMemoryLimiter(clock: Clock): Limiter {
  const windows = new LRUCache<string, Window>({ max: maxSubjects });
  return {
    consume(subject, policy) {
      const now = clock().getTime();
      const key = `${policy.name} ${subject}`;
      let window = windows.get(key);
      if (window === undefined || now >= window.endsAt) {
        window = { count: 0, endsAt: now + policy.windowSeconds * 1_000 };
        windows.set(key, window);
      }
      window.count += 1;
      return usageOf(policy, window.count, window.endsAt - now);
    },
  };
}
