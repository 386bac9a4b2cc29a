import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { newId } from '#base/ids';
import { at, call, listAt, signIn, textAt } from './client.ts';
import { done, somebody } from './isolation/objects.ts';
import { type RunningProcess, startProcess } from './process.ts';
import { type Connection, connect } from './sockets.ts';
import { until } from './until.ts';

const target = inject('targetUrl');
const connections: Connection[] = [];
const opened: RunningProcess[] = [];

afterEach(async () => {
  for (const connection of connections.splice(0)) connection.cut();
  for (const running of opened.splice(0).reverse()) await running.close();
});

function join(url: string, path: string, token: string): Connection {
  const connection = connect(url, path, token);
  connections.push(connection);
  return connection;
}

const typesOf = ({ frames }: Connection) => frames.map((frame) => at(frame, 'type'));

/** Said and heard by oneself: whoever else is in the room hears from now on as well. */
async function settled(connection: Connection): Promise<void> {
  await connection.opened;
  connection.say({ type: 'send', client_id: newId(), text: 'Here.' });
  await until('An answer', async () => (typesOf(connection).includes('ack') ? true : undefined));
}

describe('an account that is locked', () => {
  it('loses its sockets at once, and cannot connect again until it is unlocked', async () => {
    const [person, friend] = [await somebody(), await somebody()];
    const admin = await signIn(target, 'admin');
    const group = { kind: 'group', title: 'Trip', member_ids: [friend.id] };
    const room = textAt((await done('/chats/', { token: person.token, json: group })).json, 'id');
    const path = `/chats/${room}/${person.id}`;
    const chat = join(target, path, person.token);
    const notices = join(target, '/ws', person.token);
    const other = join(target, `/chats/${room}/${friend.id}`, friend.token);
    await Promise.all([settled(chat), settled(other), notices.opened]);

    const reason = { reason: 'Asked for by the owner' };
    await done(`/users/${person.id}/lock`, { token: admin, json: reason });
    // Not when the next message comes, nor when the token runs out.
    const tooLate = new AbortController();
    const late = sleep(5_000, ['late'], { signal: tooLate.signal }).catch(() => []);
    expect(await Promise.race([Promise.all([chat.closed, notices.closed]), late])).toEqual([4401, 4401]);
    tooLate.abort();
    expect(await join(target, path, person.token).closed).toBeOneOf([4401, 4403]);
    expect((await call(target, `/chats/${room}`, { token: person.token })).status).toBe(401);

    // The others go on.
    const before = other.frames.length;
    other.say({ type: 'send', client_id: newId(), text: 'Where did they go?' });
    await until('The others’ message', async () => (other.frames.length > before ? true : undefined));
    await done(`/users/${person.id}/unlock`, { token: admin, method: 'POST' });
  });

  it('never gets into a room of others, with a good token or none', async () => {
    const [owner, friend, stranger] = [await somebody(), await somebody(), await somebody()];
    const group = { kind: 'group', title: 'Trip', member_ids: [friend.id] };
    const room = textAt((await done('/chats/', { token: owner.token, json: group })).json, 'id');
    const tries = [
      join(target, `/chats/${room}/${stranger.id}`, stranger.token),
      join(target, `/chats/${room}/${owner.id}`, stranger.token),
      join(target, `/chats/${room}/${owner.id}`, 'nonsense'),
      join(target, '/ws', 'nonsense'),
    ];
    const codes = await Promise.all(tries.map(({ closed }) => closed));
    expect(codes).toEqual([4403, 4403, 4401, 4401]);
    expect(tries.flatMap(({ frames }) => frames)).toEqual([]);
  });
});

describe('a chat over the death of the process', () => {
  it('keeps everything that was acknowledged, once, in its order; what was missed comes first', async () => {
    const environment = {
      RATE_LIMIT_PER_MINUTE: '1000000',
      TRUST_PROXY: '127.0.0.1',
      PUBLIC_URL: 'http://quintet.test',
    };
    const first = await startProcess({ environment });
    opened.push(first);
    const [user, author] = [await signIn(first.url, 'user'), await signIn(first.url, 'author')];
    const me = textAt((await call(first.url, '/profile/me', { token: user })).json, 'id');
    const them = textAt((await call(first.url, '/profile/me', { token: author })).json, 'id');
    const json = { kind: 'direct', user_id: them };
    const room = textAt((await call(first.url, '/chats/', { token: user, json })).json, 'id');
    const chat = join(first.url, `/chats/${room}/${me}`, user);
    await chat.opened;
    const said = Array.from({ length: 30 }, (_, index) => ({ client_id: newId(), text: `Line ${index}.` }));
    for (const line of said) chat.say({ type: 'send', ...line });
    const acknowledged = () =>
      chat.frames.filter((frame) => at(frame, 'type') === 'ack').map((frame) => at(frame, 'client_id'));
    await until('Half of the answers', async () => (acknowledged().length >= 15 ? true : undefined));
    await first.end('SIGKILL');
    await chat.closed;
    const kept = acknowledged();

    const second = await startProcess({ environment, dataDir: first.dataDir });
    opened.push(second);
    // Whoever did not hear that a line was taken says it again; nothing is said twice by that.
    for (const line of said) {
      const again = await call(second.url, `/chats/${room}/messages`, { token: user, json: line });
      expect(again.status).toBeLessThan(300);
    }
    const { json: page } = await call(second.url, `/chats/${room}/messages?limit=100`, { token: author });
    const found = listAt(page, 'items').map((message) => at(message, 'client_id'));
    expect(found.slice(0, kept.length)).toEqual(kept);
    expect(found).toHaveLength(said.length);
    expect(new Set(found)).toEqual(new Set(said.map(({ client_id }) => client_id)));

    const last = listAt(page, 'items').at(9);
    const missed = join(second.url, `/chats/${room}/${them}?after_seq=${at(last, 'seq')}`, author);
    const heard = () =>
      missed.frames
        .filter((frame) => at(frame, 'type') === 'message')
        .map((frame) => at(frame, 'message', 'client_id'));
    await until('What was missed', async () => (heard().length >= 20 ? true : undefined));
    expect(heard()).toEqual(found.slice(10));
  });
});
