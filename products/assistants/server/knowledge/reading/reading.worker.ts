import { parentPort, workerData } from 'node:worker_threads';
import { readProject } from '../../projects/reading/read-project.ts';
import type { ReadingAnswer, ReadingTask } from './in-thread.ts';
import { readFile } from './read-file.ts';

function say(answer: ReadingAnswer): void {
  parentPort?.postMessage(answer);
}

const task: ReadingTask = workerData;

say({
  kind: 'done',
  result:
    task.kind === 'file'
      ? await readFile(task.bytes, task.name)
      : readProject(task.input, (share) => say({ kind: 'progress', share })),
});
