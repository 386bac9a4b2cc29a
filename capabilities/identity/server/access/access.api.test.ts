import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/server/database';
import { startTestApp, type TestApp } from '#platform/testing';
import { identityOf, send, signedInPerson, type TestPerson } from '../../testing/index.ts';
import { identityModule } from '../module.ts';
import { seedAccess } from './seeding.ts';

let app: TestApp;
let admin: TestPerson;

beforeAll(async () => {
  app = await startTestApp({ modules: [identityModule] });
  admin = await signedInPerson(app, { name: 'admin', roles: ['user', 'admin'] });
});
afterAll(() => app.close());

const setRoles = (by: TestPerson, of: TestPerson, roles: readonly string[]) =>
  send(app, 'PATCH', `/users/${of.id}/roles`, { headers: by.headers, body: { roles } });
const lock = (by: TestPerson, of: TestPerson) =>
  send(app, 'POST', `/users/${of.id}/lock`, { headers: by.headers, body: { reason: 'behaviour' } });
const users = (by: TestPerson, query = '') => send(app, 'GET', `/users/${query}`, { headers: by.headers });

describe('a change of access', () => {
  it('holds on the next request of the same token, both ways', async () => {
    const person = await signedInPerson(app, { name: 'promoted' });
    expect((await users(person)).status).toBe(403);
    expect((await setRoles(admin, person, ['user', 'moderator'])).status).toBe(200);
    expect((await users(person)).status).toBe(200);
    await setRoles(admin, person, ['user']);
    expect((await users(person)).status).toBe(403);
  });

  it('reaches other processes', async () => {
    const elsewhere = await startTestApp({
      modules: [identityModule],
      environment: { DATABASE_URL: app.test.url, ROLE: 'http' },
    });
    try {
      const person = await signedInPerson(app, { name: 'elsewhere' });
      const look = () => send(elsewhere, 'GET', '/profile/me', { headers: person.headers });
      expect((await look()).status).toBe(200);
      expect((await lock(admin, person)).status).toBe(200);
      await expect.poll(async () => (await look()).status).toBe(401);
    } finally {
      await elsewhere.close();
    }
  });

  it('locks an account out everywhere, and unlocking does not revive its sessions', async () => {
    const person = await signedInPerson(app, { name: 'locked' });
    const made = await send(app, 'POST', '/api-keys/', {
      headers: person.headers,
      body: { name: 'k', scopes: ['profile:read'] },
    });
    const byKey = () =>
      send(app, 'GET', '/profile/me', { headers: { 'x-api-key': String(made.body['key']) } });
    expect((await byKey()).status).toBe(200);
    expect(await lock(admin, person)).toMatchObject({ status: 200, body: { lock_reason: 'behaviour' } });
    expect((await byKey()).status).toBe(401);
    expect((await send(app, 'GET', '/profile/me', { headers: person.headers })).status).toBe(401);
    const body = { email: person.email, password: 'correct horse battery' };
    expect(await send(app, 'POST', '/auth/login', { body })).toMatchObject({
      status: 403,
      body: { code: 'identity.locked' },
    });
    const unlocked = await send(app, 'POST', `/users/${person.id}/unlock`, { headers: admin.headers });
    expect(unlocked).toMatchObject({ status: 200, body: { locked_at: null } });
    expect((await send(app, 'GET', '/profile/me', { headers: person.headers })).status).toBe(401);
    expect((await send(app, 'POST', '/auth/login', { body })).status).toBe(200);
  });

  it('by personal exception allows and denies, for a time', async () => {
    const person = await signedInPerson(app, { name: 'exception', roles: ['user', 'moderator'] });
    const put = (overrides: unknown) =>
      send(app, 'PATCH', `/users/${person.id}/permissions`, { headers: admin.headers, body: { overrides } });
    const past = '2020-01-01T00:00:00.000Z';
    expect((await put([{ permission: 'can_lock_users', effect: 'deny', expires_at: null }])).status).toBe(
      200,
    );
    expect((await users(person)).status).toBe(403);
    await put([{ permission: 'can_lock_users', effect: 'deny', expires_at: past }]);
    expect((await users(person)).status).toBe(200);
    await put([{ permission: 'view_audit', effect: 'allow', expires_at: null }]);
    expect((await send(app, 'GET', '/audit/', { headers: person.headers })).status).toBe(200);
    const twice = { permission: 'view_audit', effect: 'allow', expires_at: null };
    expect((await put([twice, twice])).status).toBe(422);
    expect((await put([{ ...twice, permission: 'broadcast' }])).status).toBe(422);
  });
});

describe('nobody grants what they do not hold', () => {
  it('not by role, not by exception, not through a role, not by locking somebody mightier', async () => {
    const headers = admin.headers;
    const clerkRole = { permissions: ['manage_user_roles', 'can_lock_users'] };
    expect((await send(app, 'PUT', '/roles/clerk', { headers, body: clerkRole })).status).toBe(200);
    const clerk = await signedInPerson(app, { name: 'clerk', roles: ['user', 'clerk'] });
    const person = await signedInPerson(app, { name: 'climber' });
    const refusals = [
      await setRoles(clerk, clerk, ['user', 'clerk', 'admin']),
      await setRoles(clerk, person, ['user', 'manager']),
      await setRoles(clerk, admin, ['user']),
      await lock(clerk, admin),
      await send(app, 'PATCH', `/users/${clerk.id}/permissions`, {
        headers: clerk.headers,
        body: { overrides: [{ permission: 'view_audit', effect: 'allow', expires_at: null }] },
      }),
      await send(app, 'PUT', '/roles/clerk', {
        headers: clerk.headers,
        body: { permissions: [...clerkRole.permissions, 'view_audit'] },
      }),
      await send(app, 'PUT', '/roles/manager', { headers: clerk.headers, body: { permissions: [] } }),
    ];
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ status: 403, body: { code: 'identity.grant_beyond_own' } });
    }
    expect((await setRoles(clerk, person, ['user', 'moderator'])).status).toBe(200);
    expect((await lock(clerk, clerk)).status).toBe(409);
  });

  it('and roles that came with the product, or do not exist, are refused', async () => {
    const { headers } = admin;
    const body = { permissions: [] };
    expect((await send(app, 'PUT', '/roles/admin', { headers, body })).status).toBe(409);
    expect((await send(app, 'DELETE', '/roles/user', { headers })).status).toBe(409);
    expect((await send(app, 'DELETE', '/roles/nothing', { headers })).status).toBe(404);
    expect((await setRoles(admin, admin, ['admin', 'nothing'])).status).toBe(422);
    expect((await send(app, 'PUT', '/roles/passing', { headers, body })).status).toBe(200);
    expect((await send(app, 'DELETE', '/roles/passing', { headers })).status).toBe(204);
    const unknown = { ...admin, id: '01900000-0000-7000-8000-000000000000' };
    expect((await setRoles(admin, unknown, ['user'])).status).toBe(404);
  });
});

describe('the last administrator', () => {
  it('stays, also when two administrators dismiss each other at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const second = await signedInPerson(app, { name: `second-${round}`, roles: ['user', 'admin'] });
      const answers = await Promise.all([
        setRoles(admin, second, ['user']),
        setRoles(second, admin, ['user']),
      ]);
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
      const left = await app.test.database.rows(sql`SELECT 1 FROM identity.user_role WHERE role = 'admin'`);
      expect(left).toHaveLength(1);
      if (answers[0]?.status !== 200) {
        const survivor = second;
        expect((await setRoles(survivor, admin, ['user', 'admin'])).status).toBe(200);
        await setRoles(survivor, survivor, ['user']);
      }
    }
    expect(await setRoles(admin, admin, ['user'])).toMatchObject({
      status: 409,
      body: { code: 'identity.last_admin' },
    });
    const deny = { overrides: [{ permission: 'manage_user_roles', effect: 'deny', expires_at: null }] };
    const denied = await send(app, 'PATCH', `/users/${admin.id}/permissions`, {
      headers: admin.headers,
      body: deny,
    });
    expect(denied.body['code']).toBe('identity.last_admin');
    const deleted = await send(app, 'DELETE', '/me', { headers: admin.headers });
    expect(deleted.body['code']).toBe('identity.last_admin');
    expect((await users(admin)).status).toBe(200);
  });
});

describe('lists', () => {
  it('of accounts are searched and paged without repeats', async () => {
    for (let n = 0; n < 5; n += 1) await signedInPerson(app, { name: `listed_${n}` });
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await users(admin, `?search=LISTED_&limit=2${cursor}`);
      const { items, next_cursor: next } = page.body;
      if (Array.isArray(items)) seen.push(...items.map((item) => String(item.display_name)));
      cursor = typeof next === 'string' ? `&cursor=${next}` : '';
    } while (cursor !== '');
    expect(seen.sort()).toEqual([0, 1, 2, 3, 4].map((n) => `listed_${n}`));
    expect((await users(admin, '?search=%25')).body['items']).toEqual([]);
    expect((await users(admin, '?cursor=nonsense')).status).toBe(422);
    expect((await users(admin, '?role=admin')).body['items']).toHaveLength(1);
    expect((await send(app, 'GET', `/users/${admin.id}`, { headers: admin.headers })).status).toBe(200);
  });

  it('of roles and permissions tell who holds what', async () => {
    const roles = await send(app, 'GET', '/roles/', { headers: admin.headers });
    expect(roles.body['items']).toContainEqual(expect.objectContaining({ name: 'admin', seeded: true }));
    const permissions = await send(app, 'GET', '/permissions/', { headers: admin.headers });
    expect(permissions.body['items']).toContainEqual({ name: 'view_audit', roles: ['admin'] });
  });
});

describe('seeding', () => {
  it('repeated, keeps what administrators changed and adds what is new', async () => {
    const { headers } = admin;
    await send(app, 'PUT', '/roles/moderator', { headers, body: { permissions: [] } });
    const grants = { can_lock_users: ['moderator'], broadcast: ['moderator'] } as const;
    await Promise.all([seedAccess(app.test.database, grants), seedAccess(app.test.database, grants)]);
    const roles = await send(app, 'GET', '/roles/', { headers });
    const named = (name: string) =>
      Array.isArray(roles.body['items']) ? roles.body['items'].find((role) => role.name === name) : undefined;
    expect(named('moderator')?.permissions).toEqual(['broadcast']);
    expect(named('admin')?.permissions).toContain('broadcast');
  });
});

describe('profiles of others', () => {
  it('are edited by those who may, and seen by other modules without the address', async () => {
    const manager = await signedInPerson(app, { name: 'manager', roles: ['user', 'manager'] });
    const person = await signedInPerson(app, { name: 'managed' });
    const rename = (by: TestPerson, id: string) =>
      send(app, 'PATCH', `/users/${id}`, { headers: by.headers, body: { display_name: 'Renamed' } });
    expect((await rename(person, manager.id)).status).toBe(403);
    expect((await rename(manager, person.id)).status).toBe(200);
    expect((await rename(manager, '01900000-0000-7000-8000-000000000000')).status).toBe(404);
    const identity = identityOf(app);
    expect(await identity.person(person.id)).toEqual({
      id: person.id,
      displayName: 'Renamed',
      locale: 'ru',
      timeZone: 'UTC',
    });
    expect((await identity.callerOf(person.id))?.roles).toEqual(['user']);
    expect(await identity.callerOf('01900000-0000-7000-8000-000000000000')).toBeUndefined();
  });
});
