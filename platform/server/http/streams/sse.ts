import type { Problem } from '#platform/contract';
import type { ServerSentEvent } from '../types.ts';
import type { Started } from './first-item.ts';

export interface SseOptions {
  readonly heartbeatMs: number;
  readonly signal: AbortSignal;
  /** Describes (and logs) what broke the stream. */
  readonly problemOf: (error: unknown) => Problem;
}

const heartbeat = Symbol('heartbeat');

function line(name: string, value: string): string {
  return `${name}: ${value.replaceAll(/[\r\n]/g, ' ')}\n`;
}

function encode({ event, data, id }: ServerSentEvent): string {
  const head = id === undefined ? '' : line('id', id);
  // JSON has no raw line breaks, so one data line is enough.
  return `${head}${line('event', event)}data: ${JSON.stringify(data)}\n\n`;
}

/** Waits for the next item, but no longer than until a heartbeat is due or the client has left. */
async function nextOr<Item>(
  next: Promise<Item>,
  { heartbeatMs, signal }: SseOptions,
): Promise<Item | typeof heartbeat | undefined> {
  let timer: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  const other = new Promise<typeof heartbeat | undefined>((resolve) => {
    timer = setTimeout(() => resolve(heartbeat), heartbeatMs);
    stop = () => resolve(undefined);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([next, other]);
  } finally {
    clearTimeout(timer);
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}

/**
 * Writes events as text/event-stream: a comment at once (so that headers leave), a comment while nothing
 * happens, and a failure as `event: error` with a problem object. The consumer's pace is the source's
 * pace; when the client leaves, the source is closed.
 */
export async function* encodeEvents(
  { iterator, first }: Started<ServerSentEvent>,
  options: SseOptions,
): AsyncGenerator<string> {
  let next: Promise<IteratorResult<ServerSentEvent>> | undefined = first;
  yield ': open\n\n';
  try {
    while (true) {
      const item = await nextOr(next, options);
      if (item === undefined) return;
      if (item === heartbeat) {
        yield ': alive\n\n';
        continue;
      }
      if (item.done === true) {
        next = undefined;
        return;
      }
      yield encode(item.value);
      next = iterator.next();
      next.catch(() => undefined);
    }
  } catch (error) {
    next = undefined;
    if (!options.signal.aborted) yield encode({ event: 'error', data: options.problemOf(error) });
  } finally {
    // Not awaited: a source busy with its next item closes when that settles, and nobody waits for it.
    if (next !== undefined) void iterator.return?.().catch(() => undefined);
  }
}
