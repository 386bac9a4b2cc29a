import { type Reader, sql, type Tx } from '#platform/server/database';
import type { StoredNotification } from '../notification.ts';
import type { Values } from '../texts/render.rules.ts';

export interface NotificationRow {
  readonly id: string;
  readonly user_id: string;
  readonly kind: string;
  readonly params: Values;
  readonly app_path: string | null;
  readonly in_app: boolean;
  readonly visible_at: Date;
  readonly created_at: Date;
  readonly seen_at: Date | null;
  readonly read_at: Date | null;
  readonly deleted_at: Date | null;
}

export const notificationColumns = sql`n.id, n.user_id, n.kind, n.params, n.app_path, n.in_app, n.visible_at,
  n.created_at, n.seen_at, n.read_at, n.deleted_at`;

export function notificationOf(row: NotificationRow): StoredNotification {
  return {
    id: row.id,
    userId: row.user_id,
    kind: row.kind,
    values: row.params,
    path: row.app_path,
    inApp: row.in_app,
    visibleAt: row.visible_at,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    readAt: row.read_at,
    deletedAt: row.deleted_at,
  };
}

export interface NewNotification {
  readonly id: string;
  readonly userId: string;
  readonly kind: string;
  readonly values: Values;
  readonly path: string | null;
  readonly key: string;
  readonly inApp: boolean;
  readonly visibleAt: Date;
  readonly now: Date;
}

/** Answers false when the person was told under this key already. */
export async function insertNotification(tx: Tx, notice: NewNotification): Promise<boolean> {
  const inserted = await tx.run(sql`
    INSERT INTO notifications.notification
      (id, user_id, kind, params, app_path, once_key, in_app, visible_at, created_at)
    VALUES (${notice.id}, ${notice.userId}, ${notice.kind}, ${JSON.stringify(notice.values)}::jsonb,
      ${notice.path}, ${notice.key}, ${notice.inApp}, ${notice.visibleAt}, ${notice.now})
    ON CONFLICT (user_id, once_key) DO NOTHING`);
  return inserted === 1;
}

export async function findNotification(reader: Reader, id: string): Promise<StoredNotification | undefined> {
  const row = await reader.row<NotificationRow>(
    sql`SELECT ${notificationColumns} FROM notifications.notification n WHERE n.id = ${id}::uuid`,
  );
  return row === undefined ? undefined : notificationOf(row);
}

/** What the person may see of one notice: their own, visible by now, not taken out. */
const theirs = (userId: string, now: Date) =>
  sql`n.user_id = ${userId}::uuid AND n.visible_at <= ${now} AND n.deleted_at IS NULL`;

export async function findOwn(
  reader: Reader,
  userId: string,
  id: string,
  now: Date,
): Promise<StoredNotification | undefined> {
  const row = await reader.row<NotificationRow>(
    sql`SELECT ${notificationColumns} FROM notifications.notification n
        WHERE n.id = ${id}::uuid AND ${theirs(userId, now)}`,
  );
  return row === undefined ? undefined : notificationOf(row);
}

/** Answers the notice as it is now, and whether it was unread until then. */
export async function markRead(
  tx: Tx,
  userId: string,
  id: string,
  now: Date,
): Promise<{ readonly notification: StoredNotification; readonly changed: boolean } | undefined> {
  const row = await tx.row<NotificationRow>(sql`
    UPDATE notifications.notification n SET read_at = ${now}
    WHERE n.id = ${id}::uuid AND n.read_at IS NULL AND ${theirs(userId, now)}
    RETURNING ${notificationColumns}`);
  if (row !== undefined) return { notification: notificationOf(row), changed: true };
  const known = await findOwn(tx, userId, id, now);
  return known === undefined ? undefined : { notification: known, changed: false };
}

export async function markSeen(tx: Tx, userId: string, id: string, now: Date): Promise<boolean> {
  const seen = await tx.run(sql`
    UPDATE notifications.notification n SET seen_at = coalesce(n.seen_at, ${now})
    WHERE n.id = ${id}::uuid AND ${theirs(userId, now)}`);
  return seen === 1;
}

export function markAllRead(tx: Tx, userId: string, now: Date): Promise<number> {
  return tx.run(sql`
    UPDATE notifications.notification n SET read_at = ${now}
    WHERE n.in_app AND n.read_at IS NULL AND ${theirs(userId, now)}`);
}

/** Empties the row; the key stays, so that a repeated event does not bring it back. */
export async function takeOut(tx: Tx, userId: string, id: string, now: Date): Promise<boolean> {
  const taken = await tx.run(sql`
    UPDATE notifications.notification n SET deleted_at = ${now}, params = '{}', app_path = NULL
    WHERE n.id = ${id}::uuid AND ${theirs(userId, now)}`);
  return taken === 1;
}

export function deleteNotification(tx: Tx, id: string): Promise<number> {
  return tx.run(sql`DELETE FROM notifications.notification WHERE id = ${id}::uuid`);
}

export function deleteAllOf(tx: Tx, userId: string): Promise<number> {
  return tx.run(sql`DELETE FROM notifications.notification WHERE user_id = ${userId}::uuid`);
}
