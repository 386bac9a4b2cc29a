/** Structured logging. The first argument holds fields; secrets, tokens and message texts are never among them. */
export interface Log {
  debug(fields: Readonly<Record<string, unknown>>, message: string): void;
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
  child(bindings: Readonly<Record<string, unknown>>): Log;
}
