import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import * as contract from '../../contract/index.ts';
import { type Companies, eventsOf, type Someone, said, startCompanies } from '../../testing/index.ts';
import { assistantsModule } from '../module.ts';
import { extensionExport, tradeExport } from '../projects/exports.fixture.ts';

const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule];
let companies: Companies;
let owner: Someone;
let viewer: Someone;
let stranger: Someone;
let project: string;

const at = (): { headers: Record<string, string> } => companies.at();

async function upload(name: string, body: Uint8Array, version: number): Promise<void> {
  const headers = companies.at({ 'content-type': 'application/octet-stream' });
  const params = { id: project };
  (await owner.call(contract.uploadToProject, { ...headers, params, query: { name }, body })).reply();
  await vi.waitFor(
    async () =>
      expect((await owner.call(contract.getProject, { ...at(), params })).reply().version).toBe(version),
    { timeout: 60_000, interval: 100 },
  );
}

beforeAll(async () => {
  companies = await startCompanies({ modules });
  ({ owner, viewer, stranger } = companies);
  const made = await owner.call(contract.createProject, { ...at(), body: { name: 'Торговля' } });
  project = made.reply().id;
});

afterAll(() => companies.test.close());

const code = [
  'Процедура Найти() Экспорт',
  '\tЗапрос = Новый Запрос("ВЫБРАТЬ Т.ИНН КАК ИНН, Т.ОГРН КАК ОГРН ИЗ Справочник.Партнеры КАК Т");',
  '\tСправочники.Партнёрки.ПустаяСсылка();',
  '\tДругой = Новый Запрос("ВЫБРАТЬ Т.Ссылка КАК Ссылка ИЗ Документ.Накладная КАК Т");',
  'КонецПроцедуры',
].join('\n');
const text = 'ВЫБРАТЬ Т.Партнер.ИНН КАК ИНН, Т.Адрес КАК Адрес ИЗ Документ.Отгрузка КАК Т';

type Grounded = { readonly unknown_names?: readonly contract.UnknownName[] };
const textsOf = ({ unknown_names: names }: Grounded): readonly string[] | undefined =>
  names?.map((name) => name.text);

describe('code and queries of a project', () => {
  it('are refused while nothing of the project was read', async () => {
    const body = { text, project_id: project };
    expect(await said(owner.call(contract.checkQuery, { ...at(), body }))).toBe(
      '409 assistants.project_empty',
    );
    await upload('trade.zip', tradeExport, 1);
  });

  it('are judged by its configuration', async () => {
    const check = async (body: { readonly project_id?: string }) =>
      (await viewer.call(contract.checkCode, { ...at(), body: { code, ...body } })).reply();
    const [alone, grounded] = [await check({}), await check({ project_id: project })];
    const keys = ({ files }: typeof alone) => files.flatMap(({ findings }) => findings.map(({ key }) => key));
    expect(keys(alone)).not.toContain('QueryToMissingMetadata');
    expect(textsOf(alone)).toBeUndefined();
    expect(keys(grounded)).toContain('QueryToMissingMetadata');
    expect(textsOf(grounded)).toEqual(['Т.ОГРН', 'Справочники.Партнёрки', 'Документ.Накладная']);
    const [, unknown] = grounded.unknown_names ?? [];
    expect(unknown).toMatchObject({ what: 'object', range: { start: { line: 2, character: 13 } } });
    expect(unknown?.suggestions[0]).toContain('Партнеры');
  });

  it('are outlined, explained and optimised with it', async () => {
    const outline = await owner.call(contract.outlineCode, { ...at(), body: { code, project_id: project } });
    expect(outline.reply().objects).toEqual([{ ru: 'Справочник.Партнеры', en: 'Catalog.Партнеры' }]);
    expect(textsOf(outline.reply())).toHaveLength(3);
    const body = { text, project_id: project };
    for (const route of [contract.checkQuery, contract.optimizeQuery, contract.explainQuery]) {
      const { queries } = (await owner.call(route, { ...at(), body })).reply();
      expect(queries.map(textsOf)).toEqual([['Т.Адрес']]);
      const bare = (await owner.call(route, { ...at(), body: { text } })).reply();
      expect(bare.queries.map(textsOf)).toEqual([undefined]);
    }
    const fixed = await owner.call(contract.fixCode, { ...at(), body: { code, project_id: project } });
    expect(fixed.reply().findings.map(({ key }) => key)).toContain('QueryToMissingMetadata');
  });

  it('are judged in archives too', async () => {
    const headers = companies.at({ 'content-type': 'application/zip' });
    const body = zipSync({ 'CommonModules/А/Ext/Module.bsl': strToU8(code) });
    const query = { project_id: project, only: 'QueryToMissingMetadata' };
    const { text: told } = await owner.call(contract.checkArchive, { ...headers, query, body });
    const files = eventsOf(told).filter(({ event }) => event === 'file');
    expect(files).toMatchObject([{ data: { findings: [{ key: 'QueryToMissingMetadata' }] } }]);
  });

  it('follow its newest version', async () => {
    const extended = {
      text: 'ВЫБРАТЬ Т.Доп_Регион КАК Р ИЗ Справочник.Партнеры КАК Т',
      project_id: project,
    };
    const check = async () =>
      (await owner.call(contract.checkQuery, { ...at(), body: extended })).reply().queries.map(textsOf);
    expect(await check()).toEqual([['Т.Доп_Регион']]);
    await upload('extension.zip', extensionExport, 2);
    expect(await check()).toEqual([[]]);
  });

  it('stay with their company', async () => {
    const grounded = { text, project_id: project };
    const routes = [contract.checkQuery, contract.optimizeQuery, contract.explainQuery];
    for (const route of routes) {
      expect(await said(stranger.call(route, { body: grounded }))).toBe('404 assistants.project_not_found');
      expect(await said(stranger.call(route, { ...at(), body: grounded }))).toBe(
        '404 tenants.company_not_found',
      );
      expect(await said(owner.call(route, { ...at(), body: { text, project_id: 'x' } }))).toMatch(/^422/);
    }
    for (const route of [contract.checkCode, contract.outlineCode, contract.fixCode])
      expect(await said(stranger.call(route, { body: { code, project_id: project } }))).toBe(
        '404 assistants.project_not_found',
      );
  });
});

describe('a chat with a project', () => {
  it('hands it to the engines', async () => {
    const message = `Проверь запрос\n${text}`;
    const ask = async (more: { readonly project_id?: string }) =>
      (
        await owner.call(contract.chat, {
          ...at(),
          params: { role: 'developer' },
          body: { message, ...more },
        })
      ).reply();
    const grounded = await ask({ project_id: project });
    expect(grounded.response).toContain('В конфигурации проекта нет имён: 1');
    expect((await ask({})).response).not.toContain('В конфигурации проекта');
  });
});
