import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { defineRef } from '#base/ref';
import { lockUser } from '#capabilities/identity/contract';
import { signedInPerson, type TestPerson } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { type App, startApp } from '#platform/server/app';
import { startTestApp, type TestApp, testClient } from '#platform/testing';
import type { ServerFrame } from '../../contract/index.ts';
import * as contract from '../../contract/index.ts';
import { type ChatClient, connectChat, createNeighbours } from '../../testing/index.ts';
import { chatRef } from '../index.ts';
import { chatModule } from '../module.ts';
import type { ChatService } from '../service.ts';

const neighbours = createNeighbours();
const modules = [identityModule, ...neighbours.modules, chatModule];
const patience = { timeout: 25_000, interval: 20 };
let test: TestApp;
let others: App[];
let clients: ChatClient[];
let ann: TestPerson;
let bob: TestPerson;
let eve: TestPerson;
let mod: TestPerson;

/** Another process on the same database, as far as it can be told apart from here. */
async function anotherProcess(): Promise<App> {
  const app = await startApp({
    modules,
    version: '0.0.0-test',
    environment: {
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      PUBLIC_URL: 'http://quintet.test',
      DATABASE_URL: test.test.url,
      DATA_DIR: test.app.config.dataDir,
      SECRET_KEY: 'a secret key for tests, long enough for anybody',
      LOG_LEVEL: 'silent',
      ROLE: 'http',
    },
  });
  others.push(app);
  return app;
}

interface Place {
  readonly url?: string | undefined;
  readonly userId?: string;
  readonly token?: string;
  readonly after?: { readonly seq: number; readonly rev?: number };
}

function connect(who: TestPerson, roomId: string, more: Place = {}): ChatClient {
  const client = connectChat({
    url: more.url ?? test.url ?? '',
    roomId,
    userId: more.userId ?? who.id,
    token: more.token ?? who.accessToken,
    ...(more.after === undefined ? {} : { after: more.after }),
  });
  clients.push(client);
  return client;
}

/** In the room: whatever is said from now on arrives. */
async function enter(who: TestPerson, roomId: string, url?: string): Promise<ChatClient> {
  const client = connect(who, roomId, { url });
  await client.opened;
  client.say({ type: 'send', client_id: newId(), text: 'here' });
  await expect.poll(() => client.frames.some(({ type }) => type === 'ack'), patience).toBe(true);
  return client;
}

const texts = (client: ChatClient): readonly string[] =>
  client.messages.map(({ text }) => text).filter((text) => text !== 'here');
const seen = <Type extends ServerFrame['type']>(client: ChatClient, type: Type) =>
  client.frames.filter((frame): frame is ServerFrame & { readonly type: Type } => frame.type === type);
const send = (client: ChatClient, text: string): void =>
  client.say({ type: 'send', client_id: newId(), text });

async function room(): Promise<string> {
  const body = { kind: 'group', title: 'Trip', member_ids: [bob.id] } as const;
  return (await testClient(test, ann.accessToken)(contract.openRoom, { body })).reply().id;
}

beforeAll(async () => {
  test = await startTestApp({ modules, listen: true });
  ann = await signedInPerson(test, { name: 'ann' });
  bob = await signedInPerson(test, { name: 'bob' });
  eve = await signedInPerson(test, { name: 'eve' });
  mod = await signedInPerson(test, { name: 'mod', roles: ['moderator', 'admin'] });
});
beforeEach(() => {
  others = [];
  clients = [];
  neighbours.judge = () => 'clean';
});
afterEach(async () => {
  for (const client of clients) client.cut();
  for (const app of others) await app.stop();
});
afterAll(() => test.close());

describe('the door', () => {
  it('closes with 4401 without a valid token, 4403 for the place of somebody else', async () => {
    const id = await room();
    const codes = await Promise.all([
      connect(ann, id, { token: 'nonsense' }).closed,
      connect(ann, id, { userId: bob.id }).closed,
      connect(eve, id).closed,
      connect(ann, newId()).closed,
      connect(ann, 'no-id').closed,
    ]);
    expect(codes).toEqual([4401, 4403, 4403, 4403, 4403]);
  });

  it('ends the sockets of a locked account, and lets it in no more', async () => {
    const id = await room();
    const max = await signedInPerson(test, { name: 'max' });
    await testClient(test, ann.accessToken)(contract.addMember, { params: { id, user_id: max.id } });
    const inside = await enter(max, id);
    const body = { reason: 'Spam in every room' };
    const locked = await testClient(test, mod.accessToken)(lockUser, { params: { id: max.id }, body });
    expect(locked.status).toBe(200);
    expect(await inside.closed).toBe(4401);
    // The session ended with the lock, and whoever has no session is not told more than that.
    expect([4401, 4403]).toContain(await connect(max, id).closed);
  });

  it('closes with 1008 for nonsense', async () => {
    const id = await room();
    for (const text of ['hello', '{}', '{"type":"send","text":"no id"}']) {
      const client = await enter(ann, id);
      client.write(text);
      expect(await client.closed).toBe(1008);
    }
  });

  it('closes with 4403 in every process when somebody is taken out of the room', async () => {
    const id = await room();
    const there = await anotherProcess();
    const here = await enter(bob, id);
    const elsewhere = await enter(bob, id, there.url);
    await testClient(test, ann.accessToken)(contract.removeMember, { params: { id, user_id: bob.id } });
    expect(await Promise.all([here.closed, elsewhere.closed])).toEqual([4403, 4403]);
  });
});

describe('talking', () => {
  it('acknowledges, tells everybody, and says a message with the same client id once', async () => {
    const id = await room();
    const [a, b] = [await enter(ann, id), await enter(bob, id)];
    for (const _again of [1, 2]) a.say({ type: 'send', client_id: 'once', text: 'Hello' });
    await expect.poll(() => seen(a, 'ack').length, patience).toBe(3);
    const acks = seen(a, 'ack').filter((ack) => ack.client_id === 'once');
    expect(acks[0]).toEqual(acks[1]);
    await expect.poll(() => texts(b), patience).toEqual(['Hello']);
    expect(texts(a)).toEqual(['Hello']);
  });

  it('tells of edits, deletions, typing and reading', async () => {
    const id = await room();
    const [a, b] = [await enter(ann, id), await enter(bob, id)];
    send(a, 'Helo');
    await expect.poll(() => texts(b), patience).toEqual(['Helo']);
    const message = b.messages.at(-1);
    if (message === undefined) throw new Error('Nothing came.');
    a.say({ type: 'edit', id: message.id, text: 'Hello' });
    await expect
      .poll(() => seen(b, 'edited').map((frame) => frame.message.text), patience)
      .toEqual(['Hello']);
    b.say({ type: 'edit', id: message.id, text: 'Mine' });
    await expect
      .poll(() => seen(b, 'error'), patience)
      .toEqual([{ type: 'error', code: 'chat.not_author', id: message.id }]);
    a.say({ type: 'typing' });
    await expect.poll(() => seen(b, 'typing'), patience).toEqual([{ type: 'typing', user_id: ann.id }]);
    expect(seen(a, 'typing')).toEqual([]);
    b.say({ type: 'read', seq: message.seq });
    const read = { type: 'read', user_id: bob.id, seq: message.seq };
    await expect.poll(() => seen(a, 'read'), patience).toEqual([read]);
    a.say({ type: 'delete', id: message.id });
    await expect.poll(() => seen(b, 'deleted').map((frame) => frame.id), patience).toEqual([message.id]);
    send(a, '   ');
    await expect.poll(() => seen(a, 'error').map(({ code }) => code), patience).toEqual(['chat.empty']);
  });

  it('shows a held message to its author only, and to everybody once it is approved', async () => {
    const id = await room();
    const [a, b] = [await enter(ann, id), await enter(bob, id)];
    neighbours.judge = (text) => (text === 'bad' ? 'hold' : 'clean');
    send(a, 'bad');
    send(a, 'good');
    await expect.poll(() => texts(b), patience).toEqual(['good']);
    expect(texts(a)).toEqual(['bad', 'good']);
    const service = test.app.service(defineRef<ChatService>(chatRef.id));
    const held = a.messages.find(({ text }) => text === 'bad')?.id ?? '';
    await test.app.database.transaction((tx) => service.changing.release(tx, held));
    await expect.poll(() => texts(b), patience).toEqual(['good', 'bad']);
  });

  it('reaches 500 sockets once and in order, from every process', async () => {
    const id = await room();
    const there = await anotherProcess();
    const urls = [test.url, there.url];
    const places = Array.from({ length: 500 }, (_, n) => ({ who: n % 4 < 2 ? ann : bob, url: urls[n % 2] }));
    const crowd = places.map(({ who, url }) => connect(who, id, { url, after: { seq: 0, rev: 0 } }));
    await Promise.all(crowd.map(({ opened }) => opened));
    const speakers = crowd.slice(0, 8);
    for (let n = 0; n < 25; n += 1)
      for (const [at, speaker] of speakers.entries()) send(speaker, `${at}:${n}`);
    const total = 25 * speakers.length;
    await expect
      .poll(() => crowd.filter(({ messages }) => messages.length >= total).length, {
        ...patience,
        interval: 100,
      })
      .toBe(500);
    const numbers = Array.from({ length: total }, (_, n) => n + 1);
    for (const { messages } of crowd) expect(messages.map(({ seq }) => seq)).toEqual(numbers);
    // Every speaker's messages kept their order.
    const heard = crowd.at(-1)?.messages.map(({ text }) => text) ?? [];
    for (const at of speakers.keys()) {
      const own = heard.filter((text) => text.startsWith(`${at}:`));
      expect(own).toEqual(Array.from({ length: 25 }, (_, n) => `${at}:${n}`));
    }
  });
});

describe('resuming', () => {
  const positionOf = ({ messages, frames }: ChatClient) => ({
    seq: Math.max(0, ...messages.map(({ seq }) => seq)),
    rev: Math.max(
      0,
      ...frames.map((frame) => ('message' in frame ? frame.message.rev : 'rev' in frame ? frame.rev : 0)),
    ),
  });

  it('loses and doubles nothing when the process is restarted between', async () => {
    const id = await room();
    const first = await anotherProcess();
    const before = await enter(bob, id, first.url);
    const writer = await enter(ann, id);
    for (let n = 0; n < 10; n += 1) send(writer, `${n}`);
    await expect.poll(() => texts(before).length, patience).toBeGreaterThan(3);
    const stopped = first.stop();
    for (let n = 10; n < 30; n += 1) send(writer, `${n}`);
    await stopped;
    expect(await before.closed).toBe(1001);
    const changed = before.messages.find(({ text }) => text === '1');
    writer.say({ type: 'edit', id: changed?.id ?? '', text: 'one' });
    await expect.poll(() => seen(writer, 'edited').length, patience).toBe(1);
    const second = await anotherProcess();
    const after = connect(bob, id, { url: second.url, after: positionOf(before) });
    await after.opened;
    for (let n = 30; n < 40; n += 1) send(writer, `${n}`);
    const all = () => [...texts(before), ...texts(after)];
    await expect.poll(() => all().length, patience).toBe(40);
    expect(all()).toEqual(Array.from({ length: 40 }, (_, n) => `${n}`));
    expect(seen(after, 'edited').map(({ message }) => message.text)).toEqual(['one']);
  });

  it('goes back as far as a client asks, and starts at the end for one that is ahead', async () => {
    const id = await room();
    const writer = await enter(ann, id);
    for (const text of ['a', 'b', 'c']) send(writer, text);
    await expect.poll(() => texts(writer), patience).toEqual(['a', 'b', 'c']);
    const ahead = connect(bob, id, { after: { seq: 900, rev: 900 } });
    await ahead.opened;
    ahead.say({ type: 'send', client_id: 'x', text: 'd' });
    await expect.poll(() => texts(ahead), patience).toEqual(['d']);
    ahead.say({ type: 'resume', after_seq: 2 });
    await expect.poll(() => texts(ahead), patience).toEqual(['d', 'b', 'c', 'd']);
    send(writer, 'e');
    await expect.poll(() => texts(ahead).at(-1), patience).toBe('e');
  });

  it('tells of a gap that is too wide for a socket', async () => {
    const id = await room();
    const writer = await enter(ann, id);
    const service = test.app.service(defineRef<ChatService>(chatRef.id));
    const speaker = { userId: ann.id, isOperator: false };
    const draft = (n: number) => ({ clientId: `g${n}`, text: `${n}`, replyTo: null, attachmentIds: [] });
    await Promise.all(Array.from({ length: 600 }, (_, n) => service.sending.send(id, speaker, draft(n))));
    const late = connect(bob, id, { after: { seq: 1, rev: 1 } });
    await expect.poll(() => seen(late, 'gap'), patience).toEqual([{ type: 'gap', after_seq: 1 }]);
    send(writer, 'new');
    await expect.poll(() => texts(late), patience).toEqual(['new']);
  });
});
