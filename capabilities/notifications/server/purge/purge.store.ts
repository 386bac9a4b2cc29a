import { sql, type Tx } from '#platform/server/database';

const batch = 1_000;

/** One batch of notices nobody needs any more: read, taken out or never shown, and older than that. */
export function purgeNotifications(tx: Tx, before: Date): Promise<number> {
  return tx.run(sql`
    DELETE FROM notifications.notification WHERE id IN (
      SELECT id FROM notifications.notification
      WHERE created_at < ${before} AND visible_at < ${before}
        AND (read_at < ${before} OR deleted_at < ${before} OR NOT in_app)
      LIMIT ${batch})`);
}

export function purgeAlerts(tx: Tx, before: Date): Promise<number> {
  return tx.run(sql`
    DELETE FROM notifications.alert WHERE id IN (
      SELECT id FROM notifications.alert WHERE created_at < ${before} AND state <> 'waiting' LIMIT ${batch})`);
}
