import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type CheckedFile, type CheckSettings, checkFile } from './check-task.ts';
import type { SourceEntry } from './source-tree.ts';

/** Fewer files are checked faster in this thread than a second one starts. */
const worthThreads = 40;
const mostThreads = 4;
/** Files under way in a thread: the next one lies ready when one is done. */
const ahead = 2;

/** What a thread is given; answers may come in another order. */
export interface NumberedEntry {
  readonly index: number;
  readonly entry: SourceEntry;
}

export interface NumberedResult {
  readonly index: number;
  readonly checked: CheckedFile;
}

/** Checks files in parallel and gives the results in the order of the files. */
export async function* checkAll(
  entries: readonly SourceEntry[],
  settings: CheckSettings,
): AsyncIterable<CheckedFile> {
  const threads = Math.min(mostThreads, availableParallelism());
  if (entries.length < worthThreads || threads < 2) {
    for (const entry of entries) yield await checkFile(entry, settings);
    return;
  }
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./check-worker.ts', import.meta.url), { workerData: settings }),
  );
  try {
    yield* inOrder(entries, workers);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Hands files out as threads become free; a thread that dies ends the run with its error. */
async function* inOrder(
  entries: readonly SourceEntry[],
  workers: readonly Worker[],
): AsyncIterable<CheckedFile> {
  const waiting = new Map<number, PromiseWithResolvers<CheckedFile>>();
  const slot = (index: number): PromiseWithResolvers<CheckedFile> => {
    const known = waiting.get(index) ?? Promise.withResolvers<CheckedFile>();
    waiting.set(index, known);
    return known;
  };
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  let next = 0;
  for (const worker of workers) {
    let under = 0;
    const feed = (): void => {
      for (let entry = entries[next]; under < ahead && entry !== undefined; entry = entries[next]) {
        const numbered: NumberedEntry = { index: next, entry };
        slot(next);
        worker.postMessage(numbered);
        under += 1;
        next += 1;
      }
    };
    worker.on('message', ({ index, checked }: NumberedResult) => {
      under -= 1;
      slot(index).resolve(checked);
      feed();
    });
    worker.on('error', failed.reject);
    feed();
  }
  for (let index = 0; index < entries.length; index += 1) {
    yield await Promise.race([slot(index).promise, failed.promise]);
    waiting.delete(index);
  }
}
