import { type Page, pageOf } from '#base/page';
import { type Reader, sql } from '#platform/server/database';
import type { StoredNotification } from '../notification.ts';
import { decodePlace, encodePlace } from './cursor.rules.ts';
import { type NotificationRow, notificationColumns, notificationOf } from './notification.store.ts';

const mostCounted = 1_000;

export interface InboxQuery {
  readonly userId: string;
  readonly now: Date;
  readonly limit: number;
  readonly cursor?: string;
  readonly unread?: boolean;
}

/** Newest first. */
export async function listInbox(
  reader: Reader,
  { userId, now, limit, cursor, unread = false }: InboxQuery,
): Promise<Page<StoredNotification>> {
  const place = cursor === undefined ? undefined : decodePlace(cursor);
  const after =
    place === undefined ? sql`` : sql`AND (n.visible_at, n.id) < (${new Date(place.at)}, ${place.id}::uuid)`;
  const onlyUnread = unread ? sql`AND n.read_at IS NULL` : sql``;
  const rows = await reader.rows<NotificationRow>(sql`
    SELECT ${notificationColumns} FROM notifications.notification n
    WHERE n.user_id = ${userId}::uuid AND n.in_app AND n.deleted_at IS NULL AND n.visible_at <= ${now}
      ${after} ${onlyUnread}
    ORDER BY n.visible_at DESC, n.id DESC
    LIMIT ${limit + 1}`);
  return pageOf(rows.map(notificationOf), limit, (last) =>
    encodePlace({ at: last.visibleAt.getTime(), id: last.id }),
  );
}

/** Unread notices in the inbox, at most 1,000. */
export async function countUnread(reader: Reader, userId: string, now: Date): Promise<number> {
  const row = await reader.row<{ unread: number }>(sql`
    SELECT count(*)::integer AS unread FROM (
      SELECT 1 FROM notifications.notification n
      WHERE n.user_id = ${userId}::uuid AND n.in_app AND n.deleted_at IS NULL AND n.read_at IS NULL
        AND n.visible_at <= ${now}
      LIMIT ${mostCounted}) AS counted`);
  return row?.unread ?? 0;
}
