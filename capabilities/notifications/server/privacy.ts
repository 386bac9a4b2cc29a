import type { Database } from '#platform/server/database';
import type { PersonalData } from '#platform/server/privacy';
import { deleteDevicesOf, devicesOf } from './devices/device.store.ts';
import { deleteAllOf } from './inbox/notification.store.ts';
import { choicesOf, deletePreferences, quietHoursOf } from './preferences/preference.store.ts';
import { deliveriesOf, notificationsOf } from './privacy.read.ts';

/** Addresses of devices are secrets and stay out of the export. */
export function createPersonalData(database: Database): PersonalData {
  return {
    async export(userId) {
      const [notifications, deliveries, devices, preferences, quietHours] = await Promise.all([
        notificationsOf(database, userId),
        deliveriesOf(database, userId),
        devicesOf(database, userId),
        choicesOf(database, userId),
        quietHoursOf(database, userId),
      ]);
      return {
        notifications: notifications.map(({ params, app_path, ...rest }) => ({
          ...rest,
          values: params,
          path: app_path,
        })),
        deliveries,
        devices: devices.map(({ id, platform, label, createdAt, lastSeenAt }) => ({
          id,
          platform,
          label,
          created_at: createdAt,
          last_seen_at: lastSeenAt,
        })),
        preferences,
        quiet_hours: quietHours,
      };
    },
    async erase(tx, userId) {
      await deleteAllOf(tx, userId);
      await deleteDevicesOf(tx, userId);
      await deletePreferences(tx, userId);
    },
  };
}
