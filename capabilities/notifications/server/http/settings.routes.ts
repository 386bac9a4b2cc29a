import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { NewDevice } from '../devices/devices.ts';
import { minuteOf } from '../quiet/quiet-hours.rules.ts';
import type { NotificationsService } from '../service.ts';
import { presentDevice, presentPreferences } from './present.ts';

function newDeviceOf(body: contract.NewDevice): NewDevice {
  const { label } = body;
  if (body.platform === 'fcm') return { platform: 'fcm', label, address: body.token, keys: null };
  const { endpoint, keys } = body.subscription;
  return { platform: 'webpush', label, address: endpoint, keys };
}

export function serveDevices({ mount, service }: ServeDoor<NotificationsService>): void {
  const { devices } = service;

  mount(contract.registerDevice, async ({ caller: { userId, sessionId }, body }) =>
    presentDevice(await devices.register({ userId, sessionId }, newDeviceOf(body))),
  );

  mount(contract.listDevices, async ({ caller }) => ({
    items: (await devices.list(caller.userId)).map(presentDevice),
    web_push_key: service.webPushKey ?? null,
  }));

  mount(contract.deleteDevice, ({ caller, params }) => devices.delete(caller.userId, params.id));
}

export function servePreferences({ mount, service: { preferences } }: ServeDoor<NotificationsService>): void {
  mount(contract.getPreferences, async ({ caller, locale }) =>
    presentPreferences(await preferences.of(caller.userId, locale)),
  );

  mount(contract.setPreferences, async ({ caller, body, locale }) => {
    const hours = body.quiet_hours;
    const quietHours = hours === null ? null : { from: minuteOf(hours.from), to: minuteOf(hours.to) };
    await preferences.set(caller.userId, { kinds: body.kinds, quietHours });
    return presentPreferences(await preferences.of(caller.userId, locale));
  });
}
