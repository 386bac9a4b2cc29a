import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityRef } from '#capabilities/identity/server';
import { signedInPerson, type TestPerson } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { defineModule } from '#platform/server/modules';
import type { Realtime } from '#platform/server/realtime';
import { type TestClient, testClient } from '#platform/testing';
import * as contract from '../contract/index.ts';
import { type NotificationsApp, startNotificationsApp } from '../testing/index.ts';
import { inboxRule } from './inbox/channel.ts';
import { notificationsModule } from './module.ts';

let realtime: Realtime;
const ear = defineModule({
  name: 'ear',
  create: (context) => {
    realtime = context.realtime;
  },
});
const modules = [identityModule, notificationsModule, ear];
let app: NotificationsApp;
let ann: TestPerson;
let bob: TestPerson;
let as: { readonly ann: TestClient; readonly bob: TestClient; readonly nobody: TestClient };

beforeAll(async () => {
  app = await startNotificationsApp({ modules });
  ann = await signedInPerson(app, { name: 'ann' });
  bob = await signedInPerson(app, { name: 'bob' });
  as = {
    ann: testClient(app, ann.accessToken),
    bob: testClient(app, bob.accessToken),
    nobody: testClient(app),
  };
});
afterAll(() => app.close());

const first = async (client: TestClient) => {
  const notice = (await client(contract.listNotifications)).reply().items[0];
  if (notice === undefined) throw new Error('The inbox is empty.');
  return notice;
};
const unread = async (client: TestClient) => (await client(contract.countNotifications)).reply().unread;

describe('the inbox', () => {
  it('has a notice at once, in the language of the reader', async () => {
    await app.tell(ann.id, { path: '/app/parcels/1' });
    expect(await unread(as.ann)).toBe(1);
    expect(await first(as.ann)).toMatchObject({
      kind: 'sample.parcel_arrived',
      title: 'Your parcel is here',
      body: 'It waits for you at the door.',
      path: '/app/parcels/1',
      read_at: null,
    });
    const russian = await as.ann(contract.listNotifications, { headers: { 'accept-language': 'ru' } });
    expect(russian.reply().items[0]?.title).toBe('Посылка пришла');
  });

  it('pages from the newest to the oldest, unread ones alone when asked', async () => {
    const person = await signedInPerson(app, { name: 'reader' });
    const client = testClient(app, person.accessToken);
    for (let index = 0; index < 5; index += 1) await app.tell(person.id, { values: { place: `${index}` } });
    const [, second] = (await client(contract.listNotifications, { query: { limit: 2 } })).reply().items;
    await client(contract.readNotification, { params: { id: second?.id ?? '' } });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, unknown> = {
        limit: 2,
        unread: true,
        ...(cursor === null ? {} : { cursor }),
      };
      const page = (await client(contract.listNotifications, { query })).reply();
      seen.push(...page.items.map(({ body }) => body));
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual(['4', '2', '1', '0'].map((place) => `It waits for you at ${place}.`));
    const { read } = (await client(contract.readAllNotifications)).reply();
    expect([read, await unread(client)]).toEqual([4, 0]);
    expect((await client(contract.readAllNotifications)).reply().read).toBe(0);
  });

  it('marks as read once, and takes out for good', async () => {
    await app.tell(ann.id, { key: 'repeated' });
    const { id } = await first(as.ann);
    const read = (await as.ann(contract.readNotification, { params: { id } })).reply();
    const again = (await as.ann(contract.readNotification, { params: { id } })).reply();
    expect(read.read_at).not.toBeNull();
    expect(again).toEqual(read);
    expect((await as.ann(contract.getNotification, { params: { id } })).reply()).toEqual(read);
    expect((await as.ann(contract.deleteNotification, { params: { id } })).status).toBe(204);
    expect((await as.ann(contract.getNotification, { params: { id } })).status).toBe(404);
    // The event comes a second time: what was taken out does not come back.
    await app.tell(ann.id, { key: 'repeated' });
    expect((await as.ann(contract.listNotifications)).reply().items.map((one) => one.id)).not.toContain(id);
  });

  it('tells once per key and person', async () => {
    const before = await unread(as.ann);
    await app.tell(ann.id, { key: 'the same' });
    await app.tell(ann.id, { key: 'the same', values: { place: 'elsewhere' } });
    expect(await unread(as.ann)).toBe(before + 1);
  });

  it('shows a notice for later only then', async () => {
    const before = await unread(as.ann);
    await app.tell(ann.id, { notBefore: new Date(Date.now() + 3_600_000) });
    expect(await unread(as.ann)).toBe(before);
  });

  it('tells open windows what happens, ids only', async () => {
    const person = await signedInPerson(app, { name: 'watcher' });
    const client = testClient(app, person.accessToken);
    const heard: Readonly<Record<string, unknown>>[] = [];
    const stop = realtime.follow(`inbox:${person.id}`, (message) => heard.push(message));
    await app.tell(person.id);
    const { id, kind } = await first(client);
    await client(contract.readNotification, { params: { id } });
    await client(contract.readNotification, { params: { id } });
    await client(contract.deleteNotification, { params: { id } });
    await app.tell(person.id);
    await client(contract.readAllNotifications);
    await expect.poll(() => heard.length).toBe(5);
    stop();
    expect(heard.slice(0, 3)).toEqual([
      { event: 'arrived', id, kind },
      { event: 'read', id },
      { event: 'deleted', id },
    ]);
    expect(heard.at(-1)).toEqual({ event: 'read_all' });
  });

  it('may be followed by its owner only', async () => {
    const callerOf = async (id: string) => {
      const caller = await app.app.service(identityRef).callerOf(id);
      if (caller === undefined) throw new Error('There is no such account.');
      return caller;
    };
    expect(inboxRule.mayFollow(await callerOf(ann.id), ann.id)).toBe(true);
    expect(inboxRule.mayFollow(await callerOf(bob.id), ann.id)).toBe(false);
  });

  it('is nobody else’s', async () => {
    await app.tell(ann.id);
    const { id } = await first(as.ann);
    const single = [
      contract.getNotification,
      contract.readNotification,
      contract.acknowledgeNotification,
      contract.deleteNotification,
    ];
    for (const route of single) {
      const answer = await as.bob(route, { params: { id } });
      expect([answer.status, answer.problem().code]).toEqual([404, 'notifications.not_found']);
      expect((await as.nobody(route, { params: { id } })).status).toBe(401);
    }
    expect(await unread(as.bob)).toBe(0);
    expect((await first(as.ann)).read_at).toBeNull();
  });

  it.each([
    ['an id that is none', contract.getNotification, { params: { id: 'x' } }, 422],
    ['a limit of 0', contract.listNotifications, { query: { limit: 0 } }, 422],
    ['a limit of 101', contract.listNotifications, { query: { limit: 101 } }, 422],
    ['a made-up cursor', contract.listNotifications, { query: { cursor: 'zz~zz' } }, 422],
    ['unread that is no boolean', contract.listNotifications, { query: { unread: 'perhaps' } }, 422],
  ] as const)('refuses %s', async (_what, route, input, status) => {
    expect((await as.ann(route, input)).status).toBe(status);
  });

  it.each([
    contract.listNotifications,
    contract.countNotifications,
    contract.readAllNotifications,
    contract.listDevices,
    contract.getPreferences,
  ])('is closed to nobody: $name', async (route) => {
    expect((await as.nobody(route)).status).toBe(401);
  });
});

describe('what modules may send', () => {
  it.each([
    ['an unknown kind', { kind: 'sample.unheard_of' }],
    ['a path outside', { path: 'https://elsewhere.example/' }],
    ['a path of another application', { path: '/application' }],
    ['a path with a backslash', { path: '/app/\\elsewhere.example' }],
    ['no key', { key: '' }],
    ['a recipient that is no id', { userId: 'ann@people.test' }],
    ['a number that is none', { values: { place: Number.NaN } }],
  ])('is not %s', async (_what, notice) => {
    await expect(app.tell(ann.id, notice)).rejects.toThrow('Notice refused');
  });

  it('keeps odd characters out of the way', async () => {
    await app.tell(ann.id, { values: { place: 'a\0b\ud800' } });
    expect((await first(as.ann)).body).toBe('It waits for you at ab\ufffd.');
  });
});
