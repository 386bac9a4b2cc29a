import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedInPerson } from '#capabilities/identity/testing';
import { createCompany } from '#capabilities/tenants/contract';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { type Reader, sql } from '#platform/server/database';
import { startTestApp, type TestApp, type TestClient, testClient } from '#platform/testing';
import * as contract from '../contract/index.ts';
import { assistantsModule } from './module.ts';
import { builtInRoles } from './roles/built-in/index.ts';

interface Someone {
  readonly id: string;
  readonly call: TestClient;
}

let test: TestApp;
let owner: Someone;
let viewer: Someone;
let stranger: Someone;
let company: string;

async function someone(name: string): Promise<Someone> {
  const person = await signedInPerson(test, { name });
  return { id: person.id, call: testClient(test, person.accessToken) };
}

beforeAll(async () => {
  test = await startTestApp({
    modules: [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule],
  });
  [owner, viewer, stranger] = await Promise.all([someone('owner'), someone('viewer'), someone('stranger')]);
  company = (await owner.call(createCompany, { body: { name: 'Ромашка' } })).reply().id;
  await test.app.database.transaction(
    (tx) =>
      tx.run(sql`
      INSERT INTO tenants.member (company_id, user_id, role, joined_at)
      VALUES (${company}, ${viewer.id}, 'viewer', now())`),
    { scope: { tenant: company } },
  );
});

afterAll(() => test.close());

const at = (): { headers: Record<string, string> } => ({ headers: { 'x-company-id': company } });

const { instructions: _instructions, ...rest } = builtInRoles.get('developer') ?? { instructions: '' };
const own = { ...rest, instructions: 'Отвечай кратко.', tools: [] };

async function code(answer: Promise<{ status: number; problem(): { code?: string } }>): Promise<string> {
  const { status, problem } = await answer;
  return `${status} ${problem().code}`;
}

describe('assistants of a company', () => {
  it('are five at first', async () => {
    const { items } = (await viewer.call(contract.listAssistants, at())).reply();
    expect(items.map(({ role, version, built_in }) => [role, version, built_in])).toEqual(
      ['architect', 'developer', 'tester', 'project-manager', 'business-analyst'].map((role) => [
        role,
        0,
        true,
      ]),
    );
  });

  it('change for one company only, keep their history, and roll back', async () => {
    const params = { role: 'tester' };
    const change = (base_version: number, instructions: string) =>
      owner.call(contract.changeAssistant, {
        ...at(),
        params,
        body: { ...own, instructions, base_version, note: 'короче' },
      });
    expect((await change(0, 'Первая.')).reply()).toMatchObject({
      version: 1,
      instructions: 'Первая.',
      built_in: true,
    });
    expect((await change(1, 'Вторая.')).reply().version).toBe(2);
    expect(await code(change(1, 'Третья.'))).toBe('409 assistants.role_changed');
    const seen = (who: Someone, where = {}) => who.call(contract.getAssistant, { ...where, params });
    expect((await seen(viewer, at())).reply().instructions).toBe('Вторая.');
    expect((await seen(stranger)).reply().version).toBe(0);
    const rolled = await owner.call(contract.rollBackAssistant, {
      ...at(),
      params,
      body: { version: 1, base_version: 2 },
    });
    expect(rolled.reply()).toMatchObject({ version: 3, instructions: 'Первая.' });
    const history = (await viewer.call(contract.listRoleVersions, { ...at(), params })).reply().items;
    expect(history.map(({ version, author_id }) => [version, author_id])).toEqual([
      [3, owner.id],
      [2, owner.id],
      [1, owner.id],
      [0, null],
    ]);
    expect((await owner.call(contract.deleteAssistant, { ...at(), params })).status).toBe(204);
    expect((await seen(viewer, at())).reply().version).toBe(0);
  });

  it('of its own are made and deleted by administrators', async () => {
    const make = (who: Someone, role: string, more = {}) =>
      who.call(contract.createAssistant, { ...at(), body: { ...own, role, ...more } });
    expect((await make(owner, 'secretary')).reply()).toMatchObject({
      role: 'secretary',
      built_in: false,
      version: 1,
    });
    expect(await code(make(owner, 'secretary'))).toBe('409 assistants.role_taken');
    expect(await code(make(owner, 'architect'))).toBe('409 assistants.role_taken');
    expect(await code(make(owner, 'usage'))).toBe('422 assistants.role_name_reserved');
    expect(await code(make(viewer, 'other'))).toBe('403 tenants.role_too_low');
    expect(await code(make(owner, 'other', { tools: ['no_such_tool'] }))).toBe('422 assistants.unknown_tool');
    expect((await make(owner, 'Bad Name')).status).toBe(422);
    expect((await make(owner, 'other', { instructions: ' ' })).status).toBe(422);
    const params = { role: 'secretary' };
    expect(await code(stranger.call(contract.getAssistant, { params }))).toBe(
      '404 assistants.role_not_found',
    );
    expect(await code(stranger.call(contract.getAssistant, { ...at(), params }))).toBe(
      '404 tenants.company_not_found',
    );
    expect(await code(viewer.call(contract.deleteAssistant, { ...at(), params }))).toBe(
      '403 tenants.role_too_low',
    );
    expect((await owner.call(contract.deleteAssistant, { ...at(), params })).status).toBe(204);
    expect(await code(owner.call(contract.deleteAssistant, { ...at(), params }))).toBe(
      '404 assistants.role_not_found',
    );
  });

  it('have names that are no addresses of anything else', () => {
    const first = Object.values(contract).flatMap((one) => {
      const path = typeof one === 'object' && 'path' in one && typeof one.path === 'string' ? one.path : '';
      return /^\/api\/assistants\/([a-z][a-z-]*)/.exec(path)?.[1] ?? [];
    });
    expect(first.length).toBeGreaterThan(50);
    const free = first.filter((name) => !contract.reservedRoleNames.has(name) && !builtInRoles.has(name));
    expect(free).toEqual([]);
  });

  it('are written once when two change the same version at the same time', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map((nth) =>
        owner.call(contract.changeAssistant, {
          ...at(),
          params: { role: 'architect' },
          body: { ...own, instructions: `Версия ${nth}`, base_version: 0 },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('are invisible to the database under another company', async () => {
    const count = async (reader: Reader) =>
      (await reader.rows(sql`SELECT 1 FROM assistants.role_version`)).length;
    expect(await count(test.app.database.scoped({ tenant: company }))).toBeGreaterThan(0);
    expect(await count(test.app.database.scoped({ tenant: stranger.id }))).toBe(0);
    expect(await count(test.app.database.scoped({ owner: owner.id }))).toBe(0);
  });

  it('are for people who are signed in', async () => {
    expect((await testClient(test)(contract.listAssistants)).status).toBe(401);
  });
});
