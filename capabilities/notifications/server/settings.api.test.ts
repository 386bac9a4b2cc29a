import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, signedInPerson, type TestPerson } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { sql } from '#platform/server/database';
import { type TestClient, testClient } from '#platform/testing';
import * as contract from '../contract/index.ts';
import {
  type NotificationsApp,
  type PushServiceDouble,
  startNotificationsApp,
  startPushServiceDouble,
} from '../testing/index.ts';
import { notificationsModule } from './module.ts';

const modules = [identityModule, notificationsModule];
let app: NotificationsApp;
let push: PushServiceDouble;
let ann: TestPerson;
let bob: TestPerson;
let asAnn: TestClient;
let asBob: TestClient;

beforeAll(async () => {
  push = await startPushServiceDouble();
  app = await startNotificationsApp({ modules });
  ann = await signedInPerson(app, { name: 'ann' });
  bob = await signedInPerson(app, { name: 'bob' });
  asAnn = testClient(app, ann.accessToken);
  asBob = testClient(app, bob.accessToken);
});
afterAll(async () => {
  await app.close();
  await push.close();
});

const browser = (subscription = push.subscribe(), label = 'Browser') =>
  ({ platform: 'webpush', label, subscription }) as const;
const labels = async (client: TestClient) =>
  (await client(contract.listDevices)).reply().items.map(({ label }) => label);

describe('devices', () => {
  it('are registered again rather than twice, and never show their address', async () => {
    const body = browser(undefined, 'Laptop');
    const once = await asAnn(contract.registerDevice, { body });
    const again = await asAnn(contract.registerDevice, { body: { ...body, label: 'My laptop' } });
    expect(once.status).toBe(201);
    expect(again.reply().id).toBe(once.reply().id);
    const list = await asAnn(contract.listDevices);
    expect(list.reply().items.map(({ label }) => label)).toEqual(['My laptop']);
    expect(list.reply().web_push_key).toMatch(/^[\w-]{87}$/);
    expect(list.text).not.toContain(push.url);
  });

  it('move to who signs in there, as a new device', async () => {
    const body = browser(undefined, 'Shared');
    const hers = (await asAnn(contract.registerDevice, { body })).reply();
    const his = (await asBob(contract.registerDevice, { body })).reply();
    expect(his.id).not.toBe(hers.id);
    expect(await labels(asAnn)).not.toContain('Shared');
    expect(await labels(asBob)).toContain('Shared');
  });

  it('are at most twenty, the ones used last', async () => {
    const crowd = await signedInPerson(app, { name: 'crowd' });
    const client = testClient(app, crowd.accessToken);
    for (let index = 0; index < 22; index += 1)
      await client(contract.registerDevice, { body: browser(undefined, `${index}`) });
    expect(await labels(client)).toHaveLength(20);
    expect(await labels(client)).not.toContain('1');
  });

  it('are deleted by their owner only', async () => {
    const { id } = (await asAnn(contract.registerDevice, { body: browser() })).reply();
    const foreign = await asBob(contract.deleteDevice, { params: { id } });
    expect([foreign.status, foreign.problem().code]).toEqual([404, 'notifications.device_not_found']);
    expect((await asAnn(contract.deleteDevice, { params: { id } })).status).toBe(204);
    expect((await asAnn(contract.deleteDevice, { params: { id } })).status).toBe(404);
  });

  it('go when their session is signed out', async () => {
    const person = await signedInPerson(app, { name: 'leaving' });
    await testClient(app, person.accessToken)(contract.registerDevice, { body: browser() });
    const count = async () =>
      (
        await app.test.database.rows(
          sql`SELECT 1 FROM notifications.device WHERE user_id = ${person.id}::uuid`,
        )
      ).length;
    expect(await count()).toBe(1);
    const body = { refresh_token: person.refreshToken };
    expect((await send(app, 'POST', '/auth/logout', { body, headers: person.headers })).status).toBeLessThan(
      300,
    );
    await expect.poll(count, { timeout: 10_000 }).toBe(0);
  });

  const good = { endpoint: 'https://fcm.googleapis.com/fcm/send/x', keys: { p256dh: '', auth: '' } };
  it.each([
    [
      'a host that is no push service',
      { endpoint: 'https://169.254.169.254/latest' },
      'notifications.push_service_refused',
    ],
    ['plain http', { endpoint: 'http://fcm.googleapis.com/x' }, 'notifications.push_service_refused'],
    [
      'a key that is a point of no curve',
      {
        keys: {
          p256dh: Buffer.concat([Buffer.of(4), Buffer.alloc(64, 7)]).toString('base64url'),
          auth: 'A'.repeat(22),
        },
      },
      'notifications.bad_subscription',
    ],
    [
      'a key that is no point',
      { keys: { p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) } },
      'notifications.bad_subscription',
    ],
  ])('are refused with %s', async (_what, change, code) => {
    const subscription = { ...good, keys: push.subscribe().keys, ...change };
    const answer = await asAnn(contract.registerDevice, { body: browser(subscription) });
    expect([answer.status, answer.problem().code]).toEqual([422, code]);
  });

  it.each([
    ['no label', { ...browserless(), label: '' }],
    ['a blank label', { ...browserless(), label: '  ' }],
    ['a long label', { ...browserless(), label: 'x'.repeat(101) }],
    ['an unknown platform', { ...browserless(), platform: 'pager' }],
    ['a token with a space', { ...browserless(), token: 'a b'.repeat(20) }],
    ['a short token', { ...browserless(), token: 'short' }],
    ['a browser without a subscription', { platform: 'webpush', label: 'x' }],
  ])('are refused with %s', async (_what, body) => {
    expect((await asAnn(contract.registerDevice, { body })).status).toBe(422);
  });

  it('are closed to nobody', async () => {
    expect((await testClient(app)(contract.registerDevice, { body: browser() })).status).toBe(401);
  });
});

function browserless() {
  return { platform: 'fcm', label: 'Phone', token: 'abcdefghijklmnopqrstuvwxyz:ABC-_0' };
}

describe('preferences', () => {
  const all = { in_app: true, email: true, push: true, telegram: false };
  const choose = (kinds: readonly unknown[], quiet_hours: unknown = null) =>
    asAnn(contract.setPreferences, { body: { kinds, quiet_hours } });
  const channelsOf = async (client: TestClient, kind: string) =>
    (await client(contract.getPreferences)).reply().kinds.find((one) => one.kind === kind)?.channels;

  it('begin with what each kind uses, labelled in the reader’s language', async () => {
    const reply = (await asBob(contract.getPreferences, { headers: { 'accept-language': 'ru' } })).reply();
    expect(reply.kinds.map(({ label, urgent }) => [label, urgent])).toEqual([
      ['Посылки', false],
      ['Врач', true],
      ['Чат', false],
    ]);
    expect(reply).toMatchObject({ available: ['in_app', 'email', 'push'], quiet_hours: null });
    expect(reply.kinds[0]?.channels).toEqual(all);
  });

  it('keep what was chosen and go back to the defaults when a kind is left out', async () => {
    const chosen = { ...all, email: false, telegram: true };
    const hours = { from: '22:30', to: '07:05' };
    const reply = (await choose([{ kind: 'sample.parcel_arrived', channels: chosen }], hours)).reply();
    expect(reply.quiet_hours).toEqual(hours);
    expect(await channelsOf(asAnn, 'sample.parcel_arrived')).toEqual(chosen);
    expect(await channelsOf(asBob, 'sample.parcel_arrived')).toEqual(all);
    expect((await choose([])).reply().quiet_hours).toBeNull();
    expect(await channelsOf(asAnn, 'sample.parcel_arrived')).toEqual(all);
  });

  it.each([
    ['an unknown kind', [{ kind: 'sample.nothing', channels: all }], null, 'notifications.unknown_kind'],
    [
      'a kind twice',
      [
        { kind: 'sample.parcel_arrived', channels: all },
        { kind: 'sample.parcel_arrived', channels: all },
      ],
      null,
      'notifications.kind_named_twice',
    ],
    ['hours without length', [], { from: '10:00', to: '10:00' }, 'notifications.empty_quiet_hours'],
    ['hours that are none', [], { from: '24:00', to: '07:00' }, undefined],
    ['half a choice', [{ kind: 'sample.parcel_arrived', channels: { email: true } }], null, undefined],
    [
      'an unknown channel',
      [{ kind: 'sample.parcel_arrived', channels: { ...all, fax: true } }],
      null,
      undefined,
    ],
    ['a misnamed kind', [{ kind: 'Parcel', channels: all }], null, undefined],
  ])('refuse %s', async (_what, kinds, hours, code) => {
    const answer = await choose(kinds, hours);
    expect(answer.status).toBe(422);
    if (code !== undefined) expect(answer.problem().code).toBe(code);
  });
});
