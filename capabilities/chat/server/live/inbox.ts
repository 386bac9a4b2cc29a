import type { Database } from '#platform/server/database';
import type { ChannelRule, Realtime } from '#platform/server/realtime';
import type { Log } from '#platform/server/telemetry';
import { membersUpTo } from '../rooms/member.store.ts';

/** Tells people that one of their rooms has news, so that lists and badges follow. */
export interface Inbox {
  /** Soon, and once for everything that happens until then. Rooms with many members are left to their lists. */
  news(roomId: string): void;
  readonly rule: ChannelRule;
  close(): void;
}

const gatherMs = 700;
const mostMembers = 100;
const prefix = 'chat-inbox';

export function createInbox({
  database,
  realtime,
  log,
}: {
  readonly database: Database;
  readonly realtime: Realtime;
  readonly log: Log;
}): Inbox {
  const timers = new Map<string, NodeJS.Timeout>();

  async function tell(roomId: string): Promise<void> {
    const members = (await membersUpTo(database, roomId, mostMembers)) ?? [];
    await Promise.all(members.map((id) => realtime.publish(`${prefix}:${id}`, { room_id: roomId })));
  }

  return {
    news(roomId) {
      if (timers.has(roomId)) return;
      const timer = setTimeout(() => {
        timers.delete(roomId);
        tell(roomId).catch((error: unknown) => {
          log.warn({ reason: String(error) }, 'Members were not told of news in a room.');
        });
      }, gatherMs);
      timer.unref();
      timers.set(roomId, timer);
    },
    rule: { prefix, mayFollow: (caller, rest) => caller.userId === rest },
    close() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
