import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/server/database';
import { startTestApp, type TestApp } from '#platform/testing';
import { identityOf, lettersTo, send, signedInPerson, testPassword } from '../../testing/index.ts';
import { identityModule } from '../module.ts';

let app: TestApp;
let now = new Date();

beforeAll(async () => {
  app = await startTestApp({ modules: [identityModule], clock: () => now });
});
afterAll(() => app.close());

const refresh = (token: string) => send(app, 'POST', '/auth/refresh', { body: { refresh_token: token } });
const web = { 'x-quintet-client': 'web' };

describe('refresh', () => {
  it('makes exactly one child for twenty refreshes at once', async () => {
    const person = await signedInPerson(app, { name: 'parallel' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(person.refreshToken)));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(new Set(answers.map((answer) => answer.body['refresh_token'])).size).toBe(1);
    const rows = await app.test.database.rows(
      sql`SELECT 1 FROM identity.refresh_token t JOIN identity.session s ON s.id = t.session_id
          WHERE s.user_id = ${person.id}::uuid`,
    );
    expect(rows).toHaveLength(2);
  });

  it('ends the family when a token comes back after the grace, and writes to its owner', async () => {
    const person = await signedInPerson(app, { name: 'replayed' });
    const child = String((await refresh(person.refreshToken)).body['refresh_token']);
    now = new Date(now.getTime() + 11_000);
    expect((await refresh(person.refreshToken)).status).toBe(401);
    expect((await refresh(child)).status).toBe(401);
    expect((await send(app, 'GET', '/profile/me', { headers: person.headers })).status).toBe(401);
    expect((await lettersTo(app, person.email)).map(({ letter }) => letter.kind)).toEqual(['session_theft']);
  });

  it('ends the family when a grandparent comes back, even within the grace', async () => {
    const person = await signedInPerson(app, { name: 'grandparent' });
    const child = String((await refresh(person.refreshToken)).body['refresh_token']);
    const grandchild = String((await refresh(child)).body['refresh_token']);
    expect((await refresh(person.refreshToken)).status).toBe(401);
    expect((await refresh(grandchild)).status).toBe(401);
  });

  it.each(['', 'nonsense-nonsense-nonsense'])('refuses %j', async (token) => {
    expect([401, 422]).toContain((await refresh(token)).status);
  });

  it('refuses an absent token with 401', async () => {
    expect((await send(app, 'POST', '/auth/refresh')).status).toBe(401);
  });
});

describe('web clients', () => {
  async function webLogin(name: string) {
    const person = await signedInPerson(app, { name });
    const body = { email: person.email, password: testPassword };
    return send(app, 'POST', '/auth/login', { body, headers: web, from: '10.1.1.1' });
  }

  it('keep the refresh token in a cookie scripts cannot read', async () => {
    const login = await webLogin('web-login');
    expect(login.body['refresh_token']).toBeNull();
    const header = String(login.headers['set-cookie']);
    expect(header).toMatch(/quintet_refresh=[^;]+;[^,]*HttpOnly/i);
    expect(header).toMatch(/SameSite=Strict/i);
    const headers = { ...web, 'x-csrf-token': login.cookies['quintet_csrf'] ?? '' };
    const next = await send(app, 'POST', '/auth/refresh', { headers, cookies: login.cookies });
    expect(next).toMatchObject({ status: 200, body: { refresh_token: null } });
    expect(next.cookies['quintet_refresh']).not.toBe(login.cookies['quintet_refresh']);
  });

  it('are refused without proof that our own page asks', async () => {
    const { cookies } = await webLogin('web-csrf');
    const other = await webLogin('web-csrf-other');
    const csrf = cookies['quintet_csrf'] ?? '';
    const foreignCsrf = other.cookies['quintet_csrf'] ?? '';
    const attempts = [
      { headers: web, cookies },
      { headers: { ...web, 'x-csrf-token': 'wrong' }, cookies },
      {
        headers: { ...web, 'x-csrf-token': foreignCsrf },
        cookies: { ...cookies, quintet_csrf: foreignCsrf },
      },
      { headers: { ...web, 'x-csrf-token': csrf, origin: 'https://elsewhere.test' }, cookies },
      { headers: { ...web, 'x-csrf-token': csrf, 'sec-fetch-site': 'cross-site' }, cookies },
    ];
    for (const attempt of attempts) {
      for (const url of ['/auth/refresh', '/auth/logout']) {
        expect(await send(app, 'POST', url, attempt)).toMatchObject({
          status: 403,
          body: { code: 'identity.csrf' },
        });
      }
    }
    const headers = { ...web, 'x-csrf-token': csrf };
    expect((await send(app, 'POST', '/auth/logout', { headers, cookies })).status).toBe(204);
    expect((await send(app, 'POST', '/auth/refresh', { headers, cookies })).status).toBe(401);
  });
});

describe('sessions', () => {
  it('are listed, and ended one by one or all at once', async () => {
    const person = await signedInPerson(app, { name: 'devices' });
    const second = await signedInPerson(app, { name: 'devices' });
    const third = await signedInPerson(app, { name: 'devices' });
    const listed = await send(app, 'GET', '/auth/sessions', { headers: person.headers });
    const items = listed.body['items'];
    expect(items).toHaveLength(3);
    const current = Array.isArray(items) ? items.filter((item) => item.current) : [];
    expect(current).toHaveLength(1);
    const secondId = (await identityOf(app).tokens.verify(second.accessToken)).sessionId;
    const end = () => send(app, 'DELETE', `/auth/sessions/${secondId}`, { headers: person.headers });
    expect((await end()).status).toBe(204);
    expect((await end()).status).toBe(404);
    expect((await send(app, 'GET', '/profile/me', { headers: second.headers })).status).toBe(401);
    const all = await send(app, 'DELETE', '/auth/sessions', { headers: person.headers });
    expect(all.body).toEqual({ revoked: 1 });
    expect((await send(app, 'GET', '/profile/me', { headers: third.headers })).status).toBe(401);
    expect((await send(app, 'GET', '/profile/me', { headers: person.headers })).status).toBe(200);
  });

  it('cannot be ended by somebody else, and end with logout by access token or refresh token', async () => {
    const person = await signedInPerson(app, { name: 'owner' });
    const other = await signedInPerson(app, { name: 'intruder' });
    const { sessionId } = await identityOf(app).tokens.verify(person.accessToken);
    const intruded = await send(app, 'DELETE', `/auth/sessions/${sessionId}`, { headers: other.headers });
    expect(intruded.status).toBe(404);
    expect((await send(app, 'POST', '/auth/logout', { headers: person.headers })).status).toBe(204);
    expect((await send(app, 'GET', '/profile/me', { headers: person.headers })).status).toBe(401);
    const body = { refresh_token: other.refreshToken };
    expect((await send(app, 'POST', '/auth/logout', { body })).status).toBe(204);
    expect((await refresh(other.refreshToken)).status).toBe(401);
  });

  it('give WebSocket tickets that work once and not for long', async () => {
    const person = await signedInPerson(app, { name: 'sockets' });
    const { authenticator } = identityOf(app);
    const issue = async () =>
      String((await send(app, 'POST', '/auth/ws-ticket', { headers: person.headers })).body['ticket']);
    const ticket = await issue();
    const caller = await authenticator.authenticate({ kind: 'ws-ticket', ticket });
    expect(caller.userId).toBe(person.id);
    await expect(authenticator.authenticate({ kind: 'ws-ticket', ticket })).rejects.toThrow('ticket');
    const stale = await issue();
    now = new Date(now.getTime() + 31_000);
    await expect(authenticator.authenticate({ kind: 'ws-ticket', ticket: stale })).rejects.toThrow('ticket');
  });
});

describe('guessing', () => {
  it('is slowed down per account, in parallel too, whoever the account belongs to', async () => {
    const person = await signedInPerson(app, { name: 'guessed' });
    const guess = (email: string, password: string) =>
      send(app, 'POST', '/auth/login', { body: { email, password }, from: '10.2.2.2' });
    for (const email of [person.email, 'no-such-person@people.test']) {
      const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => guess(email, `wrong-${n}`)));
      const statuses = answers.map((answer) => answer.status);
      expect(statuses.filter((status) => status === 401)).toHaveLength(5);
      expect(statuses.filter((status) => status === 429)).toHaveLength(7);
      const blocked = answers.find((answer) => answer.status === 429);
      expect(Number(blocked?.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    }
    expect((await guess(person.email, testPassword)).status).toBe(429);
    now = new Date(now.getTime() + 2_000);
    expect((await guess(person.email, testPassword)).status).toBe(200);
    expect((await guess(person.email, 'wrong again')).status).toBe(401);
  });
});
