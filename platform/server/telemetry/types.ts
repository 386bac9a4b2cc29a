/** Structured logging. The first argument holds fields; secrets, tokens and message texts are never among them. */
export interface Log {
  debug(fields: Readonly<Record<string, unknown>>, message: string): void;
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
  child(bindings: Readonly<Record<string, unknown>>): Log;
}

/** The log of a process. */
export interface FlushableLog extends Log {
  /** Writes at once, synchronously, what is still waiting; call it last before the process ends. */
  flush(): void;
}

/** Where lines go; each ends with a line feed. */
export interface LogDestination {
  write(line: string): unknown;
  flushSync?(): void;
  /** Whether colours make sense. Default: whether standard output is a terminal. */
  readonly isTerminal?: boolean;
}

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly format: 'json' | 'pretty';
  /** Default: standard output, asynchronously. */
  readonly destination?: LogDestination;
}
