import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, call, textAt } from './client.ts';

export interface Attempt {
  /** Milliseconds as of `performance.now()`. */
  readonly startedAt: number;
  readonly content: string;
  /** Undefined when no answer came at all. */
  readonly answer: Answer | undefined;
}

/** People who write notes as fast as they are taken, until told to stop. */
export interface Writing {
  readonly attempts: readonly Attempt[];
  acknowledged(): readonly Attempt[];
  /** Waits until so many more notes were acknowledged than at this moment. */
  untilMore(count: number): Promise<void>;
  stop(): Promise<void>;
}

export function startWriting(target: string, token: string, writers = 4): Writing {
  const attempts: Attempt[] = [];
  let stopped = false;
  const acknowledged = (): readonly Attempt[] => attempts.filter(({ answer }) => answer?.status === 200);

  async function write(writer: number): Promise<void> {
    for (let number = 0; !stopped; number += 1) {
      const content = `Note ${number} of writer ${writer}, at ${performance.now()}`;
      const startedAt = performance.now();
      const answer = await call(target, '/memory/remember', { token, json: { content } }).catch(
        () => undefined,
      );
      attempts.push({ startedAt, content, answer });
      if (answer?.status !== 200) await sleep(20);
    }
  }

  const writing = Array.from({ length: writers }, (_, writer) => write(writer));
  return {
    attempts,
    acknowledged,
    async untilMore(count) {
      const wanted = acknowledged().length + count;
      for (let waited = 0; acknowledged().length < wanted; waited += 1) {
        if (waited > 2_000) throw new Error('The notes are not taken any more.');
        await sleep(10);
      }
    },
    async stop() {
      stopped = true;
      await Promise.all(writing);
    },
  };
}

/** Acknowledged notes that are not there word for word. */
export async function lostNotes(
  target: string,
  token: string,
  attempts: readonly Attempt[],
): Promise<readonly string[]> {
  const lost: string[] = [];
  const rest = [...attempts];
  async function check(): Promise<void> {
    for (let attempt = rest.pop(); attempt !== undefined; attempt = rest.pop()) {
      const id = textAt(attempt.answer?.json, 'id');
      const { status, json } = await call(target, `/memory/nodes/${id}`, { token });
      if (status !== 200 || textAt(json, 'content') !== attempt.content) lost.push(`${id}: ${status}`);
    }
  }
  await Promise.all(Array.from({ length: 8 }, check));
  return lost;
}
