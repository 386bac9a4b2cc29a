/** What a task may tell while it works. */
export interface TaskContext {
  readonly emit: (event: unknown) => void;
}

/** Work of an engine, in a thread of its own: plain values in, plain values out; throws a `Refusal` for bad input. */
export type Task<Input, Output> = (input: Input, context: TaskContext) => Output | Promise<Output>;
