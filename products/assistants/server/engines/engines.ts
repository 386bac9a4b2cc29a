import type { EnginePool } from './pool/engine-pool.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks/index.ts';

export interface EngineCall {
  /** Who asks: nobody's work fills the queue of all. */
  readonly owner: string;
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: unknown) => void) | undefined;
}

/**
 * Runs a task of the engines away from the event loop, within its time and memory.
 * @throws Refusal `invalid` `assistants.engine_timeout`, `assistants.engine_memory`, `unavailable`
 *   `assistants.engines_busy`, and those of the task; the signal's reason when aborted.
 */
export type RunEngine = <Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  call: EngineCall,
) => Promise<TaskOutput<Name>>;

export interface EngineLimits {
  readonly seconds: number;
  readonly archiveSeconds: number;
}

/** Bytes change hands instead of being copied when they are all of their buffer. */
function transferOf(input: object): ArrayBuffer[] {
  return Object.values(input).flatMap((value) =>
    value instanceof Uint8Array &&
    value.buffer instanceof ArrayBuffer &&
    value.byteLength === value.buffer.byteLength
      ? [value.buffer]
      : [],
  );
}

export function createRunEngine(pool: EnginePool, { seconds, archiveSeconds }: EngineLimits): RunEngine {
  return async (name, input, { owner, signal, onEvent }) => {
    const limit = name === 'checkArchive' ? archiveSeconds : seconds;
    const output = await pool.run({
      name,
      input,
      transfer: transferOf(input),
      milliseconds: limit * 1_000,
      owner,
      signal,
      onEvent,
    });
    // Made by the task of this name in the other thread.
    return output as TaskOutput<typeof name>;
  };
}
