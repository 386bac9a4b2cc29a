import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/server/database';
import { startTestApp, type TestApp } from '#platform/testing';
import { lastCodeTo, lettersTo, send } from '../../testing/index.ts';
import { identityModule } from '../module.ts';

let app: TestApp;
let now = new Date('2026-03-01T10:00:00Z');
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1_000);
};

beforeAll(async () => {
  app = await startTestApp({ modules: [identityModule], clock: () => now });
});
afterAll(() => app.close());

const password = 'a perfectly fine secret';

function registration(email: string, secret = password) {
  return send(app, 'POST', '/auth/register', { body: { email, password: secret, display_name: 'Anna' } });
}

describe('registration', () => {
  it('signs a person in once the address is proven, and not before', async () => {
    const email = 'anna@people.test';
    expect(await registration('Anna@People.test')).toMatchObject({
      status: 202,
      body: { status: 'accepted' },
    });
    const early = await send(app, 'POST', '/auth/login', { body: { email, password } });
    expect(early).toMatchObject({ status: 403, body: { code: 'identity.email_not_verified' } });
    const code = await lastCodeTo(app, email);
    const verified = await send(app, 'POST', '/auth/verify-email', { body: { email, code } });
    expect(verified).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 900 } });
    expect(verified.body['user']).toMatchObject({ email, roles: ['user'], has_password: true });
    const again = await send(app, 'POST', '/auth/verify-email', { body: { email, code } });
    expect(again).toMatchObject({ status: 422, body: { code: 'identity.code_invalid' } });
    expect((await send(app, 'POST', '/auth/login', { body: { email, password } })).status).toBe(200);
  });

  it('answers the same for an address that has an account, and tells only its owner', async () => {
    later(60);
    const known = await registration('anna@people.test');
    const fresh = await registration('nobody-yet@people.test');
    expect([known.status, known.body]).toEqual([fresh.status, fresh.body]);
    const letters = await lettersTo(app, 'anna@people.test');
    expect(letters.at(-1)?.letter).toEqual({ kind: 'already_registered' });
  });

  it('lets neither password in when two people asked for one unproven address', async () => {
    const email = 'contested@people.test';
    await registration(email, 'the first stranger knows');
    later(60);
    await registration(email, 'the second person knows');
    const code = await lastCodeTo(app, email);
    const verified = await send(app, 'POST', '/auth/verify-email', { body: { email, code } });
    expect(verified.body['user']).toMatchObject({ has_password: false });
    for (const secret of ['the first stranger knows', 'the second person knows']) {
      expect((await send(app, 'POST', '/auth/login', { body: { email, password: secret } })).status).toBe(
        401,
      );
    }
  });

  it('gives up on a code after five wrong tries, and sends no more than one letter in half a minute', async () => {
    const email = 'guessed@people.test';
    await registration(email);
    await send(app, 'POST', '/auth/verify-email/resend', { body: { email } });
    expect(await lettersTo(app, email)).toHaveLength(1);
    const code = await lastCodeTo(app, email);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await send(app, 'POST', '/auth/verify-email', { body: { email, code: wrong } })).status).toBe(
        422,
      );
    }
    expect((await send(app, 'POST', '/auth/verify-email', { body: { email, code } })).status).toBe(422);
    later(31);
    await send(app, 'POST', '/auth/verify-email/resend', { body: { email } });
    const next = await lastCodeTo(app, email);
    later(16 * 60);
    expect((await send(app, 'POST', '/auth/verify-email', { body: { email, code: next } })).status).toBe(422);
  });

  it.each([
    ['a short password', { password: 'short' }],
    ['a common password', { password: 'qwertyuiop' }],
    ['the address as password', { password: 'bad-input@people.test' }],
    ['no address', { email: 'nonsense' }],
    ['an unknown time zone', { time_zone: 'Mars/Base' }],
    ['an unknown field', { roles: ['admin'] }],
    ['a blank name', { display_name: '   ' }],
  ])('refuses %s', async (_what, change) => {
    const body = { email: 'bad-input@people.test', password, display_name: 'Bad', ...change };
    expect((await send(app, 'POST', '/auth/register', { body, from: '10.0.0.9' })).status).toBe(422);
    expect(await lettersTo(app, 'bad-input@people.test')).toHaveLength(0);
  });

  it('resets a forgotten password, which ends every session', async () => {
    const email = 'anna@people.test';
    const before = await send(app, 'POST', '/auth/login', { body: { email, password } });
    const token = String(before.body['access_token']);
    later(60);
    await send(app, 'POST', '/auth/password/forgot', { body: { email } });
    const stranger = await send(app, 'POST', '/auth/password/forgot', { body: { email: 'not@people.test' } });
    expect(stranger.status).toBe(202);
    const code = await lastCodeTo(app, email);
    const body = { email, code, password: 'an entirely new secret' };
    expect((await send(app, 'POST', '/auth/password/reset', { body })).status).toBe(204);
    expect((await send(app, 'POST', '/auth/password/reset', { body })).status).toBe(422);
    const headers = { authorization: `Bearer ${token}` };
    expect((await send(app, 'GET', '/profile/me', { headers })).status).toBe(401);
    expect((await send(app, 'POST', '/auth/login', { body: { email, password } })).status).toBe(401);
    const login = await send(app, 'POST', '/auth/login', { body: { email, password: body.password } });
    expect(login.status).toBe(200);
    expect((await lettersTo(app, email)).at(-1)?.letter).toEqual({ kind: 'password_changed' });
  });

  it('keeps no address, code or password in the clear outside the account', async () => {
    const jobs = await app.test.database.rows<{ data: unknown }>(
      sql`SELECT data FROM jobs.job WHERE name = 'identity.send_mail'`,
    );
    expect(jobs.length).toBeGreaterThan(0);
    expect(JSON.stringify(jobs)).not.toContain('people.test');
    const audit = await app.test.database.rows(sql`SELECT * FROM identity.audit_entry`);
    expect(JSON.stringify(audit)).not.toContain('people.test');
  });
});
