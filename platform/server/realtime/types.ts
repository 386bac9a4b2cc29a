import type { Caller } from '../http/caller.ts';

/** Sends messages to everybody who follows a channel, in every process. Best effort: the truth stays in the database. */
export interface Realtime {
  /** At most 7 KB as JSON: send ids and figures, let the reader fetch the rest. */
  publish(channel: string, message: Readonly<Record<string, unknown>>): Promise<void>;
  /** Follows a channel inside this process (used by streams); answers how to stop. */
  follow(channel: string, onMessage: (message: Readonly<Record<string, unknown>>) => void): () => void;
}

/** Who may follow channels whose name begins with `prefix:`. Unclaimed prefixes are refused. */
export interface ChannelRule {
  readonly prefix: string;
  readonly mayFollow: (caller: Caller, rest: string) => boolean | Promise<boolean>;
}
