import type { ToolInput } from '#platform/server/modules';

export interface RecordedInput {
  readonly input: ToolInput;
  /** Standard output so far. */
  readonly output: () => string;
  readonly warnings: readonly string[];
}

/** A command line for tests: what a tool prints is kept. */
export function recordedInput(
  args: readonly string[],
  options: ToolInput['options'] = {},
  standardInput: Uint8Array = new Uint8Array(),
): RecordedInput {
  const pieces: string[] = [];
  const warnings: string[] = [];
  return {
    output: () => pieces.join(''),
    warnings,
    input: {
      args,
      options,
      isTerminal: false,
      print: (line) => pieces.push(`${line}\n`),
      write: (text) => pieces.push(text),
      warn: (line) => warnings.push(line),
      readInput: () => Promise.resolve(standardInput),
    },
  };
}
