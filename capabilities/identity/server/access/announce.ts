import type { Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import type { DropTarget, Realtime } from '#platform/server/realtime';
import { AccessChanged } from '../../contract/index.ts';
import { notifyAccess } from './access.store.ts';
import type { Access } from './access.ts';

export interface Announcements {
  /** What the account may do changed: holds in this process right after the commit, in others on notification. */
  userChanged(tx: Tx, userId: string): Promise<void>;
  sessionsEnded(tx: Tx, userId: string, sessionIds: readonly string[]): Promise<void>;
}

/** Open sockets end with the rights they were opened with: their owners may come back with the new ones. */
export function createAnnouncements(access: Access, events: Events, realtime: Realtime): Announcements {
  async function announce(tx: Tx, subject: string, sockets: DropTarget): Promise<void> {
    await notifyAccess(tx, subject);
    tx.afterCommit(async () => {
      access.forget(subject);
      await realtime.drop(sockets);
    });
  }
  return {
    async userChanged(tx, userId) {
      await announce(tx, `user:${userId}`, { userId });
      await events.emit(tx, AccessChanged, { user_id: userId });
    },
    async sessionsEnded(tx, userId, sessionIds) {
      for (const sessionId of sessionIds) {
        await announce(tx, `session:${sessionId}`, { sessionId });
        await events.emit(tx, AccessChanged, { user_id: userId, session_id: sessionId });
      }
    },
  };
}
