import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { sql } from '#platform/server/database';
import { testClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import { type Companies, said, startCompanies } from '../../testing/index.ts';
import { assistantsModule } from '../module.ts';

const code = [
  '#Область ПрограммныйИнтерфейс',
  '// Проводит заказ.',
  'Процедура Провести(Знач Заказ, Сумма = 0) Экспорт',
  '\tЕсли Сумма > 100 И Заказ <> Неопределено Тогда',
  '\t\tОбъект = Заказ.ПолучитьОбъект();',
  '\t\tОбъект.Записать();',
  '\tКонецЕсли;',
  '\tЗапрос = Новый Запрос("ВЫБРАТЬ Т.Ссылка КАК Ссылка ИЗ Документ.Заказ КАК Т ГДЕ Т.Сумма = 1 ИЛИ Т.Сумма = 2");',
  '\tСлужебная();ОбщегоНазначения.Сообщить("x")',
  'КонецПроцедуры',
  'Процедура Служебная()',
  'КонецПроцедуры',
  '#КонецОбласти',
  '',
].join('\n');
const path = 'CommonModules/Заказы/Ext/Module.bsl';

const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule];
let house: Companies;

beforeAll(async () => {
  house = await startCompanies({ modules });
});
afterAll(() => house.test.close());

function events(text: string): { readonly event: string; readonly data: Record<string, unknown> }[] {
  return text.split('\n\n').flatMap((frame) => {
    const [, event] = /^event: (.+)$/m.exec(frame) ?? [];
    const [, data] = /^data: (.+)$/m.exec(frame) ?? [];
    return event === undefined || data === undefined ? [] : [{ event, data: JSON.parse(data) }];
  });
}

describe('the check of a module', () => {
  it('tells findings in the language of the request, as the command line does', async () => {
    const { owner, at } = house;
    const russian = (await owner.call(contract.checkCode, { body: { code, path }, ...at() })).reply();
    expect(russian.files[0]?.path).toBe(path);
    const found = russian.files[0]?.findings.find(({ key }) => key === 'SemicolonPresence');
    expect(found).toMatchObject({ severity: 'minor', range: { start: { line: 8 } } });
    expect(found?.message).toMatch(/[а-я]/i);
    const total = Object.values(russian.counts).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(russian.files[0]?.findings.length);
    expect(russian.review_id).toBeNull();
    const english = await owner.call(contract.checkCode, {
      body: { code, path, only: ['SemicolonPresence'] },
      ...at({ 'accept-language': 'en' }),
    });
    expect(english.reply().files[0]?.findings).toHaveLength(1);
    expect(english.reply().files[0]?.findings[0]?.message).not.toMatch(/[а-я]/i);
  });

  it('hears the settings file and the severities asked for', async () => {
    const { owner, at } = house;
    const configuration = JSON.stringify({
      diagnostics: { mode: 'only', parameters: { SemicolonPresence: true, NoSuchRule: true } },
    });
    const { files, warnings } = (
      await owner.call(contract.checkCode, { body: { code, path, configuration }, ...at() })
    ).reply();
    expect(new Set(files[0]?.findings.map(({ key }) => key))).toEqual(new Set(['SemicolonPresence']));
    expect(warnings).toEqual(['There is no rule NoSuchRule.']);
    const worst = await owner.call(contract.checkCode, {
      body: { code, path, severities: ['blocker'] },
      ...at(),
    });
    expect(worst.reply().files[0]?.findings.every(({ severity }) => severity === 'blocker')).toBe(true);
  });

  it.each([
    [{ code, only: ['NoSuchRule'] }, '422 assistants.unknown_rule'],
    [{ code, configuration: '{' }, '422 assistants.bad_configuration'],
    [{ code: '\u0001\u0002\u0003'.repeat(40) }, '422 assistants.not_code'],
    [{ code: '' }, '422 http.invalid_input'],
    [{ code: 'x'.repeat(1_000_001) }, '422 http.invalid_input'],
    [{}, '422 http.invalid_input'],
    [{ code, severities: ['awful'] }, '422 http.invalid_input'],
    [{ code: 'x'.repeat(5_000_000) }, '413 http.body_too_large'],
  ])('refuses %#', async (body, expected) => {
    expect(await said(house.owner.call(contract.checkCode, { body, ...house.at() }))).toBe(expected);
  });

  it('takes a line of a million characters in its stride', async () => {
    const line = `А = ${'1 + '.repeat(240_000)}1;`;
    expect(await said(house.owner.call(contract.outlineCode, { body: { code: line }, ...house.at() }))).toBe(
      '200',
    );
  });

  it('is for signed-in members of the company', async () => {
    const body = { code };
    expect(await said(testClient(house.test)(contract.checkCode, { body }))).toBe('401 http.unauthenticated');
    expect(await said(house.stranger.call(contract.checkCode, { body, ...house.at() }))).toBe(
      '404 tenants.company_not_found',
    );
  });
});

describe('quick fixes', () => {
  it('give the new text, a diff and what is left', async () => {
    const { owner, at } = house;
    const { reply } = await owner.call(contract.fixCode, {
      body: { code, path, only: ['SemicolonPresence'] },
      ...at(),
    });
    expect(reply()).toMatchObject({ count: 1, findings: [] });
    expect(reply().code).toContain('Сообщить("x");');
    expect(reply().diff).toMatch(/^--- .+\n\+\+\+ .+\n@@ /);
    const place = { key: 'SemicolonPresence', line: 0, character: 0 };
    const nothing = await owner.call(contract.fixCode, { body: { code, path, at: place }, ...at() });
    expect(nothing.reply()).toMatchObject({ count: 0, diff: '', code });
  });
});

describe('rules and outlines', () => {
  it('list every rule with words in both languages', async () => {
    const { items } = (await house.viewer.call(contract.listCodeRules, house.at())).reply();
    expect(items.length).toBeGreaterThan(50);
    const keys = items.map(({ key }) => key);
    expect(keys).toEqual(keys.toSorted());
    expect(items.every(({ title }) => title.ru !== '' && title.en !== '')).toBe(true);
  });

  it('tell methods with signatures, complexity, calls, queries and writes', async () => {
    const { reply } = await house.viewer.call(contract.outlineCode, { body: { code, path }, ...house.at() });
    expect(reply().errors).toEqual([]);
    expect(reply().regions).toEqual([{ name: 'ПрограммныйИнтерфейс', line: 1, end_line: 13, depth: 0 }]);
    expect(reply().methods[0]).toMatchObject({
      name: 'Провести',
      kind: 'procedure',
      export: true,
      parameters: [
        { name: 'Заказ', by_value: true, default: null },
        { name: 'Сумма', by_value: false, default: '0' },
      ],
      description: 'Проводит заказ.',
      line: 3,
      end_line: 10,
      complexity: 3,
      nesting: 1,
      calls: ['Служебная'],
      outside_calls: ['ОбщегоНазначения.Сообщить'],
      writes: [{ line: 6, what: 'Объект.Записать' }],
      queries: [8],
    });
    expect(reply().methods[1]).toMatchObject({ called_by: ['Провести'] });
  });
});

describe('the check of an archive', () => {
  const archive = (files: Readonly<Record<string, string>>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

  it('tells findings while it works and the sum at the end, with the settings inside', async () => {
    const { member, at } = house;
    const body = archive({
      [path]: code,
      'CommonModules/Пустой/Ext/Module.bsl': '',
      'a.xml': '<a/>',
      '.bsl-language-server.json': '{"diagnostics":{"mode":"only","parameters":{"SemicolonPresence":true}}}',
    });
    const answer = await member.call(contract.checkArchive, { body, query: { save: 'Сборка' }, ...at() });
    const told = events(answer.text);
    expect(told.map(({ event }) => event)).toEqual(['start', 'file', 'progress', 'done']);
    expect(told[0]?.data).toEqual({ files: 2, warnings: [] });
    expect(told[1]?.data).toMatchObject({ path, findings: [{ key: 'SemicolonPresence' }] });
    expect(told[3]?.data).toMatchObject({ files: 2, files_with_findings: 1, counts: { minor: 1 } });
    const id = String(told[3]?.data['review_id']);
    const { reply } = await house.viewer.call(contract.getReview, { params: { id }, ...at() });
    expect(reply()).toMatchObject({ name: 'Сборка', files: 2, counts: { minor: 1 }, left_out: 0 });
  });

  it.each([
    ['no zip at all', strToU8('Процедура'), '422 assistants.bad_archive'],
    ['no modules', zipSync({ 'a.txt': strToU8('a') }), '422 assistants.no_modules'],
    ['a way out', zipSync({ '../a.bsl': strToU8('a') }), '422 assistants.bad_archive'],
    ['a bomb', zipSync({ 'a.bsl': new Uint8Array(15_000_000) }), '422 assistants.bad_archive'],
  ])('refuses %s', async (_name, body, expected) => {
    expect(await said(house.owner.call(contract.checkArchive, { body, ...house.at() }))).toBe(expected);
  });

  it('refuses more than its limit, and viewers who want to keep a result', async () => {
    const headers = { ...house.at().headers, 'content-length': String(contract.largestArchive + 1) };
    expect(await said(house.owner.call(contract.checkArchive, { body: new Uint8Array(4), headers }))).toBe(
      '413 http.body_too_large',
    );
    const body = archive({ 'a.bsl': 'А = 1;' });
    const asked = house.viewer.call(contract.checkArchive, { body, query: { save: 'x' }, ...house.at() });
    expect(await said(asked)).toBe('403 tenants.role_too_low');
  });
});

describe('saved reviews', () => {
  async function saved(name: string): Promise<string> {
    const answer = await house.member.call(contract.checkCode, {
      body: { code, path, save: name },
      ...house.at(),
    });
    return answer.reply().review_id ?? '';
  }

  it('are listed page by page, make a trend and become reports of other programs', async () => {
    const { viewer, at } = house;
    const ids = [await saved('Ночная'), await saved('Ночная'), await saved('Ночная')];
    const first = (
      await viewer.call(contract.listReviews, { query: { name: 'Ночная', limit: 2 }, ...at() })
    ).reply();
    expect(first.items.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const cursor = first.next_cursor ?? '';
    const rest = await viewer.call(contract.listReviews, { query: { name: 'Ночная', cursor }, ...at() });
    expect(rest.reply()).toMatchObject({ items: [{ id: ids[0] }], next_cursor: null });
    const trend = await viewer.call(contract.reviewTrend, { query: { name: 'Ночная' }, ...at() });
    expect(trend.reply().items.map(({ id }) => id)).toEqual(ids);
    const params = { id: ids[0] ?? '' };
    const sarif = await viewer.call(contract.reviewReport, { params, ...at() });
    expect(JSON.parse(sarif.text)).toMatchObject({ version: '2.1.0' });
    const junit = await viewer.call(contract.reviewReport, { params, query: { format: 'junit' }, ...at() });
    expect(junit.headers['content-type']).toContain('application/xml');
    expect(await said(viewer.call(contract.listReviews, { query: { cursor: 'x' }, ...at() }))).toBe(
      '422 assistants.bad_cursor',
    );
  });

  it('go when their author or an administrator says so', async () => {
    const { viewer, member, owner, at } = house;
    const params = { id: await saved('Лишняя') };
    expect(await said(viewer.call(contract.deleteReview, { params, ...at() }))).toBe(
      '403 tenants.role_too_low',
    );
    expect(await said(member.call(contract.deleteReview, { params, ...at() }))).toBe('204');
    const mine = await owner.call(contract.checkCode, { body: { code, save: 'x' }, ...at() });
    const others = { id: mine.reply().review_id ?? '' };
    expect(await said(member.call(contract.deleteReview, { params: others, ...at() }))).toBe(
      '403 tenants.role_too_low',
    );
    expect(await said(owner.call(contract.deleteReview, { params: others, ...at() }))).toBe('204');
    expect(await said(owner.call(contract.deleteReview, { params: others, ...at() }))).toBe(
      '404 assistants.review_not_found',
    );
  });

  it('are no business of another company', async () => {
    const { stranger, company, test } = house;
    const params = { id: await saved('Тайная') };
    for (const route of [contract.getReview, contract.reviewReport, contract.deleteReview])
      expect(await said(stranger.call(route, { params }))).toBe('404 assistants.review_not_found');
    expect((await stranger.call(contract.listReviews)).reply().items).toEqual([]);
    const seen = (scope: { owner?: string; tenant?: string }) =>
      test.app.database.scoped(scope).rows(sql`SELECT 1 FROM assistants.review WHERE id = ${params.id}`);
    expect(await seen({ tenant: stranger.id, owner: stranger.id })).toHaveLength(0);
    expect(await seen({ owner: stranger.id })).toHaveLength(0);
    expect(await seen({})).toHaveLength(0);
    expect(await seen({ tenant: company })).toHaveLength(1);
  });
});
