import type { Started } from './first-item.ts';

/** Writes one JSON text per line. A failure breaks the connection, so that a half answer never looks whole. */
export async function* encodeLines({ iterator, first }: Started<unknown>): AsyncGenerator<string> {
  let isDone = false;
  try {
    for (let item = await first; item.done !== true; item = await iterator.next()) {
      yield `${JSON.stringify(item.value)}\n`;
    }
    isDone = true;
  } finally {
    if (!isDone) void iterator.return?.(undefined)?.catch(() => undefined);
  }
}
