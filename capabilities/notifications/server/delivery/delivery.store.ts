import { type Reader, sql, type Tx } from '#platform/server/database';
import type { OutboundChannel } from './decide.rules.ts';

export interface DeliveryRow {
  readonly id: string;
  readonly notification_id: string;
  readonly channel: OutboundChannel;
  readonly device_id: string | null;
  readonly to_device: boolean;
  readonly state: 'waiting' | 'sending' | 'sent' | 'skipped' | 'failed';
  readonly attempts: number;
  readonly due_at: Date;
  readonly lease_until: Date | null;
}

const columns = sql`id, notification_id, channel, device_id, to_device, state, attempts, due_at, lease_until`;

export interface NewDelivery {
  readonly id: string;
  readonly notificationId: string;
  readonly channel: OutboundChannel;
  readonly deviceId: string | null;
  readonly dueAt: Date;
}

/** Answers false when the notice goes this way already. */
export async function insertDelivery(tx: Tx, delivery: NewDelivery): Promise<boolean> {
  const { id, notificationId, channel, deviceId, dueAt } = delivery;
  const inserted = await tx.run(sql`
    INSERT INTO notifications.delivery (id, notification_id, channel, device_id, to_device, due_at)
    VALUES (${id}, ${notificationId}, ${channel}, ${deviceId}, ${deviceId !== null}, ${dueAt})
    ON CONFLICT DO NOTHING`);
  return inserted === 1;
}

export function findDelivery(reader: Reader, id: string): Promise<DeliveryRow | undefined> {
  return reader.row<DeliveryRow>(sql`SELECT ${columns} FROM notifications.delivery WHERE id = ${id}::uuid`);
}

export function lockDelivery(tx: Tx, id: string): Promise<DeliveryRow | undefined> {
  return tx.row<DeliveryRow>(
    sql`SELECT ${columns} FROM notifications.delivery WHERE id = ${id}::uuid FOR UPDATE`,
  );
}

export async function lease(tx: Tx, id: string, until: Date): Promise<void> {
  await tx.run(sql`
    UPDATE notifications.delivery SET state = 'sending', lease_until = ${until}, attempts = attempts + 1
    WHERE id = ${id}::uuid`);
}

/** Back to waiting, for another attempt or for the end of quiet hours. */
export async function postpone(tx: Tx, id: string, until: Date, reason: string | null): Promise<void> {
  await tx.run(sql`
    UPDATE notifications.delivery SET state = 'waiting', lease_until = NULL, due_at = ${until}, reason = ${reason}
    WHERE id = ${id}::uuid AND state IN ('waiting', 'sending')`);
}

export async function settle(
  tx: Tx,
  id: string,
  state: 'sent' | 'skipped' | 'failed',
  reason: string | null,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE notifications.delivery
    SET state = ${state}, lease_until = NULL, reason = ${reason}, settled_at = ${now}
    WHERE id = ${id}::uuid AND state IN ('waiting', 'sending')`);
}
