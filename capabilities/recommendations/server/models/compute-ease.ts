import { Worker } from 'node:worker_threads';
import type { TopWeights } from './ease.rules.ts';
import type { RatingMatrix } from './rating-matrix.ts';

/**
 * Computes EASE in a thread of its own, so that the event loop stays free. Takes the matrix' memory over. Rejects when
 * the matrix cannot be inverted, and with the signal's reason when it aborts.
 */
export function computeEase(
  matrix: RatingMatrix,
  options: { readonly lambda: number; readonly top: number; readonly signal?: AbortSignal },
): Promise<TopWeights> {
  const { lambda, top, signal } = options;
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./ease.worker.ts', import.meta.url), {
      name: 'ease',
      // Neither the flags nor the secrets of the process are the thread's business.
      execArgv: [],
      env: {},
      workerData: { matrix, lambda, top },
      transferList: [matrix.offsets.buffer, matrix.columns.buffer, matrix.values.buffer],
    });
    const stop = (): void => {
      worker.terminate().catch(reject);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.once('message', (found: TopWeights) => resolve(found));
    worker.once('error', reject);
    worker.once('exit', () => {
      signal?.removeEventListener('abort', stop);
      // After an answer or an error this changes nothing.
      reject(new Error('The thread ended without an answer.'));
    });
  });
}
