import { Worker } from 'node:worker_threads';
import type { ReadProjectInput, ReadProjectResult } from '../../projects/reading/read-project.ts';
import type { ReadResult } from './text-document.ts';

/** What the thread is asked for. */
export type ReadingTask =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly kind: 'project'; readonly input: ReadProjectInput };

export type ReadingAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly result: unknown };

export interface ReadingOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

const memoryMb = 3_072;

/** The thread ran out of memory: the file asks for more than is given to one. */
export class ReadingTooLarge extends Error {}

function run(task: ReadingTask, { signal, onProgress }: ReadingOptions): Promise<unknown> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reading.worker.ts', import.meta.url), {
      name: 'reading',
      // Neither the flags nor the secrets of the process are the thread's business.
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 8 },
      workerData: task,
    });
    const stop = (): void => {
      worker.terminate().catch(reject);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (answer: ReadingAnswer) => {
      if (answer.kind === 'done') resolve(answer.result);
      else onProgress?.(answer.share);
    });
    worker.once('error', (error: unknown) => {
      const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(isMemory ? new ReadingTooLarge('The file needs more memory than a thread may take.') : error);
    });
    worker.once('exit', () => {
      signal?.removeEventListener('abort', stop);
      // After an answer or an error this changes nothing.
      reject(new Error('The thread ended without an answer.'));
    });
  });
}

/** Reads untrusted files in a thread of its own, so that the event loop stays free and memory is bounded. */
export interface Reading {
  file(bytes: Uint8Array, name: string, options?: ReadingOptions): Promise<ReadResult>;
  project(input: ReadProjectInput, options?: ReadingOptions): Promise<ReadProjectResult>;
}

export const inThread: Reading = {
  file: async (bytes, name, options = {}) =>
    (await run({ kind: 'file', bytes, name }, options)) as ReadResult,
  project: async (input, options = {}) =>
    (await run({ kind: 'project', input }, options)) as ReadProjectResult,
};
