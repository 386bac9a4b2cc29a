import { newId } from '#base/ids';
import { minute, second } from '#base/time';
import type { Person } from '#capabilities/identity/server';
import type { Tx } from '#platform/server/database';
import type { Log } from '#platform/server/telemetry';
import { deleteDevice, devicesOf } from '../devices/device.store.ts';
import { findNotification } from '../inbox/notification.store.ts';
import type { NotificationKind } from '../index.ts';
import type { StoredNotification } from '../notification.ts';
import { isOn } from '../preferences/choices.rules.ts';
import { choicesOf, quietHoursOf } from '../preferences/preference.store.ts';
import { letterOf } from '../texts/letter.rules.ts';
import { render } from '../texts/render.rules.ts';
import { mostAttempts, waitAfter } from './backoff.rules.ts';
import { decide, type Situation } from './decide.rules.ts';
import {
  type DeliveryRow,
  findDelivery,
  insertDelivery,
  lease,
  lockDelivery,
  postpone,
  settle,
} from './delivery.store.ts';
import type { Outcome } from './outcome.ts';
import { type PlanningParts, sendDelivery } from './planning.ts';
import type { Transports } from './transports.ts';

export interface DeliveringParts extends PlanningParts {
  readonly transports: Transports;
  readonly publicUrl: string;
  readonly log: Log;
}

interface Matter {
  readonly notice: StoredNotification;
  readonly kind: NotificationKind;
  readonly person: Person;
}

const leaseMs = 2 * minute;

/** Makes the work of one delivery. At least once towards outside services, exactly once for letters. */
export function createDelivering(parts: DeliveringParts) {
  const { database, jobs, identity, kinds, clock, transports, publicUrl, log } = parts;
  const absolute = (path: string) => `${publicUrl}${path}`;

  async function matterOf(delivery: DeliveryRow): Promise<Matter | undefined> {
    const notice = await findNotification(database, delivery.notification_id);
    if (notice === undefined) return undefined;
    const [person, kind] = [await identity.person(notice.userId), kinds.find(notice.kind)];
    if (kind === undefined) throw new Error(`No loaded module sends ${notice.kind}.`);
    return person === undefined ? undefined : { notice, kind, person };
  }

  async function situationOf({ notice, kind, person }: Matter, delivery: DeliveryRow): Promise<Situation> {
    const [choices, quietHours] = await Promise.all([
      choicesOf(database, notice.userId, kind.kind),
      quietHoursOf(database, notice.userId),
    ]);
    const { channel } = delivery;
    const on = isOn(kind, channel, choices);
    const urgent = kind.urgent ?? false;
    return { notification: notice, channel, on, urgent, quietHours, timeZone: person.timeZone, now: clock() };
  }

  async function putOff(tx: Tx, id: string, until: Date, reason: string): Promise<void> {
    await postpone(tx, id, until, reason);
    await sendDelivery(tx, jobs, { id, dueAt: until }, clock());
  }

  async function writeLetter(tx: Tx, delivery: DeliveryRow, { notice, kind, person }: Matter): Promise<void> {
    const words = render(kind, notice.values, person.locale);
    const open = notice.path === null ? null : absolute(notice.path);
    const letter = letterOf(
      words,
      { open, preferences: absolute('/app/notifications/preferences') },
      person.locale,
    );
    const sent = await identity.mail(tx, { userId: notice.userId, ...letter });
    await settle(tx, delivery.id, sent ? 'sent' : 'skipped', sent ? null : 'no_address', clock());
  }

  async function spread(tx: Tx, delivery: DeliveryRow, { notice }: Matter): Promise<void> {
    const now = clock();
    const devices = await devicesOf(tx, notice.userId);
    for (const { id: deviceId } of devices) {
      const copy = { id: newId(), notificationId: notice.id, channel: 'push' as const, deviceId, dueAt: now };
      if (await insertDelivery(tx, copy)) await sendDelivery(tx, jobs, copy, now);
    }
    const reached = devices.length > 0;
    await settle(tx, delivery.id, reached ? 'sent' : 'skipped', reached ? null : 'no_device', now);
  }

  /** Does what the database alone can do; answers true when an outside service is to be called now. */
  async function claim(tx: Tx, id: string, matter: Matter, situation: Situation): Promise<boolean> {
    const delivery = await lockDelivery(tx, id);
    if (delivery === undefined || !['waiting', 'sending'].includes(delivery.state)) return false;
    const now = clock();
    if (delivery.lease_until !== null && delivery.lease_until > now) {
      throw new Error('Another process has this delivery; if it died, a later attempt takes over.');
    }
    const decision = decide(situation);
    if (decision.kind === 'skip') await settle(tx, id, 'skipped', decision.reason, now);
    else if (decision.kind === 'wait') await putOff(tx, id, decision.until, 'quiet_hours');
    else if (delivery.channel === 'email') await writeLetter(tx, delivery, matter);
    else if (delivery.channel === 'push' && !delivery.to_device) await spread(tx, delivery, matter);
    else {
      await lease(tx, id, new Date(now.getTime() + leaseMs));
      return true;
    }
    return false;
  }

  async function send(
    delivery: DeliveryRow,
    { notice, kind, person }: Matter,
    signal: AbortSignal,
  ): Promise<Outcome> {
    if (delivery.channel === 'telegram') {
      const words = render(kind, notice.values, person.locale);
      const url = notice.path === null ? null : absolute(notice.path);
      return transports.messenger(notice.userId, { ...words, url });
    }
    const devices = await devicesOf(database, notice.userId);
    const device = devices.find(({ id }) => id === delivery.device_id);
    if (device === undefined) return { kind: 'unreachable', reason: 'no_device' };
    const push = { notificationId: notice.id, kind: notice.kind, urgent: kind.urgent ?? false };
    return transports.push(device, push, signal);
  }

  async function conclude(id: string, outcome: Outcome): Promise<void> {
    await database.transaction(async (tx) => {
      const delivery = await lockDelivery(tx, id);
      if (delivery === undefined) return;
      const now = clock();
      if (outcome.kind === 'sent') return settle(tx, id, 'sent', null, now);
      if (outcome.kind === 'unreachable') return settle(tx, id, 'skipped', outcome.reason, now);
      if (outcome.kind === 'refused') return settle(tx, id, 'failed', outcome.reason, now);
      if (outcome.kind === 'gone') {
        await settle(tx, id, 'failed', 'gone', now);
        if (delivery.device_id !== null) await deleteDevice(tx, delivery.device_id);
        return;
      }
      if (delivery.attempts >= mostAttempts) return settle(tx, id, 'failed', outcome.reason, now);
      const wait = waitAfter(delivery.attempts, outcome.afterSeconds);
      await putOff(tx, id, new Date(now.getTime() + wait * second), outcome.reason);
    });
    if (outcome.kind === 'refused') log.warn({ reason: outcome.reason }, 'A delivery was refused.');
  }

  return async (id: string, signal: AbortSignal): Promise<void> => {
    const delivery = await findDelivery(database, id);
    if (delivery === undefined) return;
    const matter = await matterOf(delivery);
    if (matter === undefined) {
      await database.transaction((tx) => settle(tx, id, 'skipped', 'no_account', clock()));
      return;
    }
    const situation = await situationOf(matter, delivery);
    if (await database.transaction((tx) => claim(tx, id, matter, situation))) {
      await conclude(id, await send(delivery, matter, signal));
    }
  };
}
