import type { Transferable } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';
import { Refusal } from '#base/refusal';
import type { ThreadMessage } from './messages.ts';

export interface PoolOptions {
  readonly threads: number;
  /** Megabytes one thread may take: a task beyond it is refused. */
  readonly memoryMb: number;
  /** The script of a thread; that of the engines when left out. */
  readonly script?: URL;
}

/** One piece of work. */
export interface Work {
  readonly name: string;
  readonly input: unknown;
  readonly transfer?: readonly Transferable[];
  readonly milliseconds: number;
  /** Who asked: one of them cannot fill the queue. */
  readonly owner: string;
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: unknown) => void) | undefined;
}

/** Threads that keep engines off the event loop: bounded in number, time, memory and queue. */
export interface EnginePool {
  /**
   * @throws Refusal `invalid` `assistants.engine_timeout`, `assistants.engine_memory`; `unavailable`
   *   `assistants.engines_busy`; the task's own; the signal's reason when aborted.
   */
  run(work: Work): Promise<unknown>;
  close(): Promise<void>;
}

const mostWaiting = 100;
const mostWaitingOfOne = 6;
/** A thread without work ends after this time: it holds the memory of its engines. */
const idleMs = 60_000;

interface Waiting {
  readonly work: Work;
  readonly settle: PromiseWithResolvers<unknown>;
}

interface Thread {
  readonly worker: Worker;
  busy: Waiting | undefined;
  idle: NodeJS.Timeout | undefined;
}

const busy = (): Refusal =>
  new Refusal('unavailable', 'assistants.engines_busy', 'Too much is being computed at the moment.', {
    retryAfterSeconds: 5,
  });
const timeout = (): Refusal =>
  new Refusal(
    'invalid',
    'assistants.engine_timeout',
    'This takes longer than is allowed: send a smaller part.',
  );
const memory = (): Refusal =>
  new Refusal(
    'invalid',
    'assistants.engine_memory',
    'This needs more memory than is allowed: send a smaller part.',
  );

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

export function createEnginePool({ threads: most, memoryMb, script }: PoolOptions): EnginePool {
  const threads = new Set<Thread>();
  const queue: Waiting[] = [];
  let isClosed = false;

  function drop(thread: Thread): Promise<number> {
    threads.delete(thread);
    clearTimeout(thread.idle);
    return thread.worker.terminate();
  }

  function rest(thread: Thread): void {
    thread.busy = undefined;
    thread.worker.unref();
    thread.idle = setTimeout(() => void drop(thread), idleMs);
    thread.idle.unref();
    next();
  }

  function start(): Thread {
    const worker = new Worker(script ?? new URL('./engine-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 8 },
    });
    const thread: Thread = { worker, busy: undefined, idle: undefined };
    threads.add(thread);
    // Without a listener an error of a thread would end the process.
    worker.on('error', (error) => {
      thread.busy?.settle.reject(isOutOfMemory(error) ? memory() : error);
      thread.busy = undefined;
      void drop(thread);
      next();
    });
    worker.on('exit', () => {
      threads.delete(thread);
      thread.busy?.settle.reject(new Error('A thread of the engines ended by itself.'));
    });
    return thread;
  }

  function give(thread: Thread, waiting: Waiting): void {
    const { work, settle } = waiting;
    clearTimeout(thread.idle);
    thread.busy = waiting;
    thread.worker.ref();
    const stop = (reason: unknown): void => {
      thread.busy = undefined;
      settle.reject(reason);
      void drop(thread);
      next();
    };
    const abort = (): void => stop(work.signal?.reason);
    const timer = setTimeout(() => stop(timeout()), work.milliseconds);
    work.signal?.addEventListener('abort', abort, { once: true });
    const hear = (message: ThreadMessage): void => {
      if (message.kind === 'event') {
        work.onEvent?.(message.event);
        return;
      }
      if (message.kind === 'done') settle.resolve(message.output);
      else if (message.kind === 'refused') {
        const { kind, code, message: words, details } = message.refusal;
        settle.reject(new Refusal(kind, code, words, details));
      } else settle.reject(Object.assign(new Error(message.message), { stack: message.stack }));
      rest(thread);
    };
    thread.worker.on('message', hear);
    const clean = (): void => {
      clearTimeout(timer);
      work.signal?.removeEventListener('abort', abort);
      thread.worker.off('message', hear);
    };
    settle.promise.then(clean, clean);
    thread.worker.postMessage({ name: work.name, input: work.input }, [...(work.transfer ?? [])]);
  }

  function next(): void {
    if (isClosed) return;
    const free = [...threads].find((thread) => thread.busy === undefined);
    if (free === undefined && threads.size >= most) return;
    const waiting = queue.shift();
    if (waiting === undefined) return;
    if (waiting.work.signal?.aborted === true) {
      waiting.settle.reject(waiting.work.signal.reason);
      next();
      return;
    }
    give(free ?? start(), waiting);
  }

  return {
    run(work) {
      if (isClosed) return Promise.reject(busy());
      if (work.signal?.aborted === true) return Promise.reject(work.signal.reason);
      const ofOwner = queue.filter((waiting) => waiting.work.owner === work.owner).length;
      if (queue.length >= mostWaiting || ofOwner >= mostWaitingOfOne) return Promise.reject(busy());
      const waiting: Waiting = { work, settle: Promise.withResolvers() };
      queue.push(waiting);
      const leave = (): void => {
        const at = queue.indexOf(waiting);
        if (at < 0) return;
        queue.splice(at, 1);
        waiting.settle.reject(work.signal?.reason);
      };
      work.signal?.addEventListener('abort', leave, { once: true });
      next();
      return waiting.settle.promise.finally(() => work.signal?.removeEventListener('abort', leave));
    },
    async close() {
      isClosed = true;
      for (const { settle } of queue.splice(0)) settle.reject(busy());
      for (const { busy: under } of threads) under?.settle.reject(busy());
      await Promise.all([...threads].map(drop));
    },
  };
}
