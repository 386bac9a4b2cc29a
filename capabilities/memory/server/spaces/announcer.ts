import type { Realtime } from '#platform/server/realtime';
import type { Log } from '#platform/server/telemetry';
import { type MemoryMessage, memoryChannel } from '../../contract/index.ts';

/** Tells owners' screens what happened to their memory. Never fails, never waits. */
export interface Announcer {
  /** At most two messages a second per owner, the last change always among them. */
  changed(ownerId: string): void;
  say(ownerId: string, message: MemoryMessage): void;
  close(): void;
}

const quietMs = 500;

export function createAnnouncer(realtime: Pick<Realtime, 'publish'>, log: Log): Announcer {
  const quiet = new Map<string, { readonly timer: NodeJS.Timeout; again: boolean }>();

  function say(ownerId: string, message: MemoryMessage): void {
    realtime.publish(memoryChannel(ownerId), message).catch((error: unknown) => {
      log.warn({ error }, 'A change of memory could not be announced.');
    });
  }

  function changed(ownerId: string): void {
    const waiting = quiet.get(ownerId);
    if (waiting !== undefined) {
      waiting.again = true;
      return;
    }
    say(ownerId, { kind: 'changed' });
    const timer = setTimeout(() => {
      const entry = quiet.get(ownerId);
      quiet.delete(ownerId);
      if (entry?.again === true) changed(ownerId);
    }, quietMs);
    timer.unref();
    quiet.set(ownerId, { timer, again: false });
  }

  return {
    changed,
    say,
    close() {
      for (const { timer } of quiet.values()) clearTimeout(timer);
      quiet.clear();
    },
  };
}
