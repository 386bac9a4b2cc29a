import { Refusal } from '#base/refusal';
import { createEnginePool } from '../../engines/pool/engine-pool.ts';
import type { ReadProjectInput, ReadProjectResult } from '../../projects/reading/read-project.ts';
import type { ReadResult } from './text-document.ts';

export interface ReadingOptions {
  readonly signal?: AbortSignal;
  /** 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Reads untrusted files in threads of their own, so that the event loop stays free and memory is bounded. */
export interface Reading {
  /** @throws ReadingTooLarge, Refusal `unavailable` `assistants.engines_busy`. */
  file(bytes: Uint8Array, name: string, options?: ReadingOptions): Promise<ReadResult>;
  /** @throws as `file`. */
  project(input: ReadProjectInput, options?: ReadingOptions): Promise<ReadProjectResult>;
  close(): Promise<void>;
}

/** The file asks for more memory or time than is given to one. */
export class ReadingTooLarge extends Error {}

const memoryMb = 3_072;
const milliseconds = 30 * 60_000;

const tooLarge: readonly string[] = ['assistants.engine_memory', 'assistants.engine_timeout'];

/** Whether a failure says nothing about the file: the same file may be read another time. */
export function isPassing(error: unknown): boolean {
  return error instanceof Refusal && error.kind === 'unavailable';
}

/** Starts no thread before the first file; one that rests for a minute ends. */
export function createReading(): Reading {
  const script = new URL('./reading.worker.ts', import.meta.url);
  const pool = createEnginePool({ threads: 2, memoryMb, script });

  async function run(name: 'file' | 'project', input: unknown, options: ReadingOptions): Promise<unknown> {
    const { signal, onProgress } = options;
    try {
      return await pool.run({
        name,
        input,
        milliseconds,
        owner: name,
        signal,
        onEvent: (share) => {
          if (typeof share === 'number') onProgress?.(share);
        },
      });
    } catch (error) {
      if (error instanceof Refusal && tooLarge.includes(error.code)) throw new ReadingTooLarge(error.message);
      throw error;
    }
  }

  return {
    // What the thread answers is checked by the compiler there.
    file: async (bytes, name, options = {}) => (await run('file', { bytes, name }, options)) as ReadResult,
    project: async (input, options = {}) => (await run('project', input, options)) as ReadProjectResult,
    close: pool.close,
  };
}
