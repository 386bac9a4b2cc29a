import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/server/database';
import { startTestApp, type TestApp } from '#platform/testing';
import { identityOf, lettersTo, send, signedInPerson, testPassword } from '../../testing/index.ts';
import { identityModule } from '../module.ts';
import { purge } from '../purge.ts';

let app: TestApp;
let now = new Date();
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1_000);
};

beforeAll(async () => {
  app = await startTestApp({ modules: [identityModule], clock: () => now });
});
afterAll(() => app.close());

describe('the own account', () => {
  it('shows and changes what is known about oneself', async () => {
    const { headers } = await signedInPerson(app, { name: 'profile' });
    const patch = (body: unknown) => send(app, 'PATCH', '/profile/', { headers, body });
    const changed = await patch({ display_name: 'Ёлка', locale: 'en', time_zone: 'Europe/Moscow' });
    expect(changed).toMatchObject({
      status: 200,
      body: { display_name: 'Ёлка', time_zone: 'Europe/Moscow' },
    });
    for (const bad of [
      {},
      { locale: 'de' },
      { email: 'x@y.zz' },
      { time_zone: 'No/Where' },
      { display_name: '' },
    ]) {
      expect((await patch(bad)).status).toBe(422);
    }
    expect((await send(app, 'GET', '/profile/me')).status).toBe(401);
  });

  it('changes its password, which ends every other session', async () => {
    const here = await signedInPerson(app, { name: 'change' });
    const there = await signedInPerson(app, { name: 'change' });
    const change = (current: string | undefined, next: string) =>
      send(app, 'POST', '/auth/password/change', {
        headers: here.headers,
        body: { ...(current === undefined ? {} : { current_password: current }), new_password: next },
      });
    expect((await change(undefined, 'a brand new secret')).status).toBe(422);
    expect((await change('wrong', 'a brand new secret')).status).toBe(422);
    expect((await change(testPassword, 'password123')).status).toBe(422);
    expect((await change(testPassword, 'a brand new secret')).status).toBe(204);
    expect((await send(app, 'GET', '/profile/me', { headers: here.headers })).status).toBe(200);
    expect((await send(app, 'GET', '/profile/me', { headers: there.headers })).status).toBe(401);
    expect((await lettersTo(app, here.email)).map(({ letter }) => letter.kind)).toContain('password_changed');
  });

  it('is exported whole, without secrets', async () => {
    const person = await signedInPerson(app, { name: 'export' });
    const answer = await send(app, 'GET', '/me/export', { headers: person.headers });
    expect(answer.body['modules']).toMatchObject({
      identity: { account: { email: person.email }, roles: ['user'] },
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/argon2|password_hash|totp_secret/);
  });

  it('is deleted with everything, leaving ids in the audit log', async () => {
    const person = await signedInPerson(app, { name: 'deleted' });
    const other = await signedInPerson(app, { name: 'stays' });
    later(601);
    const remove = (body?: object) => send(app, 'DELETE', '/me', { headers: person.headers, body });
    expect(await remove()).toMatchObject({ status: 403, body: { code: 'identity.password_required' } });
    expect((await remove({ password: 'wrong' })).status).toBe(422);
    expect((await remove({ password: testPassword })).status).toBe(204);
    expect((await send(app, 'GET', '/profile/me', { headers: person.headers })).status).toBe(401);
    expect((await send(app, 'GET', '/profile/me', { headers: other.headers })).status).toBe(200);
    for (const table of [sql`account WHERE id`, sql`session WHERE user_id`, sql`user_role WHERE user_id`]) {
      const rows = await app.test.database.rows(sql`SELECT 1 FROM identity.${table} = ${person.id}::uuid`);
      expect(rows).toHaveLength(0);
    }
    const audit = await app.test.database.rows(
      sql`SELECT action FROM identity.audit_entry WHERE subject_id = ${person.id}`,
    );
    expect(audit).toContainEqual({ action: 'identity.user_deleted' });
  });
});

describe('API keys', () => {
  it('open what their scopes say and nothing else, and stop when revoked or expired', async () => {
    const person = await signedInPerson(app, { name: 'keys', roles: ['user', 'moderator'] });
    const create = (body: object) => send(app, 'POST', '/api-keys/', { headers: person.headers, body });
    const made = await create({ name: 'script', scopes: ['profile:read'], expires_in_days: 1 });
    expect(made.status).toBe(201);
    const key = String(made.body['key']);
    const headers = { 'x-api-key': key };
    expect((await send(app, 'GET', '/profile/me', { headers })).status).toBe(200);
    expect((await send(app, 'PATCH', '/profile/', { headers, body: { locale: 'en' } })).status).toBe(403);
    expect((await send(app, 'GET', '/users/', { headers })).status).toBe(403);
    expect(
      (await send(app, 'POST', '/api-keys/', { headers, body: { name: 'x', scopes: ['a:b'] } })).status,
    ).toBe(403);
    const listed = await send(app, 'GET', '/api-keys/', { headers: person.headers });
    expect(JSON.stringify(listed.body)).not.toContain(key);
    expect(listed.body['items']).toMatchObject([{ name: 'script', last_used_at: expect.any(String) }]);
    const stored = await app.test.database.rows(sql`SELECT hash::text, prefix FROM identity.api_key`);
    expect(JSON.stringify(stored)).not.toContain(key.slice(12));
    later(86_401);
    expect((await send(app, 'GET', '/profile/me', { headers })).status).toBe(401);
    for (const bad of ['', 'qt_00000000_x', `${key}x`, key.replace(/.$/, 'A')]) {
      expect((await send(app, 'GET', '/profile/me', { headers: { 'x-api-key': bad } })).status).toBe(401);
    }
  });

  it('are revoked by their owner only, and at most twenty', async () => {
    const person = await signedInPerson(app, { name: 'many' });
    const other = await signedInPerson(app, { name: 'few' });
    const { apiKeys } = identityOf(app);
    const request = { name: 'k', scopes: ['profile:read'], expiresInDays: undefined };
    const made = await Promise.allSettled(
      Array.from({ length: 22 }, () => apiKeys.create(person.id, request)),
    );
    expect(made.filter((one) => one.status === 'fulfilled')).toHaveLength(20);
    const id = (await apiKeys.list(person.id))[0]?.id ?? '';
    const revoke = (headers: Record<string, string>) => send(app, 'DELETE', `/api-keys/${id}`, { headers });
    expect((await revoke(other.headers)).status).toBe(404);
    expect((await revoke(person.headers)).status).toBe(204);
    expect((await revoke(person.headers)).status).toBe(404);
    const body = { name: 'bad', scopes: ['*'] };
    expect((await send(app, 'POST', '/api-keys/', { headers: person.headers, body })).status).toBe(422);
    const unheard = { name: 'typo', scopes: ['profile:read', 'profile:raed'] };
    const refused = await send(app, 'POST', '/api-keys/', { headers: person.headers, body: unheard });
    expect([refused.status, refused.body['code']]).toEqual([422, 'identity.scope_unknown']);
  });
});

describe('housekeeping', () => {
  it('makes demonstration accounts once, and runs its commands', async () => {
    await app.app.demo();
    await app.app.demo();
    const body = { email: 'dispatcher@demo.quintet.local', password: 'quintet-demo' };
    const login = await send(app, 'POST', '/auth/login', { body });
    expect(login.body['user']).toMatchObject({ roles: ['dispatcher', 'user'], email_verified: true });
    const lines: string[] = [];
    const run = (path: string, args: readonly string[] = []) =>
      app.app.runCommand(path, { args, options: {}, print: (line) => lines.push(line) });
    await run('admin create', ['Chief@People.test']);
    const password = lines.at(-1)?.split(': ')[1];
    const chief = await send(app, 'POST', '/auth/login', { body: { email: 'chief@people.test', password } });
    expect(chief.body['user']).toMatchObject({ roles: ['admin', 'user'] });
    await run('keys rotate');
    await run('audit verify');
    expect(lines.at(-1)).toMatch(/intact/);
    await expect(run('admin create', ['nobody'])).rejects.toThrow('e-mail');
    await run('admin create', ['dispatcher@demo.quintet.local']);
    expect(lines.at(-2)).toMatch(/now/);
  });

  it('shows the audit log page by page to those who may', async () => {
    const auditor = await signedInPerson(app, { name: 'auditor', roles: ['admin'] });
    const read = (query: string) => send(app, 'GET', `/audit/${query}`, { headers: auditor.headers });
    const first = await read('?limit=2');
    const second = await read(`?limit=2&cursor=${String(first.body['next_cursor'])}`);
    const seqs = [first, second].flatMap(({ body }) => (Array.isArray(body['items']) ? body['items'] : []));
    expect(new Set(seqs.map((entry) => entry.seq)).size).toBe(4);
    expect(
      (await read(`?action=identity.account_founded&subject_id=${auditor.id}`)).body['items'],
    ).toHaveLength(1);
    expect((await read('?cursor=x')).status).toBe(422);
  });

  it('deletes what has run out and nothing else', async () => {
    const person = await signedInPerson(app, { name: 'purged' });
    await identityOf(app).tickets.issue(
      person.id,
      (await identityOf(app).tokens.verify(person.accessToken)).sessionId,
    );
    later(60);
    expect(await purge(app.test.database, () => now)).toBeGreaterThan(0);
    expect((await send(app, 'GET', '/profile/me', { headers: person.headers })).status).toBe(200);
    later(70 * 86_400);
    await purge(app.test.database, () => now);
    const sessions = await app.test.database.rows(sql`SELECT 1 FROM identity.session`);
    expect(sessions).toHaveLength(0);
    expect(await identityOf(app).person(person.id)).toBeDefined();
  });
});
