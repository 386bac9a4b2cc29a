import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lettersTo, signedInPerson, type TestPerson } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { sql } from '#platform/server/database';
import { testClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import {
  type FcmDouble,
  type NotificationsApp,
  type PushServiceDouble,
  startFcmDouble,
  startNotificationsApp,
  startPushServiceDouble,
} from '../../testing/index.ts';
import { notificationsModule } from '../module.ts';

const modules = [identityModule, notificationsModule];
let app: NotificationsApp;
let push: PushServiceDouble;
let fcm: FcmDouble;
let shift = 0;
let people = 0;
const told: { readonly userId: string; readonly url: string | null }[] = [];

const clock = () => new Date(Date.now() + shift);

beforeAll(async () => {
  push = await startPushServiceDouble();
  fcm = await startFcmDouble();
  app = await startNotificationsApp({
    modules,
    clock,
    messenger: {
      async send(userId, { url }) {
        told.push({ userId, url });
        return 'sent';
      },
    },
    environment: {
      FCM_SERVICE_ACCOUNT: fcm.serviceAccount,
      FCM_API_URL: fcm.url,
      NOTIFICATIONS_TIMEOUT_MS: '3000',
    },
  });
});
afterAll(async () => {
  await app.close();
  await push.close();
  await fcm.close();
});

async function newPerson(): Promise<TestPerson> {
  people += 1;
  return signedInPerson(app, { name: `person${people}` });
}

async function withBrowser(person: TestPerson) {
  const subscription = push.subscribe();
  const client = testClient(app, person.accessToken);
  const body = { platform: 'webpush', label: 'Browser', subscription } as const;
  (await client(contract.registerDevice, { body })).reply();
  return subscription;
}

async function withPhone(person: TestPerson): Promise<void> {
  const body = { platform: 'fcm', label: 'Phone', token: `token-of-${person.id}` } as const;
  (await testClient(app, person.accessToken)(contract.registerDevice, { body })).reply();
}

const devicesOf = async (person: TestPerson) =>
  (await testClient(app, person.accessToken)(contract.listDevices)).reply().items.length;
const statesOf = async (person: TestPerson) =>
  (await app.deliveries(person.id)).map(({ channel, to_device, state, reason }) => [
    to_device ? 'device' : channel,
    state,
    reason,
  ]);
const deviceDelivery = async (person: TestPerson) => {
  const found = (await app.deliveries(person.id)).find(({ to_device }) => to_device);
  if (found === undefined) throw new Error('Nothing went to a device.');
  return found;
};
const seconds = (until: Date) => Math.round((until.getTime() - clock().getTime()) / 1_000);

describe('ways out', () => {
  it('writes to the proven address in the language of the account, once', async () => {
    const person = await newPerson();
    await app.test.database.run(sql`UPDATE identity.account SET locale = 'ru' WHERE id = ${person.id}::uuid`);
    await app.tell(person.id, { path: '/app/parcels/7' });
    await app.drain();
    const [delivery] = await app.deliveries(person.id);
    await app.deliver(delivery?.id ?? '');
    const letters = await lettersTo(app, person.email);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.letter.subject).toBe('Посылка пришла');
    expect(letters[0]?.letter.text).toContain('http://quintet.test/app/parcels/7');
    expect(await statesOf(person)).toEqual([
      ['email', 'sent', null],
      ['push', 'skipped', 'no_device'],
    ]);
  });

  it('pushes kind and id to every device, encrypted and signed', async () => {
    const person = await newPerson();
    await withBrowser(person);
    await withBrowser(person);
    await withPhone(person);
    await app.tell(person.id);
    await app.drain();
    const { id } =
      (await testClient(app, person.accessToken)(contract.listNotifications)).reply().items[0] ?? {};
    const payload = { k: 'sample.parcel_arrived', id };
    const mine = push.received.filter((one) => one.topic === id?.replaceAll('-', ''));
    expect(mine).toHaveLength(2);
    expect(mine[0]).toMatchObject({
      payload,
      ttl: '86400',
      urgency: 'normal',
      senderKey: app.service.webPushKey,
    });
    expect(mine[0]?.claims).toMatchObject({ aud: push.url, sub: 'mailto:no-reply@localhost' });
    expect(fcm.received.at(-1)).toMatchObject({ token: `token-of-${person.id}`, data: payload });
    expect(fcm.tokensGiven()).toBe(1);
  });

  it('asks for a new access token when the old one is not taken', async () => {
    const person = await newPerson();
    await withPhone(person);
    fcm.revokeTokens();
    await app.tell(person.id, { kind: 'sample.doctor_arrived' });
    await app.drain();
    const waiting = await deviceDelivery(person);
    expect(waiting).toMatchObject({ state: 'waiting', reason: 'status_401' });
    await app.deliver(waiting.id);
    expect(await deviceDelivery(person)).toMatchObject({ state: 'sent' });
    expect(fcm.received.at(-1)?.android.priority).toBe('HIGH');
  });

  it('goes through the messenger', async () => {
    const person = await newPerson();
    await app.tell(person.id, { kind: 'sample.chat_only', path: '/app/x' });
    await app.drain();
    expect(told.filter((one) => one.userId === person.id)).toEqual([
      { userId: person.id, url: 'http://quintet.test/app/x' },
    ]);
  });

  it('plans and delivers once, however often the jobs run', async () => {
    const person = await newPerson();
    await withBrowser(person);
    const before = push.received.length;
    await app.tell(person.id);
    await app.drain();
    const notice = (await testClient(app, person.accessToken)(contract.listNotifications)).reply().items[0];
    await app.service.plan(notice?.id ?? '');
    for (const { id } of await app.deliveries(person.id)) await app.deliver(id);
    await app.drain();
    expect(push.received.length).toBe(before + 1);
    expect(await lettersTo(app, person.email)).toHaveLength(1);
  });
});

describe('a process that dies while it sends', () => {
  const sending = (id: string, until: string) =>
    app.test.database.run(sql`
      UPDATE notifications.delivery
      SET state = 'sending', lease_until = now() + ${until}::interval, settled_at = NULL WHERE id = ${id}::uuid`);

  it('holds its delivery for a while; then another takes over', async () => {
    const person = await newPerson();
    await withBrowser(person);
    await app.tell(person.id);
    await app.drain();
    const { id } = await deviceDelivery(person);
    const before = push.received.length;
    await sending(id, '1 minute');
    await expect(app.deliver(id)).rejects.toThrow('Another process has this delivery');
    expect(push.received.length).toBe(before);
    await sending(id, '-1 second');
    await app.deliver(id);
    expect(push.received.length).toBe(before + 1);
    expect(await deviceDelivery(person)).toMatchObject({ state: 'sent' });
  });
});

describe('devices in trouble', () => {
  it.each([404, 410])('forgets a browser whose service answers %i', async (status) => {
    const person = await newPerson();
    await withBrowser(person);
    push.behave({ kind: 'status', status });
    await app.tell(person.id);
    await app.drain();
    push.behave({ kind: 'works' });
    expect(await devicesOf(person)).toBe(0);
    expect(await statesOf(person)).toContainEqual(['device', 'failed', 'gone']);
  });

  it.each([404, 403])('forgets a phone that FCM answers %i for', async (status) => {
    const person = await newPerson();
    await withPhone(person);
    fcm.behave({ kind: 'status', status });
    await app.tell(person.id);
    await app.drain();
    fcm.behave({ kind: 'works' });
    expect(await devicesOf(person)).toBe(0);
  });

  it.each([
    ['429 with a wait', { kind: 'status', status: 429, retryAfter: '120' }, 120],
    ['429 without one', { kind: 'status', status: 429 }, 15],
    ['503 with a wait', { kind: 'status', status: 503, retryAfter: '45' }, 45],
    ['500', { kind: 'status', status: 500 }, 15],
    ['nothing', { kind: 'hangs' }, 15],
  ] as const)('tries again later after %s', async (_what, trouble, wait) => {
    const person = await newPerson();
    await withBrowser(person);
    push.behave(trouble);
    await app.tell(person.id);
    await app.drain();
    push.behave({ kind: 'works' });
    const waiting = await deviceDelivery(person);
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1 });
    expect(Math.abs(seconds(waiting.due_at) - wait)).toBeLessThanOrEqual(10);
    await app.deliver(waiting.id);
    expect(await deviceDelivery(person)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(await devicesOf(person)).toBe(1);
  });

  it('gives up in the end, and at once when trying again is useless', async () => {
    const person = await newPerson();
    await withBrowser(person);
    push.behave({ kind: 'status', status: 429 });
    await app.tell(person.id);
    await app.drain();
    const { id } = await deviceDelivery(person);
    for (let attempt = 0; attempt < 8; attempt += 1) await app.deliver(id);
    expect(await deviceDelivery(person)).toMatchObject({
      state: 'failed',
      reason: 'status_429',
      attempts: 8,
    });
    push.behave({ kind: 'status', status: 413 });
    await app.tell(person.id);
    await app.drain();
    push.behave({ kind: 'works' });
    expect(await statesOf(person)).toContainEqual(['device', 'failed', 'status_413']);
  });

  it('forgets a browser whose keys turn out to be none', async () => {
    const person = await newPerson();
    await withBrowser(person);
    await app.test.database.run(
      sql`UPDATE notifications.device SET p256dh = ${'A'.repeat(87)} WHERE user_id = ${person.id}::uuid`,
    );
    await app.tell(person.id);
    await app.drain();
    expect(await devicesOf(person)).toBe(0);
  });

  it('does not follow a redirect', async () => {
    const person = await newPerson();
    await withBrowser(person);
    push.behave({ kind: 'status', status: 307 });
    await app.tell(person.id);
    await app.drain();
    push.behave({ kind: 'works' });
    expect(await statesOf(person)).toContainEqual(['device', 'failed', 'status_307']);
  });
});

describe('what the person wants', () => {
  const setPreferences = async (person: TestPerson, body: object) =>
    (await testClient(app, person.accessToken)(contract.setPreferences, { body: { ...body } })).reply();
  const off = { in_app: false, email: false, push: false, telegram: false };

  it('keeps to a preference, for the inbox too', async () => {
    const person = await newPerson();
    await withBrowser(person);
    await setPreferences(person, {
      kinds: [{ kind: 'sample.parcel_arrived', channels: { ...off, push: true } }],
      quiet_hours: null,
    });
    await app.tell(person.id);
    await app.drain();
    expect(await statesOf(person)).toEqual([
      ['push', 'sent', null],
      ['device', 'sent', null],
    ]);
    const client = testClient(app, person.accessToken);
    expect((await client(contract.listNotifications)).reply().items).toEqual([]);
    // The device still gets the text.
    const id = String((push.received.at(-1)?.payload as { id?: unknown } | undefined)?.id);
    expect((await client(contract.getNotification, { params: { id } })).reply().title).toBe(
      'Your parcel is here',
    );
  });

  it('waits for the end of quiet hours, unless urgent, and skips what was read by then', async () => {
    const person = await newPerson();
    await withBrowser(person);
    // Quiet all day but for the minute before this one.
    const minute = (offset: number) =>
      new Date(clock().getTime() + offset * 60_000).toISOString().slice(11, 16);
    await app.test.database.run(
      sql`UPDATE identity.account SET time_zone = 'UTC' WHERE id = ${person.id}::uuid`,
    );
    await setPreferences(person, { kinds: [], quiet_hours: { from: minute(-5), to: minute(-6) } });
    await app.tell(person.id);
    await app.tell(person.id, { kind: 'sample.doctor_arrived' });
    await app.drain();
    const deliveries = await app.deliveries(person.id);
    expect(deliveries.map(({ state }) => state).sort()).toEqual(['sent', 'sent', 'waiting', 'waiting']);
    const [held] = deliveries.filter(({ state }) => state === 'waiting');
    expect(seconds(held?.due_at ?? clock())).toBeGreaterThan(23 * 3_600);
    await app.deliver(held?.id ?? '');
    expect((await app.deliveries(person.id)).find(({ id }) => id === held?.id)?.state).toBe('waiting');
    await testClient(app, person.accessToken)(contract.readAllNotifications);
    shift = 24 * 3_600_000;
    try {
      for (const { id } of deliveries) await app.deliver(id);
    } finally {
      shift = 0;
    }
    expect(await statesOf(person)).toContainEqual(['email', 'skipped', 'read']);
    expect(await statesOf(person)).toContainEqual(['push', 'skipped', 'read']);
  });

  it('pushes nothing that a window has shown', async () => {
    const slow = await startNotificationsApp({
      modules,
      environment: { NOTIFICATIONS_PUSH_DELAY_SECONDS: '600' },
    });
    try {
      const person = await signedInPerson(slow, { name: 'ann' });
      const client = testClient(slow, person.accessToken);
      const body = { platform: 'webpush', label: 'B', subscription: push.subscribe() } as const;
      await client(contract.registerDevice, { body });
      await slow.tell(person.id);
      await expect.poll(() => slow.deliveries(person.id), { timeout: 10_000 }).toHaveLength(2);
      const { id } = (await client(contract.listNotifications)).reply().items[0] ?? { id: '' };
      expect((await client(contract.acknowledgeNotification, { params: { id } })).status).toBe(204);
      const waiting = (await slow.deliveries(person.id)).find(({ channel }) => channel === 'push');
      expect(waiting).toMatchObject({ state: 'waiting' });
      await slow.deliver(waiting?.id ?? '');
      expect((await slow.deliveries(person.id)).find(({ channel }) => channel === 'push')).toMatchObject({
        state: 'skipped',
        reason: 'seen',
      });
      expect((await client(contract.countNotifications)).reply().unread).toBe(1);
    } finally {
      await slow.close();
    }
  });
});

describe('people who left', () => {
  it('get nothing, and nothing of them stays', async () => {
    const person = await newPerson();
    await withBrowser(person);
    await app.tell(person.id);
    const privacy = app.service.personalData;
    await app.app.database.transaction(async (tx) => {
      await privacy.erase(tx, person.id);
      await privacy.erase(tx, person.id);
      await tx.run(sql`DELETE FROM identity.account WHERE id = ${person.id}::uuid`);
    });
    const before = push.received.length;
    await app.tell(person.id, { kind: 'sample.doctor_arrived' });
    await app.drain();
    expect(push.received.length).toBe(before);
    const left = await app.test.database.rows(
      sql`SELECT 1 FROM notifications.notification WHERE user_id = ${person.id}::uuid`,
    );
    expect(left).toEqual([]);
  });
});
