import { parentPort } from 'node:worker_threads';
import type { WorkMessage } from './messages.ts';

/** A thread that can do what no task should: work for ever, take all memory, end itself. */
parentPort?.on('message', ({ name, input }: WorkMessage) => {
  if (name === 'loop') for (;;) void input;
  if (name === 'hoard')
    for (const all: number[][] = []; ; ) all.push(Array.from({ length: 100_000 }, Math.random));
  if (name === 'exit') process.exit(3);
  if (name === 'throw') throw new Error('broken thread');
  if (name === 'tell') parentPort?.postMessage({ kind: 'event', event: input });
  parentPort?.postMessage({ kind: 'done', output: input });
});
