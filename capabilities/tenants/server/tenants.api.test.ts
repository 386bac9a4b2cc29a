import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineRef } from '#base/ref';
import { lettersTo, signedInPerson, type TestPerson } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { sql } from '#platform/server/database';
import { startTestApp, type TestApp, type TestClient, testClient } from '#platform/testing';
import * as contract from '../contract/index.ts';
import { tenantsRef } from './index.ts';
import { tenantsModule } from './module.ts';
import type { TenantsService } from './service.ts';

interface Someone extends TestPerson {
  readonly call: TestClient;
}

let test: TestApp;
let ann: Someone;
let bob: Someone;
let eve: Someone;

async function someone(name: string): Promise<Someone> {
  const person = await signedInPerson(test, { name });
  return { ...person, call: testClient(test, person.accessToken) };
}

function join(companyId: string, person: Someone, role: string): Promise<number> {
  return test.app.database.transaction(
    (tx) =>
      tx.run(sql`
      INSERT INTO tenants.member (company_id, user_id, role, joined_at)
      VALUES (${companyId}, ${person.id}, ${role}, now())`),
    { scope: { tenant: companyId } },
  );
}

/** Past the limit on founding by one caller. */
async function found(owner: Someone): Promise<string> {
  const { companies } = test.app.service(defineRef<TenantsService>(tenantsRef.id));
  return (await companies.found(owner.id, 'Ромашка')).id;
}

async function code(answer: Promise<{ status: number; problem(): { code?: string } }>): Promise<string> {
  const { status, problem } = await answer;
  return `${status} ${problem().code ?? ''}`;
}

beforeAll(async () => {
  test = await startTestApp({ modules: [identityModule, tenantsModule] });
  [ann, bob, eve] = await Promise.all([someone('ann'), someone('bob'), someone('eve')]);
});

afterAll(() => test.close());

describe('companies', () => {
  it('begin with a space of one’s own, made once', async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, () => eve.call(contract.listCompanies)));
    expect(new Set(asked.map((answer) => answer.reply().items[0]?.id)).size).toBe(1);
    expect(asked[0]?.reply().items).toMatchObject([{ personal: true, role: 'owner', active: true }]);
  });

  it('are founded by anybody', async () => {
    const answer = await ann.call(contract.createCompany, { body: { name: ' Василёк ' } });
    expect([answer.status, answer.reply().name, answer.reply().role]).toEqual([201, 'Василёк', 'owner']);
  });

  it('are found, renamed, chosen and seen by their members only', async () => {
    const id = await found(ann);
    const renamed = await ann.call(contract.renameCompany, { params: { id }, body: { name: ' Лютик ' } });
    expect(renamed.reply()).toMatchObject({ name: 'Лютик', role: 'owner', personal: false });
    expect(await code(bob.call(contract.getCompany, { params: { id } }))).toBe(
      '404 tenants.company_not_found',
    );
    expect(await code(bob.call(contract.chooseCompany, { body: { id } }))).toBe(
      '404 tenants.company_not_found',
    );
    await join(id, bob, 'viewer');
    expect((await bob.call(contract.chooseCompany, { body: { id } })).reply().active).toBe(true);
    expect((await bob.call(contract.listCompanies)).reply().items[0]?.id).toBe(id);
    expect(await code(bob.call(contract.renameCompany, { params: { id }, body: { name: 'x' } }))).toBe(
      '403 tenants.role_too_low',
    );
    const { items } = (await bob.call(contract.listMembers, { params: { id } })).reply();
    expect(items.map(({ role }) => role)).toEqual(['owner', 'viewer']);
  });

  it('keep an owner, and owners are changed by owners', async () => {
    const id = await found(ann);
    await join(id, bob, 'admin');
    await join(id, eve, 'member');
    const change = (who: Someone, whom: Someone, role: 'owner' | 'admin' | 'member' | 'viewer') =>
      who.call(contract.changeMember, { params: { id, user_id: whom.id }, body: { role } });
    expect((await change(bob, eve, 'viewer')).reply().role).toBe('viewer');
    expect(await code(change(bob, ann, 'member'))).toBe('403 tenants.role_too_low');
    expect(await code(change(bob, eve, 'owner'))).toBe('403 tenants.role_too_low');
    expect(await code(change(ann, ann, 'admin'))).toBe('409 tenants.last_owner');
    const remove = (who: Someone, whom: Someone) =>
      who.call(contract.removeMember, { params: { id, user_id: whom.id } });
    expect(await code(remove(ann, ann))).toBe('409 tenants.last_owner');
    expect(await code(remove(eve, bob))).toBe('403 tenants.role_too_low');
    expect((await remove(eve, eve)).status).toBe(204);
    expect(await code(remove(ann, eve))).toBe('404 tenants.member_not_found');
    await change(ann, bob, 'owner');
    const left = await Promise.all([remove(ann, ann), remove(bob, bob)]);
    expect(left.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('never let anybody into a personal space', async () => {
    const own = (await eve.call(contract.listCompanies)).reply().items.find(({ personal }) => personal);
    const params = { id: own?.id ?? '', user_id: eve.id };
    expect(await code(eve.call(contract.removeMember, { params }))).toBe('409 tenants.personal_space');
  });

  it.each([{ name: '' }, { name: '  ' }, { name: 'x'.repeat(121) }, {}])('refuse %j', async (body) => {
    expect((await ann.call(contract.createCompany, { body })).status).toBe(422);
  });

  it('are for people who are signed in', async () => {
    expect((await testClient(test)(contract.listCompanies)).status).toBe(401);
  });
});

describe('invitations', () => {
  /** The token in the newest letter to an address. */
  async function tokenFor(person: Someone): Promise<string> {
    const text = (await lettersTo(test, person.email)).at(-1)?.letter.text ?? '';
    return /#(\S+)/.exec(text)?.[1] ?? '';
  }
  const inviting = (who: Someone, id: string, email: string, role: 'admin' | 'member' | 'owner' = 'member') =>
    who.call(contract.invite, { params: { id }, body: { email, role } });
  const joining = (who: Someone, token: string) => who.call(contract.joinCompany, { body: { token } });

  it('let the invited address in once', async () => {
    const id = await found(ann);
    expect((await inviting(ann, id, bob.email.toUpperCase(), 'admin')).reply()).toMatchObject({
      email: bob.email,
      role: 'admin',
    });
    const token = await tokenFor(bob);
    expect(await code(joining(eve, token))).toBe('403 tenants.other_address');
    expect((await joining(bob, token)).reply()).toMatchObject({ id, role: 'admin', active: true });
    expect(await code(joining(bob, token))).toBe('404 tenants.invitation_not_found');
    expect((await ann.call(contract.listInvitations, { params: { id } })).reply().items).toEqual([]);
  });

  it('are replaced, withdrawn, and open to administrators alone', async () => {
    const id = await found(ann);
    await inviting(ann, id, eve.email);
    const first = await tokenFor(eve);
    await inviting(ann, id, eve.email);
    expect(await code(joining(eve, first))).toBe('404 tenants.invitation_not_found');
    const { items } = (await ann.call(contract.listInvitations, { params: { id } })).reply();
    expect(items).toHaveLength(1);
    const params = { id, invitation_id: items[0]?.id ?? '' };
    expect(await code(bob.call(contract.withdrawInvitation, { params }))).toBe(
      '404 tenants.company_not_found',
    );
    await join(id, bob, 'member');
    expect(await code(inviting(bob, id, 'x@example.test'))).toBe('403 tenants.role_too_low');
    expect(await code(bob.call(contract.listInvitations, { params: { id } }))).toBe(
      '403 tenants.role_too_low',
    );
    expect((await ann.call(contract.withdrawInvitation, { params })).status).toBe(204);
    expect(await code(ann.call(contract.withdrawInvitation, { params }))).toBe(
      '404 tenants.invitation_not_found',
    );
    expect(await code(joining(eve, await tokenFor(eve)))).toBe('404 tenants.invitation_not_found');
  });

  it.each(['', 'no address', 'a@b@c'])('refuse the address %j', async (email) => {
    expect((await inviting(ann, await found(ann), email)).status).toBe(422);
  });

  it.each(['x', `${'0'.repeat(36)}.abc`, '00000000-0000-7000-8000-000000000000.abcdefgh'])(
    'refuse the token %s',
    async (token) => {
      expect([404, 422]).toContain((await joining(ann, token)).status);
    },
  );
});

describe('workspaces', () => {
  it('follow the header, else the choice, and end with the membership', async () => {
    const tenants = test.app.service(tenantsRef);
    const id = await found(ann);
    await join(id, eve, 'member');
    expect(await tenants.workspace({ userId: eve.id, sessionId: null }, id)).toMatchObject({
      companyId: id,
      role: 'member',
      isPersonal: false,
    });
    expect(() =>
      tenants.requireRole(
        { companyId: id, name: '', isPersonal: false, userId: eve.id, role: 'member' },
        'admin',
      ),
    ).toThrow();
    await ann.call(contract.removeMember, { params: { id, user_id: eve.id } });
    await expect(tenants.workspace({ userId: eve.id, sessionId: null }, id)).rejects.toMatchObject({
      code: 'tenants.company_not_found',
    });
    await expect(tenants.workspace({ userId: eve.id, sessionId: null }, 'no id')).rejects.toMatchObject({
      code: 'tenants.company_not_found',
    });
    expect(await tenants.isMember(id, eve.id)).toBe(false);
  });

  it('of others are invisible to the database, too', async () => {
    const id = await found(ann);
    const seen = (scope: { owner?: string; tenant?: string }) =>
      test.app.database.scoped(scope).rows(sql`SELECT 1 FROM tenants.company WHERE id = ${id}`);
    expect(await seen({ owner: bob.id })).toHaveLength(0);
    expect(await seen({})).toHaveLength(0);
    expect(await seen({ owner: ann.id })).toHaveLength(1);
    expect(await seen({ tenant: id })).toHaveLength(1);
  });
});
