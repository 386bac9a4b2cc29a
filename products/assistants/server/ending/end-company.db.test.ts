import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defineRef } from '#base/ref';
import { memoryRef } from '#capabilities/memory/server';
import { CompanyDeleted } from '#capabilities/tenants/contract';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { sql } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import { defineModule } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import { type Companies, type Someone, startCompanies } from '../../testing/index.ts';
import type { AssistantsService } from '../assistants.ts';
import { memoryScope } from '../conversations/scope.ts';
import { assistantsRef } from '../index.ts';
import { assistantsModule } from '../module.ts';
import { tradeExport } from '../projects/exports.fixture.ts';
import { builtInRoles } from '../roles/built-in/index.ts';

const eventsRef = defineRef<Events>('announcer');
const announcer = defineModule({
  name: 'announcer',
  provides: eventsRef,
  create: ({ events }) => events,
});
const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule, announcer];
let companies: Companies;
let other: string;

type Place = ReturnType<Companies['at']>;
const at = (headers: Record<string, string> = {}): Place => companies.at(headers);
const bytes = { 'content-type': 'application/octet-stream' };

/** Tables with rows of a company, seen with the eyes of each of its people. New tables are found by themselves. */
async function filled(company: string, people: readonly Someone[]): Promise<readonly string[]> {
  const seen = people.map(({ id: owner }) =>
    companies.test.app.database.scoped({ tenant: company, owner }).rows<{ table_name: string }>(sql`
      SELECT table_name FROM information_schema.columns
       WHERE table_schema = 'assistants' AND column_name = 'tenant_id' AND strpos(query_to_xml(
         format('SELECT 1 AS there FROM assistants.%I WHERE tenant_id = %L LIMIT 1', table_name, ${company}::text),
         false, true, '')::text, 'there') > 0`),
  );
  const names = (await Promise.all(seen)).flat().map((row) => row.table_name);
  return [...new Set(names)].sort();
}

async function fill(who: Someone, place: Place): Promise<void> {
  const raw = { headers: { ...place.headers, ...bytes } };
  const { call } = who;
  const role = { params: { role: 'developer' } };
  const message = 'Наш проект называется Лютик.';
  const file = (
    await call(contract.uploadFile, { ...raw, query: { name: 'т.txt' }, body: strToU8('Текст') })
  ).reply();
  (await call(contract.chat, { ...place, ...role, body: { message, file_ids: [file.id] } })).reply();
  const prompt = await call(contract.createPrompt, { ...place, body: { title: 'Обзор', text: 'Проверь' } });
  (await call(contract.notePromptUse, { ...place, params: { id: prompt.reply().id } })).reply();
  (await call(contract.uploadFile, { ...raw, query: { name: 'х.txt' }, body: strToU8('Ещё') })).reply();
  const reading = { kind: 'private' } as const;
  const made = await call(contract.createCollection, { ...place, body: { name: `К ${who.id}`, reading } });
  const params = { id: made.reply().id };
  const query = { name: 'отпуск.txt' };
  (
    await call(contract.uploadKnowledgeDocument, { ...raw, params, query, body: strToU8('Отпуск в июле.') })
  ).reply();
  await vi.waitFor(
    async () =>
      expect(
        (await call(contract.searchKnowledge, { ...place, body: { query: 'отпуск' } })).reply().items,
      ).not.toEqual([]),
    { timeout: 60_000, interval: 100 },
  );
}

async function fillShared({ call }: Someone, place: Place): Promise<void> {
  const raw = { headers: { ...place.headers, ...bytes } };
  const developer = builtInRoles.get('developer');
  if (developer === undefined) throw new Error('There is no developer.');
  (await call(contract.createAssistant, { ...place, body: { ...developer, role: 'secretary' } })).reply();
  const prompt = { title: 'Общая', text: 'Проверь', shared: true };
  (await call(contract.createPrompt, { ...place, body: prompt })).reply();
  const plan = { start: '2026-03-02', tasks: [{ id: 'a', duration: 1 }] };
  (await call(contract.createPlan, { ...place, body: { name: 'План', plan } })).reply();
  (await call(contract.checkCode, { ...place, body: { code: 'А = 1', save: 'Проверка' } })).reply();
  const budget = {
    params: { subject: 'company' },
    body: { tokens_per_day: 1_000_000, cost_per_month: null },
  };
  (await call(contract.setBudget, { ...place, ...budget })).reply();
  const project = (await call(contract.createProject, { ...place, body: { name: 'Торговля' } })).reply();
  const params = { id: project.id };
  const query = { name: 'trade.zip' };
  (await call(contract.uploadToProject, { ...raw, params, query, body: tradeExport })).reply();
  await vi.waitFor(
    async () => expect((await call(contract.getProject, { ...place, params })).reply().status).toBe('ready'),
    { timeout: 60_000, interval: 100 },
  );
}

beforeAll(async () => {
  companies = await startCompanies({ modules });
  const { owner, member, stranger } = companies;
  await fillShared(owner, at());
  await Promise.all([fill(owner, at()), fill(member, at()), fill(stranger, { headers: {} })]);
  const rows = await companies.test.app.database.rows<{ tenant_id: string }>(
    sql`SELECT tenant_id FROM assistants.person_company WHERE owner_id = ${stranger.id}`,
  );
  other = rows[0]?.tenant_id ?? '';
});

afterAll(() => companies.test.close());

describe('a company that is gone for good', () => {
  it('takes everything along, and nothing of others', async () => {
    const { owner, member, stranger, company, test } = companies;
    const [people, others] = [[owner, member], [stranger]];
    const service = test.app.service(defineRef<AssistantsService>(assistantsRef.id));
    const before = await filled(other, others);
    expect(await filled(company, people)).toEqual(
      expect.arrayContaining([
        'attachment',
        'budget',
        'chunk',
        'conversation',
        'message',
        'person_company',
        'plan_version',
        'project_method',
        'project_version',
        'prompt',
        'prompt_use',
        'review',
        'role_version',
        'usage_entry',
      ]),
    );
    const folders = [
      `assistants/files/${company}/`,
      `assistants/knowledge/${company}/`,
      `assistants/projects/${company}/`,
    ];
    for (const folder of folders) expect(await test.app.storage.list(folder)).not.toEqual([]);

    await test.app.database.transaction((tx) =>
      test.app.service(eventsRef).emit(tx, CompanyDeleted, { company_id: company }),
    );
    await vi.waitFor(
      async () => {
        expect(await filled(company, people)).toEqual([]);
        for (const folder of folders) expect(await test.app.storage.list(folder)).toEqual([]);
      },
      { timeout: 60_000, interval: 200 },
    );
    expect(await filled(other, others)).toEqual(before);
    await service.endCompany(company);
    expect(await filled(other, others)).toEqual(before);
  });

  it('is forgotten by the memory of its people', async () => {
    const { owner, stranger, company, test } = companies;
    const memory = test.app.service(memoryRef);
    const recalled = async (userId: string, companyId: string) =>
      (await memory.recall(memoryScope({ userId, companyId }, 'developer'), { query: 'проект Лютик', k: 3 }))
        .results.length;
    expect(await recalled(owner.id, company)).toBe(0);
    expect(await recalled(stranger.id, other)).toBeGreaterThan(0);
  });
});
