import { parentPort } from 'node:worker_threads';
import type { ThreadMessage, WorkMessage } from '../../engines/pool/messages.ts';
import {
  type ReadProjectInput,
  type ReadProjectResult,
  readProject,
} from '../../projects/reading/read-project.ts';
import { readFile } from './read-file.ts';
import type { ReadResult } from './text-document.ts';

function say(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

function read({ name, input }: WorkMessage): ReadProjectResult | Promise<ReadResult> {
  // Both sides of the port are this folder's: behind it the types are erased.
  if (name === 'project')
    return readProject(input as ReadProjectInput, (event) => say({ kind: 'event', event }));
  const file = input as { readonly bytes: Uint8Array; readonly name: string };
  return readFile(file.bytes, file.name);
}

parentPort?.on('message', async (work: WorkMessage) => {
  try {
    say({ kind: 'done', output: await read(work) });
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    say({ kind: 'broken', message, stack });
  }
});
