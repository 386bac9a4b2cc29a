import { type Reader, sql, type Tx } from '#platform/server/database';
import type { Device } from './device.ts';

interface DeviceRow {
  readonly id: string;
  readonly user_id: string;
  readonly platform: Device['platform'];
  readonly label: string;
  readonly address: string;
  readonly p256dh: string | null;
  readonly auth: string | null;
  readonly created_at: Date;
  readonly last_seen_at: Date;
}

const columns = sql`id, user_id, platform, label, address, p256dh, auth, created_at, last_seen_at`;

function deviceOf({ p256dh, auth, ...row }: DeviceRow): Device {
  const { id, user_id, platform, label, address, created_at, last_seen_at } = row;
  const keys = p256dh === null || auth === null ? null : { p256dh, auth };
  return {
    id,
    userId: user_id,
    platform,
    label,
    address,
    keys,
    createdAt: created_at,
    lastSeenAt: last_seen_at,
  };
}

/** The one used last comes first. */
export async function devicesOf(reader: Reader, userId: string): Promise<readonly Device[]> {
  const rows = await reader.rows<DeviceRow>(sql`
    SELECT ${columns} FROM notifications.device WHERE user_id = ${userId}::uuid
    ORDER BY last_seen_at DESC, id DESC`);
  return rows.map(deviceOf);
}

export interface NewDeviceRow {
  readonly id: string;
  readonly userId: string;
  readonly sessionId: string | null;
  readonly platform: Device['platform'];
  readonly label: string;
  readonly address: string;
  readonly addressHash: Buffer;
  readonly keys: Device['keys'];
  readonly now: Date;
}

/**
 * Adds the device or finds it again. One that belonged to somebody else becomes a new one of this person, so that
 * nothing on its way to the other arrives here.
 */
export async function upsertDevice(tx: Tx, device: NewDeviceRow): Promise<Device> {
  await tx.run(sql`
    DELETE FROM notifications.device WHERE address_hash = ${device.addressHash} AND user_id <> ${device.userId}::uuid`);
  const row = await tx.row<DeviceRow>(sql`
    INSERT INTO notifications.device
      (id, user_id, session_id, platform, label, address_hash, address, p256dh, auth, created_at, last_seen_at)
    VALUES (${device.id}, ${device.userId}, ${device.sessionId}, ${device.platform}, ${device.label},
      ${device.addressHash}, ${device.address}, ${device.keys?.p256dh ?? null}, ${device.keys?.auth ?? null},
      ${device.now}, ${device.now})
    ON CONFLICT (address_hash) DO UPDATE SET user_id = EXCLUDED.user_id, session_id = EXCLUDED.session_id,
      label = EXCLUDED.label, p256dh = EXCLUDED.p256dh, auth = EXCLUDED.auth, last_seen_at = EXCLUDED.last_seen_at
    RETURNING ${columns}`);
  if (row === undefined) throw new Error('An upsert answered no row.');
  return deviceOf(row);
}

/** Two registrations of one person take turns, so that their number stays within its limit. */
export async function keepNewest(tx: Tx, userId: string, kept: number): Promise<void> {
  await tx.run(sql`
    DELETE FROM notifications.device WHERE id IN (
      SELECT id FROM notifications.device WHERE user_id = ${userId}::uuid
      ORDER BY last_seen_at DESC, id DESC OFFSET ${kept})`);
}

export async function lockDevicesOf(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`notifications:devices:${userId}`}, 0))`);
}

export function deleteDevice(tx: Tx, id: string): Promise<number> {
  return tx.run(sql`DELETE FROM notifications.device WHERE id = ${id}::uuid`);
}

export function deleteOwnDevice(tx: Tx, userId: string, id: string): Promise<number> {
  return tx.run(sql`DELETE FROM notifications.device WHERE id = ${id}::uuid AND user_id = ${userId}::uuid`);
}

export function deleteDevicesOf(tx: Tx, userId: string): Promise<number> {
  return tx.run(sql`DELETE FROM notifications.device WHERE user_id = ${userId}::uuid`);
}

export function deleteDevicesOfSession(tx: Tx, sessionId: string): Promise<number> {
  return tx.run(sql`DELETE FROM notifications.device WHERE session_id = ${sessionId}::uuid`);
}
