import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '#platform/testing';
import { send, signedInPerson, type TestPerson, testPassword } from '../../testing/index.ts';
import { identityModule } from '../module.ts';

let app: TestApp;
let now = new Date();
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1_000);
};

beforeAll(async () => {
  app = await startTestApp({ modules: [identityModule], clock: () => now });
});
afterAll(() => app.close());

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });

const post = (url: string, person: TestPerson, body: object) =>
  send(app, 'POST', url, { headers: person.headers, body });

async function login(email: string): Promise<string> {
  const answer = await send(app, 'POST', '/auth/login', { body: { email, password: testPassword } });
  expect(answer.body['challenge']).toBe('totp');
  expect(answer.body['access_token']).toBeUndefined();
  return String(answer.body['challenge_token']);
}

const verify = (token: string, code: string) =>
  send(app, 'POST', '/auth/2fa/verify', { body: { challenge_token: token, code } });

async function enrolled(name: string) {
  const person = await signedInPerson(app, { name });
  const setup = await post('/auth/2fa/setup', person, { password: testPassword });
  const secret = String(setup.body['secret']);
  const enabled = await post('/auth/2fa/enable', person, { code: codeOf(secret) });
  expect(enabled.status).toBe(200);
  return { person, secret, recovery: enabled.body['recovery_codes'] };
}

describe('the second factor', () => {
  it('stands between the password and the session', async () => {
    const { person, secret } = await enrolled('factor');
    const token = await login(person.email);
    later(30);
    const code = codeOf(secret);
    expect((await verify(token, code === '000000' ? '111111' : '000000')).status).toBe(401);
    expect(await verify(token, code)).toMatchObject({ status: 200, body: { token_type: 'Bearer' } });
    const used = await verify(token, code);
    expect(used).toMatchObject({ status: 401, body: { code: 'identity.challenge_invalid' } });
    const replay = await verify(await login(person.email), code);
    expect(replay).toMatchObject({ status: 401, body: { code: 'identity.second_factor_wrong' } });
  });

  it('lets in by a recovery code, each once', async () => {
    const { person, recovery } = await enrolled('recovery');
    const codes = Array.isArray(recovery) ? recovery.map(String) : [];
    expect(new Set(codes).size).toBe(10);
    const [code = ''] = codes;
    expect((await verify(await login(person.email), code.toUpperCase().replace('-', ' '))).status).toBe(200);
    expect((await verify(await login(person.email), code)).status).toBe(401);
  });

  it('forgets a challenge after five minutes or five tries', async () => {
    const { person, secret } = await enrolled('tries');
    const old = await login(person.email);
    later(301);
    expect((await verify(old, codeOf(secret))).body['code']).toBe('identity.challenge_invalid');
    const token = await login(person.email);
    for (let tries = 0; tries < 4; tries += 1) expect((await verify(token, 'aaaaa-aaaaa')).status).toBe(401);
    expect((await verify(token, 'aaaaa-aaaaa')).status).toBe(401);
    later(5);
    expect((await verify(token, codeOf(secret))).body['code']).toBe('identity.challenge_invalid');
  });

  it('is switched off with password and code only', async () => {
    const { person, secret } = await enrolled('off');
    later(601);
    const disable = (body: object) => post('/auth/2fa/disable', person, body);
    expect((await disable({ code: codeOf(secret) })).status).toBe(403);
    expect((await disable({ password: 'not the password', code: codeOf(secret) })).status).toBe(422);
    expect((await disable({ password: testPassword, code: 'aaaaaaaaaa' })).status).toBe(422);
    expect((await disable({ password: testPassword, code: codeOf(secret) })).status).toBe(204);
    later(30);
    expect((await disable({ password: testPassword, code: codeOf(secret) })).status).toBe(409);
    const answer = await send(app, 'POST', '/auth/login', {
      body: { email: person.email, password: testPassword },
    });
    expect(answer.body['token_type']).toBe('Bearer');
  });

  it('is not enabled without setup, with a wrong code, or twice', async () => {
    const person = await signedInPerson(app, { name: 'order' });
    const early = await post('/auth/2fa/enable', person, { code: '123456' });
    expect(early).toMatchObject({ status: 409, body: { code: 'identity.second_factor_not_set_up' } });
    await post('/auth/2fa/setup', person, { password: testPassword });
    expect((await post('/auth/2fa/enable', person, { code: 'aaaaaaaaaa' })).status).toBe(422);
    const { person: other } = await enrolled('twice');
    expect((await post('/auth/2fa/setup', other, { password: testPassword })).status).toBe(409);
  });
});
