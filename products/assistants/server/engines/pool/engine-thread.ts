import { parentPort } from 'node:worker_threads';
import { Refusal } from '#base/refusal';
import { engineTasks } from '../tasks/index.ts';
import type { Task } from '../tasks/task.ts';
import type { ThreadMessage, WorkMessage } from './messages.ts';

const tasks: ReadonlyMap<string, unknown> = new Map(Object.entries(engineTasks));

function say(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

function faultOf(error: unknown): ThreadMessage {
  if (error instanceof Refusal) {
    const { kind, code, message, details } = error;
    return { kind: 'refused', refusal: { kind, code, message, details } };
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'broken', message, stack };
}

parentPort?.on('message', async ({ name, input }: WorkMessage) => {
  try {
    // The pool's signature has checked the input against the task; behind it the types are erased.
    const task = tasks.get(name) as Task<unknown, unknown> | undefined;
    if (task === undefined) throw new Error(`There is no task ${name}.`);
    const output = await task(input, { emit: (event) => say({ kind: 'event', event }) });
    say({ kind: 'done', output });
  } catch (error) {
    say(faultOf(error));
  }
});
