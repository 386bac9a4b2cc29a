import type { Work } from './definitions.ts';

export class JobTimeout extends Error {
  override readonly name = 'JobTimeout';
}

/**
 * Runs one attempt. At the time limit its signal aborts and the attempt fails, whether the work notices or
 * not; at shutdown the signal aborts and the work may still end well.
 */
export async function attempt(
  work: Work,
  job: { readonly id: string; readonly data: unknown },
  timeoutMs: number,
  shutdown: AbortSignal,
): Promise<void> {
  const limit = new AbortController();
  const expired = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const timeout = new JobTimeout(`The attempt took longer than ${timeoutMs / 1_000} s.`);
    limit.abort(timeout);
    expired.reject(timeout);
  }, timeoutMs);
  try {
    const signal = AbortSignal.any([limit.signal, shutdown]);
    await Promise.race([work(job.id, job.data, signal), expired.promise]);
  } finally {
    clearTimeout(timer);
  }
}
