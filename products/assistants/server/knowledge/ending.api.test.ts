import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '#base/ids';
import { defineRef } from '#base/ref';
import type { Workspace } from '#capabilities/tenants/server';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { type Sql, sql } from '#platform/server/database';
import * as contract from '../../contract/index.ts';
import { type Companies, type Someone, startCompanies } from '../../testing/index.ts';
import type { AssistantsService } from '../assistants.ts';
import { assistantsRef } from '../index.ts';
import { assistantsModule } from '../module.ts';
import { tradeExport } from '../projects/exports.fixture.ts';
import type { ToolCallContext } from '../tools/tool.ts';

const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule];
let companies: Companies;
let service: AssistantsService;
let projectId: string;

beforeAll(async () => {
  companies = await startCompanies({ modules });
  service = companies.test.app.service(defineRef<AssistantsService>(assistantsRef.id));
  const { owner, member, at } = companies;
  const made = await owner.call(contract.createProject, { ...at(), body: { name: 'Торговля' } });
  projectId = made.reply().id;
  await owner.call(contract.uploadToProject, {
    ...at({ 'content-type': 'application/octet-stream' }),
    params: { id: projectId },
    query: { name: 'trade.zip' },
    body: tradeExport,
  });
  const shared = { kind: 'company', least_role: 'viewer' } as const;
  await put(owner, 'Общая', shared, 'Порядок отпусков общий для всех.');
  await put(member, 'Моя', { kind: 'private' }, 'Мой отпуск в июле.');
  await vi.waitFor(
    async () => {
      const project = await owner.call(contract.getProject, { ...at(), params: { id: projectId } });
      expect(project.reply().status).toBe('ready');
      const { items } = (
        await member.call(contract.searchKnowledge, { ...at(), body: { query: 'отпуск' } })
      ).reply();
      expect(items).toHaveLength(2);
    },
    { timeout: 60_000, interval: 100 },
  );
});

afterAll(() => companies.test.close());

async function put(
  who: Someone,
  name: string,
  reading: contract.CollectionAccess,
  text: string,
): Promise<void> {
  const { at } = companies;
  const made = await who.call(contract.createCollection, { ...at(), body: { name, reading } });
  await who.call(contract.uploadKnowledgeDocument, {
    ...at({ 'content-type': 'application/octet-stream' }),
    params: { id: made.reply().id },
    query: { name: `${name}.txt` },
    body: strToU8(text),
  });
}

function contextOf(who: Someone, project: string | undefined, locale: 'ru' | 'en' = 'ru'): ToolCallContext {
  const workspace: Workspace = {
    companyId: companies.company,
    name: '',
    isPersonal: false,
    userId: who.id,
    role: 'member',
  };
  return { workspace, locale, projectId: project, files: [], signal: new AbortController().signal };
}

const run = (name: string, input: unknown, project: string | undefined = projectId) =>
  service.toolbox.run(name, input, contextOf(companies.member, project));

describe('tools about a project', () => {
  it('tell an object with its attributes, or what may have been meant', async () => {
    const found = await run('find_metadata', { name: 'Партнёры и клиенты' });
    expect(found.text).toContain('| `ИНН` | Строка(12) |');
    expect(found.sources).toMatchObject([{ kind: 'metadata', reference: 'Catalogs/Партнеры.xml' }]);
    const other = await run('find_metadata', { name: 'Справочник.Партнер' });
    expect(other.data).toMatchObject({ found: false, suggestions: ['Справочник.Партнеры'] });
    const english = await service.toolbox.run(
      'find_metadata',
      { name: 'Catalog.Партнеры' },
      contextOf(companies.member, projectId, 'en'),
    );
    expect(english.text).toContain('String(12)');
  });

  it('tell what a change reaches', async () => {
    const { text, data } = await run('impact_of', { name: 'Справочник.Партнеры' });
    expect(text).toContain('`Документ.Отгрузка`');
    expect(data).toMatchObject({ target: 'Catalog.Партнеры', left_out: 0 });
    await expect(run('impact_of', { name: 'Справочник.Нет' })).rejects.toMatchObject({
      code: 'assistants.object_not_found',
    });
  });

  it('check names of lists and texts', async () => {
    const { data } = await run('check_names', {
      names: ['Документ.Отгрузка', 'Документ.Отгрузки'],
      text: 'А = 1;\nСправочники.Товары.НайтиПоКоду(1);',
    });
    expect(data).toMatchObject({
      unknown: [
        { name: 'Документ.Отгрузки', suggestions: ['Документ.Отгрузка'], line: null },
        { name: 'Справочники.Товары', line: 2 },
      ],
    });
    const prose = await run('check_names', { text: 'Создайте Справочник.Товары и Справочник.Партнеры' });
    expect(prose.data).toMatchObject({ unknown: [{ name: 'Справочник.Товары', line: 1 }] });
    await expect(run('check_names', {})).rejects.toMatchObject({ code: 'assistants.tool_input' });
  });

  it('find code with its lines', async () => {
    const { sources, text } = await run('find_in_code', { query: 'найти партнёра по ИНН' });
    expect(sources?.[0]).toMatchObject({ kind: 'code', title: 'НайтиПоИНН', lines: [5, 7] });
    expect(text).toContain('```bsl');
  });

  it('need a project, one of the company', async () => {
    const context = contextOf(companies.member, undefined);
    await expect(service.toolbox.run('find_metadata', { name: 'А' }, context)).rejects.toMatchObject({
      code: 'assistants.no_project',
    });
    await expect(run('find_metadata', { name: 'А' }, newId())).rejects.toMatchObject({
      code: 'assistants.project_not_found',
    });
    const { unknownNames, check } = service.projectAccess;
    const { workspace } = contextOf(companies.member, projectId);
    await check(workspace, projectId);
    const call = { locale: 'ru', signal: AbortSignal.timeout(60_000) } as const;
    expect(await unknownNames(workspace, projectId, 'Справочник.Товары', call)).toHaveLength(1);
  });
});

describe('the tool about documents', () => {
  it('answers what the person may read, with sources', async () => {
    const { data, sources, text } = await run('search_knowledge', { query: 'отпуск' });
    expect(data).toHaveLength(2);
    expect(sources?.map(({ title }) => title).sort()).toEqual(['Моя.txt', 'Общая.txt']);
    expect(text).toContain('> ');
    const context = contextOf(companies.owner, undefined);
    const others = await service.toolbox.run('search_knowledge', { query: 'отпуск' }, context);
    expect(others.data).toHaveLength(1);
  });
});

describe('the end', () => {
  const count = async (table: Sql, scope: { tenant: string; owner?: string }): Promise<number> =>
    (await companies.test.app.database.scoped(scope).rows(sql`SELECT 1 FROM ${table}`)).length;

  it('of a person takes private collections along and leaves shared ones without a name', async () => {
    const { member, owner, company, test } = companies;
    expect(JSON.stringify(await service.personalData.export(member.id))).toContain('Моя.txt');
    for (const person of [member, owner])
      await test.app.database.transaction((tx) => service.personalData.erase(tx, person.id));
    expect(await count(sql`assistants.collection`, { tenant: company, owner: member.id })).toBe(1);
    const named = sql`assistants.document WHERE uploaded_by IS NOT NULL`;
    expect(await count(named, { tenant: company })).toBe(0);
    expect(await count(sql`assistants.project WHERE created_by IS NOT NULL`, { tenant: company })).toBe(0);
  });

  it('of a company takes everything along, bytes included', async () => {
    const { viewer, company, test, at } = companies;
    await service.knowledge.purge(company);
    await service.projects.purge(company);
    const tables = [
      sql`assistants.collection`,
      sql`assistants.posting`,
      sql`assistants.project`,
      sql`assistants.project_posting`,
    ];
    for (const table of tables) expect(await count(table, { tenant: company, owner: viewer.id })).toBe(0);
    await vi.waitFor(async () => {
      expect(await test.app.storage.list(`assistants/knowledge/${company}/`)).toEqual([]);
      expect(await test.app.storage.list(`assistants/projects/${company}/`)).toEqual([]);
    });
    expect((await viewer.call(contract.listProjects, at())).reply().items).toEqual([]);
  });
});
