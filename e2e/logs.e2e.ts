import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, demoPassword, textAt } from './client.ts';
import { type RunningProcess, startProcess } from './process.ts';

const address = 'hidden-address-41@example.test';
const password = 'hidden password 8812 of nobody';
const wrongPassword = 'hidden wrong password 5521';
const said = 'hidden-message-words about a blue bicycle';
const noted = 'hidden-note-words about an umbrella';
const asked = 'hidden-question-words about the umbrella';
const named = 'Hidden Displayname';

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
]);

let running: RunningProcess;

async function mailedCode(): Promise<string> {
  const folder = join(running.dataDir, 'outbox');
  for (let attempt = 0; attempt < 100; attempt += 1) {
    for (const name of await readdir(folder).catch(() => [])) {
      const code = /\b(\d{6})\b/.exec(await readFile(join(folder, name), 'utf8'))?.[1];
      if (code !== undefined) return code;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('No mail with a code came.');
}

/** What a person does on the first day, with a few mistakes. */
async function live(): Promise<void> {
  const { url } = running;
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
