import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/server/database';
import { startTestApp, type TestApp } from '#platform/testing';
import {
  identityOf,
  lastCodeTo,
  lettersTo,
  type Misbehaviour,
  type ProviderDouble,
  send,
  signedInPerson,
  startProviderDouble,
} from '../../testing/index.ts';
import { identityModule } from '../module.ts';

type Name = 'google' | 'facebook' | 'vk';

let double: ProviderDouble;
let app: TestApp;
let people = 0;

beforeAll(async () => {
  double = await startProviderDouble();
  app = await startTestApp({
    modules: [identityModule],
    environment: {
      GOOGLE_CLIENT_ID: 'google-client',
      GOOGLE_CLIENT_SECRET: 'google-secret',
      GOOGLE_ISSUER: double.issuer,
      FACEBOOK_CLIENT_ID: 'facebook-client',
      FACEBOOK_CLIENT_SECRET: 'facebook-secret',
      FACEBOOK_ISSUER: double.issuer,
      VK_CLIENT_ID: 'vk-client',
      VK_ISSUER: double.issuer,
      SOCIAL_TIMEOUT_MS: '300',
    },
  });
});
afterEach(() => {
  double.misbehaviour = 'none';
  double.vkPayload = false;
});
afterAll(async () => {
  await app.close();
  await double.close();
});

function somebody(): string {
  people += 1;
  double.person = {
    subject: `subject-${people}`,
    email: `social-${people}@people.test`,
    name: `Social ${people}`,
  };
  return double.person.email;
}

/** Everybody comes from an address of their own, so that limits per address stay out of the way. */
const from = () => `10.9.${Math.floor(people / 200)}.${(people % 200) + 1}`;

async function follow(location: string): Promise<URL> {
  const answer = await fetch(location, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '');
}

async function callback(url: URL, cookies: Readonly<Record<string, string>>) {
  const answer = await send(app, 'GET', `${url.pathname}${url.search}`, { cookies, from: from() });
  const landing = new URL(String(answer.headers['location']), 'http://quintet.test');
  return { ...answer, landing, fields: Object.fromEntries(new URLSearchParams(landing.hash.slice(1))) };
}

async function trip(name: Name, query = '') {
  const begun = await send(app, 'GET', `/auth/oauth/${name}${query}`, { from: from() });
  expect(begun.status).toBe(302);
  return callback(await follow(String(begun.headers['location'])), begun.cookies);
}

async function profileAfter({ cookies }: { cookies: Readonly<Record<string, string>> }) {
  const headers = { 'x-quintet-client': 'web', 'x-csrf-token': cookies['quintet_csrf'] ?? '' };
  const refreshed = await send(app, 'POST', '/auth/refresh', { headers, cookies, from: from() });
  expect(refreshed.status).toBe(200);
  return refreshed.body['user'];
}

describe('sign-in with Google', () => {
  it('makes a verified account at first and finds it again', async () => {
    const email = somebody();
    const first = await trip('google', '?return_to=/app/chat');
    expect(first.landing.pathname).toBe('/app/sign-in/social');
    expect(first.fields).toEqual({ outcome: 'signed_in', provider: 'google', return_to: '/app/chat' });
    const profile = await profileAfter(first);
    expect(profile).toMatchObject({
      email,
      email_verified: true,
      has_password: false,
      external_providers: ['google'],
    });
    expect(await profileAfter(await trip('google'))).toMatchObject({ email });
    expect(double.tokenRequests.at(-1)).toMatchObject({
      client_id: 'google-client',
      client_secret: 'google-secret',
    });
  });

  it('connects to the account that proved the same address', async () => {
    somebody();
    const person = await signedInPerson(app, { name: `social-${people}` });
    const outcome = await trip('google');
    expect(await profileAfter(outcome)).toMatchObject({ id: person.id, has_password: true });
  });

  it('takes over an account whose address was never proven, without its password', async () => {
    const email = somebody();
    const password = 'planted by a stranger';
    await send(app, 'POST', '/auth/register', { body: { email, password, display_name: 'X' }, from: from() });
    expect(await profileAfter(await trip('google'))).toMatchObject({ email, has_password: false });
    const login = await send(app, 'POST', '/auth/login', { body: { email, password }, from: from() });
    expect(login.status).toBe(401);
  });

  it('does not believe an address Google does not vouch for', async () => {
    somebody();
    double.misbehaviour = 'unverified_email';
    expect((await trip('google')).fields).toMatchObject({ outcome: 'pending', needs_email: 'false' });
  });

  it.each<[Misbehaviour, string]>([
    ['wrong_state', 'identity.state_invalid'],
    ['wrong_nonce', 'identity.provider_answer_invalid'],
    ['expired_code', 'identity.provider_answer_invalid'],
    ['bad_signature', 'identity.provider_answer_invalid'],
    ['denied', 'identity.provider_refused'],
    ['server_error', 'identity.provider_down'],
    ['timeout', 'identity.provider_down'],
  ])('lands with an error on %s, and signs nobody in', async (misbehaviour, code) => {
    const email = somebody();
    double.misbehaviour = misbehaviour;
    const outcome = await trip('google');
    expect(outcome.fields).toEqual({ outcome: 'error', code, provider: 'google' });
    expect(outcome.cookies['quintet_refresh']).toBeUndefined();
    const known = await app.test.database.rows(sql`SELECT 1 FROM identity.account WHERE email = ${email}`);
    expect(known).toHaveLength(0);
  });

  it('finishes only in the browser that began, and once', async () => {
    somebody();
    const begun = await send(app, 'GET', '/auth/oauth/google', { from: from() });
    const back = await follow(String(begun.headers['location']));
    expect((await callback(back, {})).fields['code']).toBe('identity.state_invalid');
    expect((await callback(back, begun.cookies)).fields['code']).toBe('identity.state_invalid');
    const again = await send(app, 'GET', '/auth/oauth/google', { from: from() });
    const good = await follow(String(again.headers['location']));
    expect((await callback(good, { quintet_oauth: 'another' })).fields['outcome']).toBe('error');
    const third = await send(app, 'GET', '/auth/oauth/google', { from: from() });
    const last = await follow(String(third.headers['location']));
    expect((await callback(last, third.cookies)).fields['outcome']).toBe('signed_in');
    expect((await callback(last, third.cookies)).fields['code']).toBe('identity.state_invalid');
  });
});

describe('sign-in with a provider that does not vouch for addresses', () => {
  it.each<Name>(['facebook', 'vk'])('asks %s users to prove theirs', async (name) => {
    const email = somebody();
    const { fields } = await trip(name);
    expect(fields).toMatchObject({ outcome: 'pending', needs_email: 'false' });
    const token = fields['pending_token'] ?? '';
    const complete = await send(app, 'POST', '/auth/oauth/complete', {
      body: { pending_token: token },
      from: from(),
    });
    expect(complete.status).toBe(202);
    const code = await lastCodeTo(app, email);
    const confirm = (given: string) =>
      send(app, 'POST', '/auth/oauth/confirm', { body: { pending_token: token, code: given }, from: from() });
    expect((await confirm(code === '000000' ? '111111' : '000000')).status).toBe(422);
    const done = await confirm(code);
    expect(done.body['user']).toMatchObject({ email, external_providers: [name] });
    expect((await confirm(code)).body['code']).toBe('identity.pending_invalid');
    expect((await trip(name)).fields['outcome']).toBe('signed_in');
  });

  it('never connects to an existing account by such an address', async () => {
    const email = somebody();
    await signedInPerson(app, { name: `social-${people}` });
    const token = (await trip('facebook')).fields['pending_token'] ?? '';
    const complete = await send(app, 'POST', '/auth/oauth/complete', {
      body: { pending_token: token },
      from: from(),
    });
    expect(complete.status).toBe(202);
    expect((await lettersTo(app, email)).at(-1)?.letter.kind).toBe('already_registered');
    const body = { pending_token: token, code: '123456' };
    expect((await send(app, 'POST', '/auth/oauth/confirm', { body, from: from() })).status).toBe(422);
  });

  it('asks for an address when there is none, also from VK with its fields in `payload`', async () => {
    somebody();
    double.misbehaviour = 'no_email';
    double.vkPayload = true;
    const { fields } = await trip('vk');
    expect(fields).toMatchObject({ outcome: 'pending', needs_email: 'true' });
    const token = fields['pending_token'] ?? '';
    const complete = (body: object) => send(app, 'POST', '/auth/oauth/complete', { body, from: from() });
    expect((await complete({ pending_token: token })).body['code']).toBe('identity.email_required');
    expect((await complete({ pending_token: token, email: 'typed@people.test' })).status).toBe(202);
    const code = await lastCodeTo(app, 'typed@people.test');
    const body = { pending_token: token, code };
    const done = await send(app, 'POST', '/auth/oauth/confirm', { body, from: from() });
    expect(done.body['user']).toMatchObject({ email: 'typed@people.test' });
    const sent = double.tokenRequests.at(-1);
    expect(sent).toMatchObject({ device_id: 'device-of-the-double', client_id: 'vk-client' });
    expect(sent).not.toHaveProperty('client_secret');
    expect((sent?.['state'] ?? '').length).toBeGreaterThanOrEqual(32);
  });

  it.each<[Name, Misbehaviour, string]>([
    ['vk', 'wrong_state', 'identity.state_invalid'],
    ['vk', 'expired_code', 'identity.provider_answer_invalid'],
    ['vk', 'denied', 'identity.provider_refused'],
    ['vk', 'server_error', 'identity.provider_down'],
    ['vk', 'timeout', 'identity.provider_down'],
    ['facebook', 'expired_code', 'identity.provider_answer_invalid'],
    ['facebook', 'denied', 'identity.provider_refused'],
    ['facebook', 'server_error', 'identity.provider_down'],
    ['facebook', 'timeout', 'identity.provider_down'],
  ])('%s lands with an error on %s', async (name, misbehaviour, code) => {
    somebody();
    double.misbehaviour = misbehaviour;
    expect((await trip(name)).fields).toMatchObject({ outcome: 'error', code });
  });
});

describe('connecting a provider', () => {
  async function link(name: Name, headers: Record<string, string>) {
    const begun = await send(app, 'POST', `/auth/oauth/${name}/link`, { headers, from: from() });
    return callback(await follow(String(begun.body['authorization_url'])), begun.cookies);
  }

  it('works for the signed-in person, and not for an outside account that is taken', async () => {
    somebody();
    const person = await signedInPerson(app, { name: `linker-${people}` });
    const other = await signedInPerson(app, { name: `other-${people}` });
    expect((await link('vk', person.headers)).fields).toMatchObject({ outcome: 'linked', provider: 'vk' });
    expect((await link('vk', person.headers)).fields['outcome']).toBe('linked');
    expect((await link('vk', other.headers)).fields['code']).toBe('identity.external_taken');
    expect(await profileAfter(await trip('vk'))).toMatchObject({ id: person.id });
    const unlink = () => send(app, 'DELETE', '/auth/oauth/vk/link', { headers: person.headers });
    expect((await unlink()).status).toBe(204);
    expect((await unlink()).status).toBe(404);
  });

  it('opens no account that the directory of a company opens', async () => {
    somebody();
    const { managed, sessions, tokens } = identityOf(app);
    const origin = { address: '127.0.0.1', userAgent: 'tests', locale: 'en' } as const;
    const opened = await app.app.database.transaction(async (tx) =>
      sessions.open(tx, await managed.found(tx, { displayName: 'Olga', locale: 'en' }), 'directory', origin),
    );
    const token = await tokens.issue({ ...opened, version: 1 });
    const refused = await link('vk', { authorization: `Bearer ${token}` });
    expect(refused.fields).toMatchObject({ outcome: 'error', code: 'identity.managed_account' });
  });

  it('cannot be undone when it is the only way in', async () => {
    somebody();
    const { cookies } = await trip('google');
    const headers = { 'x-csrf-token': cookies['quintet_csrf'] ?? '', 'x-quintet-client': 'web' };
    const token = (await send(app, 'POST', '/auth/refresh', { headers, cookies, from: from() })).body[
      'access_token'
    ];
    const unlink = await send(app, 'DELETE', '/auth/oauth/google/link', {
      headers: { authorization: `Bearer ${String(token)}` },
    });
    expect(unlink).toMatchObject({ status: 409, body: { code: 'identity.last_way_in' } });
  });

  it('is offered for configured providers only', async () => {
    const { body } = await send(app, 'GET', '/auth/providers');
    expect(body['providers']).toHaveLength(3);
    const bare = await startTestApp({ modules: [identityModule] });
    try {
      expect((await send(bare, 'GET', '/auth/providers')).body).toEqual({ providers: [] });
      expect((await send(bare, 'GET', '/auth/oauth/google')).status).toBe(404);
      expect((await send(bare, 'GET', '/auth/oauth/google/callback?state=x')).status).toBe(404);
      expect((await send(bare, 'GET', '/auth/oauth/myspace')).status).toBe(422);
    } finally {
      await bare.close();
    }
  });
});
