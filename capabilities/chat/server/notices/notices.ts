import type { Identity } from '#capabilities/identity/server';
import type { Notifications } from '#capabilities/notifications/server';
import type { Database } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import { notifyUnread } from '../jobs/definitions.ts';
import { takeUntold } from '../rooms/member.store.ts';
import { messageNotice } from './kind.ts';

/** Telling those who do not look. */
export interface Notices {
  /** Something was said: whoever has not read it after a while will be told. */
  plan(roomId: string): Promise<void>;
  /** Tells everybody once until they read again; the muted are left alone. */
  tell(roomId: string): Promise<void>;
}

export interface NoticesOptions {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly identity: Identity;
  readonly notifications: Notifications;
  readonly afterSeconds: number;
}

export function createNotices(options: NoticesOptions): Notices {
  const { database, jobs, identity, notifications, afterSeconds } = options;
  return {
    async plan(roomId) {
      const when = { startAfterSeconds: afterSeconds, singletonKey: roomId };
      await database.transaction((tx) => jobs.send(tx, notifyUnread, { room_id: roomId }, when));
    },
    tell: (roomId) =>
      database.transaction(async (tx) => {
        const untold = await takeUntold(tx, roomId);
        const people = await identity.people(untold.map(({ author_id }) => author_id));
        for (const { user_id, seq, count, author_id } of untold) {
          await notifications.notify(tx, {
            kind: messageNotice.kind,
            userId: user_id,
            values: { from: people.get(author_id)?.displayName ?? '', count },
            path: `/app/chats/${roomId}`,
            key: `chat:${roomId}:${seq}:${user_id}`,
          });
        }
      }),
  };
}
