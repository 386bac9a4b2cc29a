import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { type Reader, sql } from '#platform/server/database';
import { testClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import { type Companies, type Someone, said, startCompanies } from '../../testing/index.ts';
import { assistantsModule } from '../module.ts';
import { extensionExport, tradeExport } from './exports.fixture.ts';

const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule];
let companies: Companies;
let owner: Someone;
let viewer: Someone;
let stranger: Someone;

beforeAll(async () => {
  companies = await startCompanies({ modules });
  ({ owner, viewer, stranger } = companies);
});

afterAll(() => companies.test.close());

const code = said;
const at = (): { headers: Record<string, string> } => companies.at();
const bytes = (): { headers: Record<string, string> } =>
  companies.at({ 'content-type': 'application/octet-stream' });

async function create(name: string): Promise<string> {
  const made = await owner.call(contract.createProject, { ...at(), body: { name, description: 'Проба' } });
  return made.reply().id;
}

async function upload(id: string, name: string, body: Uint8Array): Promise<contract.ProjectUpload> {
  return (
    await owner.call(contract.uploadToProject, { ...bytes(), params: { id }, query: { name }, body })
  ).reply();
}

/** The project once nothing of it waits. */
function settled(id: string): Promise<contract.Project> {
  return vi.waitFor(
    async () => {
      const project = (await owner.call(contract.getProject, { ...at(), params: { id } })).reply();
      expect(project.status).not.toBe('reading');
      return project;
    },
    { timeout: 60_000, interval: 100 },
  );
}

async function uploads(id: string): Promise<readonly contract.ProjectUpload[]> {
  return (await owner.call(contract.listProjectUploads, { ...at(), params: { id } })).reply().items;
}

describe('projects of a company', () => {
  it('are made by members, read by viewers, and unknown to others', async () => {
    const id = await create('Склад');
    const params = { id };
    expect(await code(owner.call(contract.createProject, { ...at(), body: { name: 'СКЛАД' } }))).toBe(
      '409 assistants.project_name_taken',
    );
    expect(await code(viewer.call(contract.createProject, { ...at(), body: { name: 'Другой' } }))).toBe(
      '403 tenants.role_too_low',
    );
    const seen = (await viewer.call(contract.getProject, { ...at(), params })).reply();
    expect(seen).toMatchObject({ name: 'Склад', status: 'empty', version: 0, figures: null });
    expect(await code(stranger.call(contract.getProject, { params }))).toBe(
      '404 assistants.project_not_found',
    );
    expect(await code(stranger.call(contract.getProject, { ...at(), params }))).toBe(
      '404 tenants.company_not_found',
    );
    expect((await testClient(companies.test)(contract.getProject, { params })).status).toBe(401);
    const renamed = await owner.call(contract.changeProject, { ...at(), params, body: { name: 'Склад 2' } });
    expect(renamed.reply()).toMatchObject({ name: 'Склад 2', description: 'Проба' });
    expect(await code(owner.call(contract.listProjectObjects, { ...at(), params }))).toBe(
      '409 assistants.project_empty',
    );
    expect(await code(viewer.call(contract.deleteProject, { ...at(), params }))).toBe(
      '403 tenants.role_too_low',
    );
    expect((await owner.call(contract.deleteProject, { ...at(), params })).status).toBe(204);
    expect(await code(owner.call(contract.getProject, { ...at(), params }))).toBe(
      '404 assistants.project_not_found',
    );
  });

  it.each([{}, { name: ' ' }, { name: 'x'.repeat(121) }, { name: 'a', description: 'x'.repeat(2_001) }])(
    'refuse %j',
    async (body) => {
      expect((await owner.call(contract.createProject, { ...at(), body })).status).toBe(422);
    },
  );

  it('are listed by name, page by page', async () => {
    await Promise.all(['Яблоко', 'арбуз', 'Вишня'].map(create));
    const first = (await owner.call(contract.listProjects, { ...at(), query: { limit: 2 } })).reply();
    const cursor = first.next_cursor ?? '';
    const second = (
      await owner.call(contract.listProjects, { ...at(), query: { limit: 2, cursor } })
    ).reply();
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['арбуз', 'Вишня', 'Яблоко']);
    expect((await owner.call(contract.listProjects, { ...at(), query: { cursor: 'x' } })).status).toBe(422);
  });
});

describe('a configuration', () => {
  let id: string;
  const params = (): { params: { id: string } } => ({ params: { id } });

  beforeAll(async () => {
    id = await create('Торговля');
    await upload(id, 'trade.zip', tradeExport);
    expect(await settled(id)).toMatchObject({ status: 'ready', version: 1 });
  });

  it('is read into figures, objects and what they have', async () => {
    const { figures } = (await viewer.call(contract.getProject, { ...at(), ...params() })).reply();
    expect(figures).toMatchObject({ layout: 'designer', extensions: [] });
    expect(figures?.methods).toBe(3);
    expect(await uploads(id)).toMatchObject([
      { name: 'trade.zip', status: 'current', progress: 1, fault: null },
    ]);
    const list = async (query: Record<string, unknown>): Promise<readonly string[]> => {
      const page = await viewer.call(contract.listProjectObjects, { ...at(), ...params(), query });
      return page.reply().items.map(({ name }) => name);
    };
    expect(await list({ search: 'партнёр' })).toContain('Catalog.Партнеры');
    expect(await list({ kind: 'Document' })).toEqual(['Document.Отгрузка']);
    const object = (
      await viewer.call(contract.getProjectObject, {
        ...at(),
        ...params(),
        query: { name: 'справочник.партнеры' },
      })
    ).reply();
    expect(object.fields.find(({ names }) => names.ru === 'ИНН')?.type.ru).toBe('Строка(12)');
    expect(object.object_modules.map(({ type }) => type).sort()).toContain('ManagerModule');
    expect(
      await code(
        viewer.call(contract.getProjectObject, {
          ...at(),
          ...params(),
          query: { name: 'Справочник.Партнёр' },
        }),
      ),
    ).toBe('404 assistants.object_not_found');
  });

  it('tells what a change reaches', async () => {
    const impact = (
      await viewer.call(contract.getProjectImpact, {
        ...at(),
        ...params(),
        query: { name: 'Справочник.Партнеры' },
      })
    ).reply();
    expect(impact.target).toBe('Catalog.Партнеры');
    expect(impact.impacted.map(({ name }) => name)).toContain('Document.Отгрузка');
  });

  it('shows modules with lines and finds methods in both languages of the platform', async () => {
    const modules = (
      await viewer.call(contract.listProjectModules, {
        ...at(),
        ...params(),
        query: { owner: 'CommonModule.ОтгрузкаСервер' },
      })
    ).reply().items;
    expect(modules).toHaveLength(1);
    const path = modules[0]?.path ?? '';
    const source = (
      await viewer.call(contract.getProjectModule, {
        ...at(),
        ...params(),
        query: { path, first_line: 5, last_line: 6 },
      })
    ).reply();
    expect(source.text).toBe('Процедура ЗакрытьДень() Экспорт\n\tДень = 1;');
    expect(source.outline.map(({ name, first_line: line }) => [name, line])).toEqual([
      ['ПриЗаписиДокумента', 1],
      ['ЗакрытьДень', 5],
    ]);
    const find = async (query: string): Promise<readonly string[]> =>
      (await viewer.call(contract.searchProjectCode, { ...at(), ...params(), query: { query } }))
        .reply()
        .items.map(({ name }) => name);
    expect((await find('закрыть день'))[0]).toBe('ЗакрытьДень');
    expect((await find('FindByAttribute'))[0]).toBe('НайтиПоИНН');
    expect(
      await code(
        viewer.call(contract.getProjectModule, { ...at(), ...params(), query: { path: 'нет.bsl' } }),
      ),
    ).toBe('404 assistants.module_not_found');
  });

  it('takes modules and extensions over itself, compares versions, and lets files go', async () => {
    const path = 'CommonModules/ОтгрузкаСервер/Ext/Module.bsl';
    const text =
      '// Ищет подстроку.\nФункция Искать(Где) Экспорт\n\tВозврат СтрНайти(Где, "а");\nКонецФункции\n';
    await upload(id, path, strToU8(text));
    expect(await settled(id)).toMatchObject({ version: 2 });
    const find = async (query: string): Promise<readonly string[]> =>
      (await viewer.call(contract.searchProjectCode, { ...at(), ...params(), query: { query } }))
        .reply()
        .items.map(({ name }) => name);
    expect(await find('StrFind')).toEqual(['Искать']);
    expect(await find('ЗакрытьДень')).not.toContain('ЗакрытьДень');

    await upload(id, 'Доработки.zip', extensionExport);
    const extended = await settled(id);
    expect(extended.version).toBe(3);
    expect(extended.figures?.extensions).toHaveLength(1);
    const diff = (
      await viewer.call(contract.diffProjectVersions, { ...at(), ...params(), query: { from: 2, to: 3 } })
    ).reply();
    expect(diff.changed.map(({ name }) => name.en)).toContain('Catalog.Партнеры');
    expect(
      await code(
        viewer.call(contract.diffProjectVersions, { ...at(), ...params(), query: { from: 2, to: 9 } }),
      ),
    ).toBe('404 assistants.version_not_found');

    const extension = (await uploads(id)).find(({ name }) => name === 'Доработки.zip');
    const gone = { ...at(), params: { id, upload_id: extension?.id ?? '' } };
    expect((await owner.call(contract.removeProjectUpload, gone)).status).toBe(204);
    expect((await settled(id)).figures?.extensions).toEqual([]);
    const versions = (await viewer.call(contract.listProjectVersions, { ...at(), ...params() })).reply()
      .items;
    expect(versions.map(({ version, cause }) => [version, cause])).toEqual([
      [4, '− Доработки.zip'],
      [3, 'Доработки.zip'],
      [2, path],
      [1, 'trade.zip'],
    ]);
  });

  it('stays when what comes next is refused', async () => {
    const { version } = await settled(id);
    await upload(id, 'broken.zip', strToU8('это не архив'));
    expect(await settled(id)).toMatchObject({ version, status: 'ready' });
    const [refused] = await uploads(id);
    expect(refused).toMatchObject({ status: 'refused', fault: { ru: expect.stringContaining('zip') } });
    const params = { id, upload_id: refused?.id ?? '' };
    expect((await owner.call(contract.removeProjectUpload, { ...at(), params })).status).toBe(204);
    expect(await code(owner.call(contract.removeProjectUpload, { ...at(), params }))).toBe(
      '404 assistants.upload_not_found',
    );
    const send = (name: string, body: Uint8Array, who = owner) =>
      who.call(contract.uploadToProject, { ...bytes(), params: { id }, query: { name }, body });
    expect(await code(send('empty.zip', new Uint8Array()))).toBe('422 assistants.file_empty');
    expect(await code(send('../../x.bsl', strToU8('А = 1;')))).toBe('422 assistants.not_a_module');
    expect(await code(send('trade.zip', strToU8('x'), viewer))).toBe('403 tenants.role_too_low');
  });

  it('answers its tools', async () => {
    const listed = (await viewer.call(contract.listTools, at())).reply();
    expect(listed.items.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'find_metadata',
        'impact_of',
        'check_names',
        'find_in_code',
        'search_knowledge',
      ]),
    );
  });

  it('is invisible to the database under another company', async () => {
    const count = async (reader: Reader): Promise<readonly number[]> =>
      Promise.all(
        [
          sql`SELECT 1 FROM assistants.project`,
          sql`SELECT 1 FROM assistants.project_upload`,
          sql`SELECT 1 FROM assistants.project_version`,
          sql`SELECT 1 FROM assistants.project_module`,
          sql`SELECT 1 FROM assistants.project_method`,
          sql`SELECT 1 FROM assistants.project_posting`,
        ].map(async (statement) => (await reader.rows(statement)).length),
      );
    expect(
      Math.min(...(await count(companies.test.app.database.scoped({ tenant: companies.company })))),
    ).toBeGreaterThan(0);
    expect(await count(companies.test.app.database.scoped({ tenant: stranger.id }))).toEqual([
      0, 0, 0, 0, 0, 0,
    ]);
    expect(await count(companies.test.app.database.scoped({ owner: owner.id }))).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
