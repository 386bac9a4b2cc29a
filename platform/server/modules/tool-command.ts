import type { CommandDeclaration, CommandInput } from './manifest.ts';

/** What a tool command gets: the command line and the three streams of a terminal. */
export interface ToolInput extends CommandInput {
  /** A line for people on standard error: progress, warnings, faults. */
  readonly warn: (line: string) => void;
  /** Standard output as it is, without a line end added. */
  readonly write: (text: string) => void;
  /** Standard error is a terminal: progress may be drawn with carriage returns. */
  readonly isTerminal: boolean;
  /** Everything on standard input, as bytes. */
  readonly readInput: () => Promise<Uint8Array>;
}

/**
 * A command over files that needs no running program: no database, no configuration, no secrets.
 * Answers its exit code; throws for a usage error (told on standard error, exit code 1).
 */
export interface ToolCommand extends CommandDeclaration {
  run(input: ToolInput): Promise<number>;
}
