import { createHash } from 'node:crypto';
import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Database } from '#platform/server/database';
import {
  deleteDevicesOfSession,
  deleteOwnDevice,
  devicesOf,
  keepNewest,
  lockDevicesOf,
  upsertDevice,
} from './device.store.ts';
import type { Device } from './device.ts';
import { type EndpointPolicy, pushServiceOf } from './endpoint.rules.ts';
import { hasUsableKeys } from './subscription.rules.ts';

export interface DeviceOwner {
  readonly userId: string;
  readonly sessionId: string | null;
}

export interface NewDevice {
  readonly platform: Device['platform'];
  readonly label: string;
  readonly address: string;
  readonly keys: Device['keys'];
}

/** Where a person's pushes go. */
export interface Devices {
  list(userId: string): Promise<readonly Device[]>;
  /**
   * Registers or renews; a person keeps the 20 used last.
   * @throws Refusal `invalid` `notifications.push_service_refused`, `notifications.bad_subscription`.
   */
  register(owner: DeviceOwner, device: NewDevice): Promise<Device>;
  /** @throws Refusal `not_found` `notifications.device_not_found`. */
  delete(userId: string, id: string): Promise<void>;
  /** Who signed out on a device gets no more pushes there. */
  sessionEnded(sessionId: string): Promise<void>;
}

const mostDevices = 20;

function check({ platform, address, keys }: NewDevice, policy: EndpointPolicy): void {
  if (platform !== 'webpush') return;
  if (pushServiceOf(address, policy) === undefined) {
    throw new Refusal(
      'invalid',
      'notifications.push_service_refused',
      'This push service is not known here.',
      {
        errors: [{ pointer: '/body/subscription/endpoint', message: 'is not at a known push service' }],
      },
    );
  }
  if (keys === null || !hasUsableKeys(keys)) {
    throw new Refusal(
      'invalid',
      'notifications.bad_subscription',
      'The keys of the subscription are unusable.',
      {
        errors: [{ pointer: '/body/subscription/keys', message: 'are no keys of a subscription' }],
      },
    );
  }
}

export function createDevices({
  database,
  clock,
  policy,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly policy: EndpointPolicy;
}): Devices {
  return {
    list: (userId) => devicesOf(database, userId),
    async register(owner, device) {
      check(device, policy);
      const addressHash = createHash('sha256').update(`${device.platform}:${device.address}`).digest();
      return database.transaction(async (tx) => {
        await lockDevicesOf(tx, owner.userId);
        const row = { id: newId(), addressHash, now: clock(), ...owner, ...device };
        const registered = await upsertDevice(tx, row);
        await keepNewest(tx, owner.userId, mostDevices);
        return registered;
      });
    },
    async delete(userId, id) {
      const deleted = await database.transaction((tx) => deleteOwnDevice(tx, userId, id));
      if (deleted === 0)
        throw new Refusal('not_found', 'notifications.device_not_found', 'There is no such device.');
    },
    async sessionEnded(sessionId) {
      await database.transaction((tx) => deleteDevicesOfSession(tx, sessionId));
    },
  };
}
