import type { Page } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Database } from '#platform/server/database';
import type { Realtime } from '#platform/server/realtime';
import type { Kinds } from '../kinds.ts';
import type { ReadableNotification, StoredNotification } from '../notification.ts';
import { type Language, render } from '../texts/render.rules.ts';
import { publishInbox } from './channel.ts';
import { countUnread, listInbox } from './inbox-list.read.ts';
import { findOwn, markAllRead, markRead, markSeen, takeOut } from './notification.store.ts';

/** One person's notices; nobody else's can be seen or even noticed. Single ones throw `notifications.not_found`. */
export interface Inbox {
  list(
    userId: string,
    language: Language,
    options: { readonly limit: number; readonly cursor?: string; readonly unread?: boolean },
  ): Promise<Page<ReadableNotification>>;
  unread(userId: string): Promise<number>;
  get(userId: string, id: string, language: Language): Promise<ReadableNotification>;
  read(userId: string, id: string, language: Language): Promise<ReadableNotification>;
  /** Answers how many were unread. */
  readAll(userId: string): Promise<number>;
  seen(userId: string, id: string): Promise<void>;
  delete(userId: string, id: string): Promise<void>;
}

const notFound = () => new Refusal('not_found', 'notifications.not_found', 'There is no such notification.');

export function createInbox({
  database,
  realtime,
  kinds,
  clock,
}: {
  readonly database: Database;
  readonly realtime: Realtime;
  readonly kinds: Kinds;
  readonly clock: Clock;
}): Inbox {
  function readable(notice: StoredNotification, language: Language): ReadableNotification {
    const { title, body } = render(kinds.find(notice.kind), notice.values, language);
    const { id, kind, path, visibleAt, readAt } = notice;
    return { id, kind, title, body, path, createdAt: visibleAt, readAt };
  }

  return {
    async list(userId, language, options) {
      const page = await listInbox(database, { userId, now: clock(), ...options });
      return { ...page, items: page.items.map((notice) => readable(notice, language)) };
    },
    unread: (userId) => countUnread(database, userId, clock()),
    async get(userId, id, language) {
      const found = await findOwn(database, userId, id, clock());
      if (found === undefined) throw notFound();
      return readable(found, language);
    },
    async read(userId, id, language) {
      const read = await database.transaction(async (tx) => {
        const marked = await markRead(tx, userId, id, clock());
        if (marked?.changed === true)
          tx.afterCommit(() => publishInbox(realtime, userId, { event: 'read', id }));
        return marked;
      });
      if (read === undefined) throw notFound();
      return readable(read.notification, language);
    },
    readAll: (userId) =>
      database.transaction(async (tx) => {
        const count = await markAllRead(tx, userId, clock());
        if (count > 0) tx.afterCommit(() => publishInbox(realtime, userId, { event: 'read_all' }));
        return count;
      }),
    async seen(userId, id) {
      if (!(await database.transaction((tx) => markSeen(tx, userId, id, clock())))) throw notFound();
    },
    async delete(userId, id) {
      const taken = await database.transaction(async (tx) => {
        const done = await takeOut(tx, userId, id, clock());
        if (done) tx.afterCommit(() => publishInbox(realtime, userId, { event: 'deleted', id }));
        return done;
      });
      if (!taken) throw notFound();
    },
  };
}
