import type { Caller } from '../http/caller.ts';

/** Sends messages to everybody who follows a channel, in every process. Best effort: the truth stays in the database. */
export interface Realtime {
  /** At most 7 KB as JSON: send ids and figures, let the reader fetch the rest. */
  publish(channel: string, message: Readonly<Record<string, unknown>>): Promise<void>;
  /**
   * Follows a channel inside this process (used by streams); answers how to stop. `onGap` is told when messages of
   * other processes may have been missed.
   */
  follow(
    channel: string,
    onMessage: (message: Readonly<Record<string, unknown>>) => void,
    onGap?: () => void,
  ): () => void;
  /** Ends the sockets of a locked or signed-out person at once, in every process. */
  drop(target: DropTarget): Promise<void>;
}

/** Whose sockets: all of a person, or those of one session. */
export type DropTarget = { readonly userId: string } | { readonly sessionId: string };

/** Who may follow channels whose name begins with `prefix:`. Unclaimed prefixes are refused. */
export interface ChannelRule {
  readonly prefix: string;
  readonly mayFollow: (caller: Caller, rest: string) => boolean | Promise<boolean>;
}
