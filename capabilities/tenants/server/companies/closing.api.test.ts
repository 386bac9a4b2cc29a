import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineRef } from '#base/ref';
import { send, signedInPerson, type TestPerson } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { sql } from '#platform/server/database';
import { defineModule } from '#platform/server/modules';
import { startTestApp, type TestApp, type TestClient, testClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import { tenantsRef } from '../index.ts';
import { tenantsModule } from '../module.ts';
import type { TenantsService } from '../service.ts';
import { graceOfClosed } from './closing.ts';

interface Someone extends TestPerson {
  readonly call: TestClient;
}

let test: TestApp;
let ann: Someone;
let bob: Someone;
const heard: string[] = [];

const listener = defineModule({
  name: 'listener',
  create: () => ({}),
  listen: async () => ({
    listen: ({ on }) =>
      on(contract.CompanyDeleted, 'listener', async ({ payload }) => {
        heard.push(payload.company_id);
      }),
  }),
});

async function someone(name: string): Promise<Someone> {
  const person = await signedInPerson(test, { name });
  return { ...person, call: testClient(test, person.accessToken) };
}

const tenants = () => test.app.service(defineRef<TenantsService>(tenantsRef.id));

async function companyOfBoth(): Promise<string> {
  const { id } = await tenants().companies.found(ann.id, 'Ромашка');
  await test.app.database.transaction(
    (tx) =>
      tx.run(sql`INSERT INTO tenants.member (company_id, user_id, role, joined_at)
        VALUES (${id}, ${bob.id}, 'admin', now())`),
    { scope: { tenant: id } },
  );
  return id;
}

async function code(answer: Promise<{ status: number; problem(): { code?: string } }>): Promise<string> {
  const { status, problem } = await answer;
  return `${status} ${problem().code ?? ''}`;
}

beforeAll(async () => {
  test = await startTestApp({ modules: [identityModule, tenantsModule, listener] });
  [ann, bob] = await Promise.all([someone('ann'), someone('bob')]);
});
afterAll(() => test.close());

describe('a company that is closed', () => {
  it('is there for nobody, until an owner restores it', async () => {
    const id = await companyOfBoth();
    const at = { params: { id } };
    expect(await code(bob.call(contract.deleteCompany, at))).toBe('403 tenants.role_too_low');
    expect((await ann.call(contract.deleteCompany, at)).status).toBe(204);
    for (const person of [ann, bob])
      expect(await code(person.call(contract.getCompany, at))).toBe('404 tenants.company_not_found');
    expect(await code(ann.call(contract.deleteCompany, at))).toBe('404 tenants.company_not_found');
    await expect(tenants().workspace({ userId: bob.id, sessionId: null }, id)).rejects.toMatchObject({
      code: 'tenants.company_not_found',
    });
    const listed = (await ann.call(contract.listDeletedCompanies)).reply().items;
    expect(listed.map((closed) => closed.id)).toEqual([id]);
    expect((await bob.call(contract.listDeletedCompanies)).reply().items).toEqual([]);
    expect(await code(bob.call(contract.restoreCompany, at))).toBe('404 tenants.company_not_found');
    expect((await ann.call(contract.restoreCompany, at)).reply()).toMatchObject({ id, role: 'owner' });
    expect((await bob.call(contract.getCompany, at)).reply()).toMatchObject({ role: 'admin' });
    expect(await code(ann.call(contract.restoreCompany, at))).toBe('404 tenants.company_not_found');
  });

  it('is gone for good when its time is over, and only then', async () => {
    const id = await companyOfBoth();
    await ann.call(contract.deleteCompany, { params: { id } });
    await tenants().closing.end(id);
    expect((await ann.call(contract.listDeletedCompanies)).reply().items).toMatchObject([{ id }]);
    await test.app.database.transaction(
      (tx) =>
        tx.run(sql`UPDATE tenants.company SET deleted_at = ${new Date(Date.now() - graceOfClosed - 1_000)}
          WHERE id = ${id}`),
      { scope: { tenant: id } },
    );
    await tenants().closing.end(id);
    await tenants().closing.end(id);
    await test.app.jobs.drain();
    await expect.poll(() => heard, { timeout: 15_000 }).toEqual([id]);
    expect((await ann.call(contract.listDeletedCompanies)).reply().items).toEqual([]);
    const left = await test.app.database
      .scoped({ tenant: id })
      .row<{ count: number }>(
        sql`SELECT count(*)::int AS count FROM tenants.member WHERE company_id = ${id}`,
      );
    expect(left?.count).toBe(0);
  });

  it('is never a personal space', async () => {
    const eve = await someone('eve');
    const [own] = (await eve.call(contract.listCompanies)).reply().items;
    expect(await code(eve.call(contract.deleteCompany, { params: { id: own?.id ?? '' } }))).toBe(
      '409 tenants.personal_space',
    );
  });
});

describe('a second factor that a company asks for', () => {
  it('opens it to those who have one', async () => {
    const id = await companyOfBoth();
    const { headers } = ann;
    const setup = await send(test, 'POST', '/auth/2fa/setup', { headers, body: {} });
    const totp = new TOTP({ secret: Secret.fromBase32(String(setup.body['secret'])) });
    const enabled = await send(test, 'POST', '/auth/2fa/enable', {
      headers,
      body: { code: totp.generate() },
    });
    expect(enabled.status).toBe(200);
    const wish = { params: { id }, body: { second_factor_required: true, directory_required: false } };
    expect(await code(bob.call(contract.setEntryRules, wish))).toBe('403 tenants.role_too_low');
    expect((await ann.call(contract.setEntryRules, wish)).reply()).toMatchObject({
      second_factor_required: true,
      mine: { second_factor: true },
    });
    expect((await ann.call(contract.listMembers, { params: { id } })).status).toBe(200);
    expect(await code(bob.call(contract.listMembers, { params: { id } }))).toBe(
      '403 tenants.second_factor_required',
    );
    const rules = (await bob.call(contract.getEntryRules, { params: { id } })).reply();
    expect(rules).toMatchObject({ second_factor_required: true, mine: { second_factor: false } });
    // Leaving needs no proof.
    expect((await bob.call(contract.removeMember, { params: { id, user_id: bob.id } })).status).toBe(204);
  });
});

describe('the trail of a company', () => {
  it('tells its administrators what was done, and nobody else', async () => {
    const id = await companyOfBoth();
    await ann.call(contract.renameCompany, { params: { id }, body: { name: 'Василёк' } });
    await ann.call(contract.changeMember, { params: { id, user_id: bob.id }, body: { role: 'member' } });
    const first = (await ann.call(contract.listTrail, { params: { id }, query: { limit: 2 } })).reply();
    expect(
      first.items.map(({ action, actor_name, subject_name }) => [action, actor_name, subject_name]),
    ).toEqual([
      ['tenants.role_changed', 'ann', 'bob'],
      ['tenants.company_renamed', 'ann', null],
    ]);
    const cursor = first.next_cursor ?? '';
    const rest = (await ann.call(contract.listTrail, { params: { id }, query: { cursor } })).reply();
    expect(rest).toMatchObject({ items: [{ action: 'tenants.company_founded' }], next_cursor: null });
    expect(await code(bob.call(contract.listTrail, { params: { id } }))).toBe('403 tenants.role_too_low');
    expect(await code(ann.call(contract.listTrail, { params: { id }, query: { cursor: 'x' } }))).toBe(
      '422 tenants.cursor_invalid',
    );
    const stranger = await someone('stranger');
    expect(await code(stranger.call(contract.listTrail, { params: { id } }))).toBe(
      '404 tenants.company_not_found',
    );
  });
});
