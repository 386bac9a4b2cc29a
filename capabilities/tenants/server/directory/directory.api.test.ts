import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defineRef } from '#base/ref';
import {
  type ProviderDouble,
  send,
  signedInPerson,
  startProviderDouble,
  type TestPerson,
} from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { sql } from '#platform/server/database';
import { startTestApp, type TestApp, type TestClient, testClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import { tenantsRef } from '../index.ts';
import { tenantsModule } from '../module.ts';
import type { TenantsService } from '../service.ts';

interface Someone extends TestPerson {
  readonly call: TestClient;
}

let test: TestApp;
let double: ProviderDouble;
let people = 0;

beforeAll(async () => {
  double = await startProviderDouble();
  test = await startTestApp({
    modules: [identityModule, tenantsModule],
    environment: { DIRECTORY_TIMEOUT_MS: '300' },
  });
});
afterEach(() => {
  double.misbehaviour = 'none';
  double.description = {};
});
afterAll(async () => {
  await test.close();
  await double.close();
});

async function someone(): Promise<Someone> {
  people += 1;
  const person = await signedInPerson(test, { name: `directory-${people}` });
  return { ...person, call: testClient(test, person.accessToken) };
}

const tenants = () => test.app.service(defineRef<TenantsService>(tenantsRef.id));

async function company(owner: Someone): Promise<string> {
  return (await tenants().companies.found(owner.id, 'Ромашка')).id;
}

async function code(answer: Promise<{ status: number; problem(): { code?: string } }>): Promise<string> {
  const { status, problem } = await answer;
  return `${status} ${problem().code ?? ''}`;
}

const directoryOf = (id: string, more: Record<string, unknown> = {}) => ({
  params: { id },
  body: {
    sign_in_name: `c-${id.slice(-12)}`,
    issuer: double.issuer,
    client_id: 'company-client',
    client_secret: 'company-secret',
    joins_as: 'member' as const,
    ...more,
  },
});

/** Everybody comes from an address of their own, so that limits per address stay out of the way. */
const from = () => `10.8.${Math.floor(people / 200)}.${(people % 200) + 1}`;

function employee(name: string): void {
  people += 1;
  double.person = { subject: `subject-${name}`, email: `${name}@company.test`, name: `Сотрудник ${name}` };
}

async function back(authorizationUrl: string, cookies: Readonly<Record<string, string>>) {
  const asked = await fetch(authorizationUrl, { redirect: 'manual' });
  const url = new URL(asked.headers.get('location') ?? '');
  const answer = await send(test, 'GET', `${url.pathname}${url.search}`, { cookies, from: from() });
  const landing = new URL(String(answer.headers['location']), 'http://quintet.test');
  return {
    ...answer,
    path: landing.pathname,
    fields: Object.fromEntries(new URLSearchParams(landing.hash.slice(1))),
    callback: `${url.pathname}${url.search}`,
  };
}

/** An employee signs in by the name of the company. */
async function comeIn(id: string) {
  const begun = await send(test, 'GET', `/companies/sign-in/c-${id.slice(-12)}`, { from: from() });
  expect(begun.status).toBe(302);
  return back(String(begun.headers['location']), begun.cookies);
}

async function signedIn(cookies: Readonly<Record<string, string>>) {
  const headers = { 'x-quintet-client': 'web', 'x-csrf-token': cookies['quintet_csrf'] ?? '' };
  const refreshed = await send(test, 'POST', '/auth/refresh', { headers, cookies, from: from() });
  expect(refreshed.status).toBe(200);
  const user = refreshed.body['user'];
  const token = String(refreshed.body['access_token']);
  return { user, token, call: testClient(test, token) };
}

/** A member confirms the session they have. */
async function confirm(who: Someone, id: string, headers = who.headers) {
  const url = `/companies/${id}/directory/confirm`;
  const begun = await send(test, 'POST', url, { headers, body: {}, from: from() });
  expect(begun.status).toBe(200);
  return back(String(begun.body['authorization_url']), begun.cookies);
}

describe('the directory of a company', () => {
  it('is kept for its owners, its secret for nobody', async () => {
    const [ann, bob] = [await someone(), await someone()];
    const id = await company(ann);
    const set = (await ann.call(contract.setDirectory, directoryOf(id))).reply();
    expect(set).toMatchObject({ issuer: double.issuer, has_secret: true, joins_as: 'member' });
    expect(JSON.stringify(set)).not.toContain('company-secret');
    const got = (await ann.call(contract.getDirectory, { params: { id } })).reply();
    expect(got).toEqual({ directory: set, redirect_uri: set.redirect_uri });
    expect(await code(bob.call(contract.getDirectory, { params: { id } }))).toBe(
      '404 tenants.company_not_found',
    );
    expect(await code(bob.call(contract.setDirectory, directoryOf(id)))).toBe(
      '404 tenants.company_not_found',
    );
    const row = await test.app.database
      .scoped({ tenant: id })
      .row<{ text: string }>(sql`SELECT directory::text AS text FROM tenants.directory`);
    expect(row?.text).not.toContain('company-secret');
    await ann.call(contract.removeDirectory, { params: { id } });
    expect((await ann.call(contract.getDirectory, { params: { id } })).reply().directory).toBeNull();
  });

  it('is tried before it is kept', async () => {
    const ann = await someone();
    const id = await company(ann);
    double.misbehaviour = 'server_error';
    expect(await code(ann.call(contract.setDirectory, directoryOf(id)))).toBe(
      '422 tenants.directory_unreachable',
    );
    double.misbehaviour = 'timeout';
    expect(await code(ann.call(contract.setDirectory, directoryOf(id)))).toBe(
      '422 tenants.directory_unreachable',
    );
    double.misbehaviour = 'none';
    const issuer = 'http://127.0.0.1:9';
    expect(await code(ann.call(contract.setDirectory, directoryOf(id, { issuer })))).toBe(
      '422 tenants.directory_unreachable',
    );
    expect((await ann.call(contract.getDirectory, { params: { id } })).reply().directory).toBeNull();
  });

  it('sends people to web addresses only', async () => {
    const ann = await someone();
    const id = await company(ann);
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd']) {
      double.description = { authorization_endpoint: address };
      expect(await code(ann.call(contract.setDirectory, directoryOf(id)))).toBe(
        '422 tenants.directory_unreachable',
      );
    }
  });

  it('proves its client as the provider says', async () => {
    const ann = await someone();
    const id = await company(ann);
    double.description = { token_endpoint_auth_methods_supported: ['client_secret_basic'] };
    await ann.call(contract.setDirectory, directoryOf(id));
    employee('basic');
    expect((await comeIn(id)).fields['outcome']).toBe('signed_in');
    const { authorization, client_secret } = double.tokenRequests.at(-1) ?? {};
    expect([authorization?.startsWith('Basic '), client_secret]).toEqual([true, undefined]);
  });

  it('has a name of its own', async () => {
    const [ann, bob] = [await someone(), await someone()];
    const [one, two] = [await company(ann), await company(bob)];
    await ann.call(contract.setDirectory, directoryOf(one, { sign_in_name: 'romashka' }));
    const taken = directoryOf(two, { sign_in_name: 'romashka' });
    expect(await code(bob.call(contract.setDirectory, taken))).toBe('409 tenants.sign_in_name_taken');
    expect((await bob.call(contract.getDirectory, { params: { id: two } })).reply().directory).toBeNull();
    const bad = directoryOf(two, { sign_in_name: 'Ромашка!' });
    expect((await bob.call(contract.setDirectory, bad)).status).toBe(422);
  });

  it('makes an account at the first visit and finds it again', async () => {
    const ann = await someone();
    const id = await company(ann);
    await ann.call(contract.setDirectory, directoryOf(id));
    employee('olga');
    const first = await comeIn(id);
    expect([first.path, first.fields['outcome']]).toEqual(['/app/sign-in/social', 'signed_in']);
    const olga = await signedIn(first.cookies);
    expect(olga.user).toMatchObject({ email: null, has_password: false, display_name: 'Сотрудник olga' });
    const companies = (await olga.call(contract.listCompanies)).reply().items;
    expect(companies.filter(({ personal }) => !personal)).toMatchObject([{ id, role: 'member' }]);
    const again = await signedIn((await comeIn(id)).cookies);
    expect(again.user).toEqual(olga.user);
    // A password opens nothing without an address, and takes nothing from the directory.
    const headers = { authorization: `Bearer ${again.token}` };
    const body = { new_password: 'a perfectly fine secret' };
    const url = '/auth/password/change';
    expect((await send(test, 'POST', url, { headers, body, from: from() })).status).toBe(204);
    expect((await comeIn(id)).fields['outcome']).toBe('signed_in');
    expect(double.tokenRequests.at(-1)).toMatchObject({ client_secret: 'company-secret' });
    const members = (await ann.call(contract.listMembers, { params: { id } })).reply().items;
    expect(members).toHaveLength(2);
  });

  it('lets nobody join whom the company does not take, and nobody back who was taken out', async () => {
    const ann = await someone();
    const id = await company(ann);
    await ann.call(contract.setDirectory, directoryOf(id, { joins_as: null }));
    employee('petr');
    const closed = await comeIn(id);
    expect([closed.path, closed.fields]).toEqual([
      '/app/sign-in/company',
      { code: 'tenants.directory_closed' },
    ]);
    await ann.call(contract.setDirectory, directoryOf(id));
    await comeIn(id);
    const petr = (await ann.call(contract.listMembers, { params: { id } }))
      .reply()
      .items.find(({ display_name }) => display_name === 'Сотрудник petr');
    await ann.call(contract.removeMember, { params: { id, user_id: petr?.user_id ?? '' } });
    expect((await comeIn(id)).fields).toEqual({ code: 'tenants.directory_not_member' });
  });

  it('never opens an account that a person made themselves', async () => {
    const [ann, bob] = [await someone(), await someone()];
    const id = await company(ann);
    await ann.call(contract.setDirectory, directoryOf(id));
    // The directory says that its person has the address of the owner.
    double.person = { subject: 'villain', email: ann.email, name: 'Villain' };
    expect((await comeIn(id)).fields).toEqual({ code: 'tenants.directory_own_account' });
    // The address of somebody outside the company: another account, which is not theirs.
    double.person = { subject: 'villain-2', email: bob.email, name: 'Villain' };
    const made = await signedIn((await comeIn(id)).cookies);
    expect(made.user).toMatchObject({ email: null });
    expect(made.user).not.toMatchObject({ id: bob.id });
    // Linked by its owner, it is confirmed by the directory but never opened by it.
    double.person = { subject: 'ann', email: ann.email, name: 'Ann' };
    expect((await confirm(ann, id)).path).toBe(`/app/companies/${id}`);
    expect((await comeIn(id)).fields).toEqual({ code: 'tenants.directory_own_account' });
  });

  it('is finished once, in the browser that began, and believed only with a sound answer', async () => {
    const ann = await someone();
    const id = await company(ann);
    await ann.call(contract.setDirectory, directoryOf(id));
    employee('vera');
    const name = `/companies/sign-in/c-${id.slice(-12)}`;
    const begun = await send(test, 'GET', name, { from: from() });
    const stolen = await back(String(begun.headers['location']), {});
    expect(stolen.fields).toEqual({ code: 'tenants.trip_invalid' });
    const done = await comeIn(id);
    const replayed = await send(test, 'GET', done.callback, { cookies: done.cookies, from: from() });
    expect(String(replayed.headers['location'])).toContain('tenants.trip_invalid');
    for (const misbehaviour of ['wrong_nonce', 'bad_signature', 'expired_code', 'server_error'] as const) {
      double.misbehaviour = misbehaviour;
      const { path, fields } = await comeInWithWorkingDiscovery(id);
      expect([misbehaviour, path, fields['outcome']]).toEqual([
        misbehaviour,
        '/app/sign-in/company',
        undefined,
      ]);
    }
    const unknown = await send(test, 'GET', '/companies/sign-in/nobody-here', { from: from() });
    expect(String(unknown.headers['location'])).toContain('tenants.sign_in_name_unknown');
  });
});

/** The provider goes wrong only after the way there. */
async function comeInWithWorkingDiscovery(id: string) {
  const { misbehaviour } = double;
  double.misbehaviour = 'none';
  const begun = await send(test, 'GET', `/companies/sign-in/c-${id.slice(-12)}`, { from: from() });
  double.misbehaviour = misbehaviour;
  return back(String(begun.headers['location']), begun.cookies);
}

describe('what a company asks of its members', () => {
  it('is a confirmation by the directory, session by session', async () => {
    const ann = await someone();
    const id = await company(ann);
    const wish = { params: { id }, body: { second_factor_required: false, directory_required: true } };
    expect(await code(ann.call(contract.setEntryRules, wish))).toBe('409 tenants.directory_missing');
    await ann.call(contract.setDirectory, directoryOf(id));
    expect(await code(ann.call(contract.setEntryRules, wish))).toBe('409 tenants.directory_untried');
    double.person = { subject: 'owner', email: ann.email, name: 'Ann' };
    await confirm(ann, id);
    const rules = (await ann.call(contract.setEntryRules, wish)).reply();
    expect(rules).toMatchObject({ directory_required: true, has_directory: true });
    expect(rules.mine.confirmed_until).not.toBeNull();

    // Another session of the same person has not shown anything yet.
    const other = await signedInPerson(test, { name: ann.email.split('@')[0] ?? '' });
    const elsewhere: Someone = { ...other, call: testClient(test, other.accessToken) };
    const closed = '403 tenants.directory_required';
    const at = { params: { id } };
    expect(await code(elsewhere.call(contract.listMembers, at))).toBe(closed);
    expect(await code(elsewhere.call(contract.getDirectory, at))).toBe(closed);
    expect(await code(elsewhere.call(contract.listTrail, at))).toBe(closed);
    expect(await code(elsewhere.call(contract.deleteCompany, at))).toBe(closed);
    expect(await code(elsewhere.call(contract.setEntryRules, { ...wish }))).toBe(closed);
    await expect(tenants().workspace({ userId: ann.id, sessionId: ann.id }, id)).rejects.toMatchObject({
      code: 'tenants.directory_required',
      details: { company_id: id },
    });
    expect((await elsewhere.call(contract.getEntryRules, at)).reply().mine.confirmed_until).toBeNull();
    await confirm(elsewhere, id);
    expect((await elsewhere.call(contract.listMembers, at)).status).toBe(200);
    // A key acts while its person has confirmed a session.
    expect(await tenants().workspace({ userId: ann.id, sessionId: null }, id)).toMatchObject({
      companyId: id,
    });
    // Somebody else of the directory is not this person.
    employee('somebody');
    expect((await confirm(elsewhere, id)).fields).toEqual({ code: 'tenants.directory_other_person' });
  });

  it('is a second factor, which its owner has first', async () => {
    const ann = await someone();
    const id = await company(ann);
    const wish = { params: { id }, body: { second_factor_required: true, directory_required: false } };
    expect(await code(ann.call(contract.setEntryRules, wish))).toBe('409 tenants.own_second_factor_first');
  });

  it('is asked in companies only', async () => {
    const ann = await someone();
    const own = (await ann.call(contract.listCompanies)).reply().items[0];
    const id = own?.id ?? '';
    expect(await code(ann.call(contract.setDirectory, directoryOf(id)))).toBe('409 tenants.personal_space');
    const wish = { params: { id }, body: { second_factor_required: false, directory_required: false } };
    expect(await code(ann.call(contract.setEntryRules, wish))).toBe('409 tenants.personal_space');
  });
});

describe('another provider', () => {
  it('knows nobody of the one before, and is not taken while accounts stand on that', async () => {
    const ann = await someone();
    const id = await company(ann);
    await ann.call(contract.setDirectory, directoryOf(id));
    double.person = { subject: 'owner', email: ann.email, name: 'Ann' };
    await confirm(ann, id);
    const second = await startProviderDouble();
    try {
      const issuer = second.issuer;
      const changed = await ann.call(
        contract.setDirectory,
        directoryOf(id, { issuer, client_secret: undefined }),
      );
      expect(changed.reply()).toMatchObject({ issuer, has_secret: false });
      const rules = (await ann.call(contract.getEntryRules, { params: { id } })).reply();
      expect(rules.mine.confirmed_until).toBeNull();
      await ann.call(contract.setDirectory, directoryOf(id));
      employee('nina');
      await comeIn(id);
      expect(await code(ann.call(contract.setDirectory, directoryOf(id, { issuer })))).toBe(
        '409 tenants.directory_in_use',
      );
    } finally {
      await second.close();
    }
  });
});
