import type * as contract from '../../contract/index.ts';
import type { Device } from '../devices/device.ts';
import type { ReadableNotification } from '../notification.ts';
import type { PersonPreferences } from '../preferences/preferences.ts';
import { timeOf } from '../quiet/quiet-hours.rules.ts';

export function presentNotification(notice: ReadableNotification): contract.Notification {
  const { id, kind, title, body, path, createdAt, readAt } = notice;
  return {
    id,
    kind,
    title,
    body,
    path,
    created_at: createdAt.toISOString(),
    read_at: readAt?.toISOString() ?? null,
  };
}

/** The address stays inside: who holds it can push to the device. */
export function presentDevice({ id, platform, label, createdAt, lastSeenAt }: Device): contract.Device {
  return {
    id,
    platform,
    label,
    created_at: createdAt.toISOString(),
    last_seen_at: lastSeenAt.toISOString(),
  };
}

export function presentPreferences(preferences: PersonPreferences): contract.Preferences {
  const { kinds, available, quietHours, timeZone } = preferences;
  return {
    kinds: kinds.map((kind) => ({ ...kind, channels: { ...kind.channels } })),
    available: [...available],
    quiet_hours: quietHours === null ? null : { from: timeOf(quietHours.from), to: timeOf(quietHours.to) },
    time_zone: timeZone,
  };
}
