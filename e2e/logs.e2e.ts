import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { at, call, demoPassword, listAt, textAt } from './client.ts';
import { type RunningProcess, startProcess } from './process.ts';
import { connect } from './sockets.ts';
import { until } from './until.ts';

const address = 'hidden-address-41@example.test';
const password = 'hidden password 8812 of nobody';
const wrongPassword = 'hidden wrong password 5521';
const said = 'hidden-message-words about a blue bicycle';
const noted = 'hidden-note-words about an umbrella';
const asked = 'hidden-question-words about the umbrella';
const named = 'Hidden Displayname';
const receipt = 'hidden-receipt-77@example.test';
const parcel = { name: 'Hidden Recipient', phone: '+7 921 555-83-27', address: 'Hidden Street 14, flat 88' };
const place = { lat: 59.9390713, lng: 30.3158229 };

/** Everything that must not be found again, by a name that may be shown when it is. */
const secrets = new Map<string, string>([
  ['address', address],
  ['password', password],
  ['wrong password', wrongPassword],
  ['demo password', demoPassword],
  ['message', 'hidden-message-words'],
  ['note', 'hidden-note-words'],
  ['question', 'hidden-question-words'],
  ['display name', named],
  ['receipt address', receipt],
  ['recipient', parcel.name],
  ['telephone', parcel.phone],
  ['street', 'Hidden Street'],
  ['latitude', '59.93907'],
  ['longitude', '30.31582'],
  ['chat', 'hidden-chat-words'],
  ['group', 'hidden-group-title'],
  ['review', 'hidden-review-words'],
  ['answer', 'hidden-answer-words'],
  ['report', 'hidden-report-words'],
  ['file name', 'hidden-file-name'],
  ['device', 'hidden-device-token'],
  ['about', 'hidden-about-words'],
]);

let running: RunningProcess;

/** The demonstration sends mails as well: what is wanted stands in one of this address. */
function mailedCode(): Promise<string> {
  const folder = join(running.dataDir, 'outbox');
  return until('A mail with a code', async () => {
    for (const name of await readdir(folder).catch(() => [])) {
      const text = await readFile(join(folder, name), 'utf8');
      if (text.includes(address)) return /\b(\d{6})\b/.exec(text)?.[1];
    }
    return undefined;
  });
}

/** What a person does in the city: buys, walks, talks, reports, with a mistake in each. */
async function goOut(token: string): Promise<void> {
  const { url } = running;
  const { json: quests } = await call(url, '/v2/quests?limit=50');
  const quest = (isFree: boolean) =>
    textAt(
      listAt(quests, 'items').find((one) => (at(one, 'price', 'amount') === 0) === isFree),
      'id',
    );
  const { json: merch } = await call(url, '/v2/merch');
  const lines = [{ merch_id: textAt(merch, 'items', 0, 'id'), quantity: 1 }];
  const goods = { kind: 'merch', lines, delivery: parcel, receipt_email: receipt };
  const taken: (readonly [path: string, json: unknown])[] = [
    ['/v2/orders', goods],
    ['/v2/orders', { kind: 'quest', quest_id: quest(false), receipt_email: receipt }],
    ['/files/uploads', { purpose: 'chat.attachment', name: 'hidden-file-name.png', size: 70 }],
    [
      '/notifications/devices',
      { platform: 'fcm', label: named, token: `hidden-device-token-${'a'.repeat(20)}` },
    ],
    [`/v2/quests/${quest(true)}/reports`, { comment: 'hidden-report-words' }],
  ];
  for (const [path, json] of taken)
    expect(`${path} ${(await call(url, path, { token, json })).status}`).toMatch(/ 20\d$/);
  await call(url, '/v2/orders', { token, json: { ...goods, lines: [] } });
  await call(url, '/v2/players/me', { token, method: 'PATCH', json: { about: 'hidden-about-words' } });
  await call(url, `/v2/players?q=${encodeURIComponent(named)}`, { token });
  const near = `near_lat=${place.lat}&near_lng=${place.lng}`;
  expect((await call(url, `/v2/quests?sort=distance&${near}`, { token })).status).toBe(200);
  await call(url, `/v2/quests/recommended?${near}`, { token });

  const walk = await call(url, '/v2/sessions', { token, json: { quest_id: quest(true) } });
  const move = () => ({ client_id: newId(), at: new Date().toISOString() });
  const point = textAt(walk.json, 'points', 0, 'id');
  const fixes = [{ ...place, accuracy: 8, at: new Date().toISOString() }];
  const answer = { text: 'hidden-answer-words' };
  const moves = [
    { ...move(), kind: 'check_in', point_id: point, fixes },
    { ...move(), kind: 'answer', point_id: point, answer },
  ];
  const path = `/v2/sessions/${textAt(walk.json, 'id')}`;
  expect((await call(url, `${path}/moves`, { token, json: { moves } })).status).toBe(200);
  await call(url, `${path}/moves`, { token, json: { moves: [{ ...moves[0], fixes: [place] }] } });
  await call(url, `${path}/pack`, { token });
  const { json: others } = await call(url, '/v2/players?q=demo', { token });
  const member_ids = [textAt(others, 'items', 0, 'id')];
  const group = { kind: 'group', title: 'hidden-group-title', member_ids };
  const room = await call(url, '/chats/', { token, json: group });
  const me = textAt((await call(url, '/profile/me', { token })).json, 'id');
  const chat = connect(url, `/chats/${textAt(room.json, 'id')}/${me}`, token);
  await chat.opened;
  chat.say({ type: 'send', client_id: newId(), text: 'hidden-chat-words' });
  await until('An answer of the chat', async () =>
    chat.frames.some((frame) => at(frame, 'type') === 'ack') ? true : undefined,
  );
  chat.say({ type: 'send', client_id: 'hidden-chat-words and blanks', text: 'hidden-chat-words' });
  await call(url, `/v2/quests/${quest(true)}/reviews`, {
    token,
    json: { stars: 4, text: 'hidden-review-words' },
  });
  chat.cut();
}

/** What a person does on the first day, with a few mistakes. */
async function live(): Promise<void> {
  const { url } = running;
  // A crowded machine refuses for a moment what it could not do in time.
  await until('A calm process', async () =>
    (await call(url, '/v2/quests?limit=1')).status === 200 ? true : undefined,
  );
  await call(url, '/auth/register', { json: { email: address, password, display_name: named } });
  const code = await mailedCode();
  secrets.set('mailed code', code);
  await call(url, '/auth/verify-email', {
    json: { email: address, code: code === '000000' ? '000001' : '000000' },
  });
  const verified = await call(url, '/auth/verify-email', { json: { email: address, code } });
  expect(verified.status).toBe(200);
  expect((await call(url, '/auth/login', { json: { email: address, password: wrongPassword } })).status).toBe(
    401,
  );
  const login = await call(url, '/auth/login', { json: { email: address, password } });
  const token = textAt(login.json, 'access_token');
  secrets.set('access token', token);
  secrets.set('refresh token', textAt(login.json, 'refresh_token'));
  const key = await call(url, '/api-keys/', { token, json: { name: 'a key', scopes: ['memory:read'] } });
  const apiKey = textAt(key.json, 'key');
  secrets.set('API key', apiKey);
  await call(url, `/memory/stats?access_token=${token}`, { apiKey });
  await call(url, `/memory/stats`, { apiKey: `${apiKey}x` });
  const ticket = await call(url, '/auth/ws-ticket', { token, method: 'POST' });
  secrets.set('ticket', textAt(ticket.json, 'ticket'));
  const setup = await call(url, '/auth/2fa/setup', { token, json: { password } });
  secrets.set('second factor', textAt(setup.json, 'secret'));

  expect((await call(url, '/chat', { token, json: { message: said } })).status).toBe(200);
  await call(url, '/chat/stream', { token, json: { message: said } });
  const remembered = await call(url, '/memory/remember', { token, json: { content: noted, importance: 2 } });
  expect(remembered.status).toBe(422);
  expect((await call(url, '/memory/remember', { token, json: { content: noted } })).status).toBe(200);
  expect((await call(url, '/memory/recall', { token, json: { query: asked } })).status).toBe(200);
  await call(url, `/memory/nodes?q=${encodeURIComponent(asked)}`, { token });
  await call(url, '/memory/import', {
    token,
    raw: `{"session_id":"s","content":"${noted}`,
    contentType: 'application/x-ndjson',
  });
  await call(url, '/memory/consolidate', { token, method: 'POST' });
  await call(url, '/memory/remember', { token, raw: `{"content":"${noted}` });
  await call(url, `/${encodeURIComponent(said)}?password=${encodeURIComponent(password)}`, { token });
  await call(url, '/auth/password/forgot', { json: { email: address } });
  await goOut(token);
  expect((await call(url, '/me', { token, method: 'DELETE', json: { password } })).status).toBe(204);
}

beforeAll(async () => {
  running = await startProcess({ environment: { LOG_LEVEL: 'debug', LOG_FORMAT: 'json' } });
  await live();
  // Stopping writes what was still waiting.
  expect(await running.end()).toBe(0);
});

afterAll(() => running.close());

describe('the log of a whole day at level debug', () => {
  it('tells of the requests, each with its route, status and id', () => {
    const lines = running
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line): unknown => JSON.parse(line));
    const chats = lines.filter((line) => JSON.stringify(line).includes('"route":"/chat"'));
    expect(chats).toHaveLength(1);
    expect(chats[0]).toMatchObject({ method: 'POST', status: 200, request_id: expect.any(String) });
    expect(lines.length).toBeGreaterThan(20);
  });

  it('holds no secret, no address and nothing anybody said', () => {
    // Names of what was found, never the output itself: that would repeat the secret.
    const printed = running.output().replaceAll(`password ${demoPassword}:`, '');
    expect([...secrets].filter(([, secret]) => printed.includes(secret)).map(([name]) => name)).toEqual([]);
    expect([...secrets.values()].every((secret) => secret.length >= 6)).toBe(true);
  });
});
