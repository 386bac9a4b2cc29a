import { parentPort, workerData } from 'node:worker_threads';
import { type CheckSettings, checkFile } from './check-task.ts';
import type { SourceEntry } from './source-tree.ts';

const settings: CheckSettings = workerData;

parentPort?.on('message', async (entry: SourceEntry) => {
  parentPort?.postMessage(await checkFile(entry, settings));
});
