import { type Reader, sql } from '#platform/server/database';
import type { NotificationRow } from './inbox/notification.store.ts';

export type ExportedNotification = Pick<
  NotificationRow,
  'id' | 'kind' | 'params' | 'app_path' | 'created_at' | 'visible_at' | 'read_at'
>;

/** Everything a person was told, oldest first. */
export function notificationsOf(reader: Reader, userId: string): Promise<ExportedNotification[]> {
  return reader.rows<ExportedNotification>(sql`
    SELECT id, kind, params, app_path, created_at, visible_at, read_at FROM notifications.notification
    WHERE user_id = ${userId}::uuid AND deleted_at IS NULL ORDER BY created_at, id`);
}

/** By which ways and when. */
export function deliveriesOf(reader: Reader, userId: string): Promise<Record<string, unknown>[]> {
  return reader.rows<Record<string, unknown>>(sql`
    SELECT d.notification_id, d.channel, d.state, d.reason, d.settled_at
    FROM notifications.delivery d JOIN notifications.notification n ON n.id = d.notification_id
    WHERE n.user_id = ${userId}::uuid ORDER BY d.id`);
}
