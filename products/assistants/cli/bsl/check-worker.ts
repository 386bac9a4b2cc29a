import { parentPort, workerData } from 'node:worker_threads';
import type { NumberedEntry, NumberedResult } from './check-pool.ts';
import { type CheckSettings, checkFile } from './check-task.ts';

const settings: CheckSettings = workerData;

parentPort?.on('message', async ({ index, entry }: NumberedEntry) => {
  const answer: NumberedResult = { index, checked: await checkFile(entry, settings) };
  parentPort?.postMessage(answer);
});
