import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import type { RouteDefinition } from '#platform/contract';
import { testClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import { type Companies, said, startCompanies } from '../../testing/index.ts';
import { assistantsModule } from '../module.ts';
import { officeFile } from './office-file.fixture.ts';

const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule];
let house: Companies;
beforeAll(async () => {
  house = await startCompanies({ modules });
});
afterAll(() => house.test.close());

const query = 'ВЫБРАТЬ Т.А КАК А ИЗ Справочник.Т КАК Т ГДЕ Т.Б = 1 ИЛИ Т.Б = 2';
const module = `Процедура А()\n\tЗапрос = Новый Запрос("${query}");\nКонецПроцедуры\n`;
const requirements = [
  'ФТ-1 Система должна быстро формировать отчёт «Продажи».',
  'ФТ-2 Система должна хранить документ «Заказ» с реквизитами: дата, сумма и склад.',
].join('\n');
const steps =
  '1. Менеджер создаёт заказ\n2. Если сумма больше 100, то директор утверждает\n3. Склад отгружает';
const tested =
  'Функция Скидка(Сумма) Экспорт\n\tЕсли Сумма > 100 Тогда\n\t\tВозврат 10;\n\tКонецЕсли;\n\tВозврат 0;\nКонецФункции\n';

describe('queries', () => {
  it('are checked, in texts and in modules', async () => {
    const { viewer, at } = house;
    const alone = (await viewer.call(contract.checkQuery, { body: { text: query }, ...at() })).reply();
    expect(alone).toMatchObject({ kind: 'query', queries: [{ line: 0, errors: [] }] });
    expect(alone.queries[0]?.findings[0]).toMatchObject({
      safe: true,
      after: 'Т.Б В (1, 2)',
      standard: { number: 658 },
    });
    const inside = (await viewer.call(contract.checkQuery, { body: { text: module }, ...at() })).reply();
    expect(inside).toMatchObject({ kind: 'module', queries: [{ line: 1 }] });
    const range = inside.queries[0]?.findings[0]?.range;
    const line = module.split('\n')[range?.start.line ?? 0] ?? '';
    expect(line.slice(range?.start.character, range?.end.character)).toBe('Т.Б = 1 ИЛИ Т.Б = 2');
    const broken = await viewer.call(contract.checkQuery, { body: { text: 'ВЫБРАТЬ ИЗ ГДЕ' }, ...at() });
    expect(broken.reply().queries[0]?.errors.length).toBeGreaterThan(0);
  });

  it('are made faster, with a diff of the module', async () => {
    const { reply } = await house.viewer.call(contract.optimizeQuery, {
      body: { text: module },
      ...house.at(),
    });
    expect(reply().text).toContain('Т.Б В (1, 2)');
    expect(reply().diff).toMatch(/^--- /);
    expect(reply().queries[0]).toMatchObject({ left_in_module: false, errors: [] });
    const mixed = `Процедура А()\n\tТекст = "${query}" + Хвост;\nКонецПроцедуры\n`;
    const left = await house.viewer.call(contract.optimizeQuery, { body: { text: mixed }, ...house.at() });
    expect(left.reply()).toMatchObject({ text: mixed, diff: '', queries: [{ left_in_module: true }] });
  });

  it('are laid out and explained', async () => {
    const { viewer, at } = house;
    const laid = (await viewer.call(contract.formatQuery, { body: { text: query }, ...at() })).reply();
    expect(laid.text.split('\n').length).toBeGreaterThan(3);
    expect(laid.errors).toEqual([]);
    const told = (await viewer.call(contract.explainQuery, { body: { text: query }, ...at() })).reply();
    expect(told.queries[0]).toMatchObject({
      reads: ['Справочник.Т'],
      output: [{ name: 'А' }],
      parameters: [],
    });
  });
});

describe('requirements', () => {
  it('are analysed as text, as a document, and at the architect’s address', async () => {
    const { viewer, at } = house;
    const text = (
      await viewer.call(contract.analyzeRequirements, { body: { text: requirements }, ...at() })
    ).reply();
    expect(text.requirements.map(({ id }) => id)).toEqual(['ФТ-1', 'ФТ-2']);
    expect(text.requirements[0]?.findings.map(({ key }) => key)).toContain('vague-term');
    expect(text.objects).toContainEqual(expect.objectContaining({ kind: 'Документ', name: 'Заказ' }));
    const file = officeFile(requirements.split('\n'));
    const document = await viewer.call(contract.analyzeDocument, {
      body: file,
      query: { name: 'ТЗ.docx' },
      ...at(),
    });
    expect(document.reply().summary).toEqual(text.summary);
    const fixed = contract.architectAnalyzeRequirements;
    const same = await viewer.call(fixed, { body: { text: requirements }, ...at() });
    expect(same.reply()).toEqual(text);
    const content = Buffer.from(file).toString('base64');
    const sent = await viewer.call(fixed, { body: { file: { name: 'ТЗ.docx', content } }, ...at() });
    expect(sent.reply().summary).toEqual(text.summary);
  });

  it('are traced to tests', async () => {
    const targets = [
      { id: 'T1', kind: 'test' as const, title: 'ФТ-1: отчёт формируется' },
      { id: 'D1', kind: 'design' as const, title: 'Схема доставки пиццы' },
    ];
    const { reply } = await house.viewer.call(contract.traceRequirements, {
      body: { text: requirements, targets },
      ...house.at(),
    });
    expect(reply().links).toContainEqual({ requirement: 'ФТ-1', target: 'T1', by: 'explicit', strength: 1 });
    expect(reply().gaps).toMatchObject({ without_test: ['ФТ-2'], orphans: ['D1'] });
    expect(reply().coverage).toBe(0.5);
  });

  it.each([
    [
      'a file that is none',
      contract.analyzeDocument,
      new Uint8Array([0, 1, 2, 3]),
      { name: 'a.docx' },
      '422 assistants.document_refused',
    ],
    [
      'an empty file',
      contract.analyzeDocument,
      new Uint8Array(0),
      { name: 'a.txt' },
      '422 assistants.document_refused',
    ],
    ['no name', contract.analyzeDocument, new Uint8Array(4), {}, '422 http.invalid_input'],
  ])('refuse %s', async (_name, route, body, asked, expected) => {
    expect(await said(house.viewer.call(route, { body, query: asked, ...house.at() }))).toBe(expected);
  });

  it('refuse both a text and a file, and more than the limit', async () => {
    const both = { text: 'a', file: { name: 'a.txt', content: 'AAAA' } };
    for (const body of [both, {}])
      expect(
        await said(house.viewer.call(contract.architectAnalyzeRequirements, { body, ...house.at() })),
      ).toBe('422 assistants.engine_input');
    const headers = { ...house.at().headers, 'content-length': String(contract.largestDocument + 1) };
    const large = house.viewer.call(contract.analyzeDocument, {
      body: new Uint8Array(1),
      query: { name: 'a.txt' },
      headers,
    });
    expect(await said(large)).toBe('413 http.body_too_large');
  });
});

describe('diagrams', () => {
  it('are drawn of texts in all notations, and of their models again', async () => {
    const { viewer, at } = house;
    const drawn = (await viewer.call(contract.drawDiagram, { body: { text: steps }, ...at() })).reply();
    expect(drawn.kind).toBe('bpmn');
    expect(drawn.mermaid).toContain('flowchart');
    expect(drawn.plantuml).toContain('@startuml');
    expect(drawn.bpmn).toContain('BPMNShape');
    const again = await viewer.call(contract.drawDiagram, { body: { model: drawn.model }, ...at() });
    expect(again.reply().mermaid).toBe(drawn.mermaid);
    const read = await viewer.call(contract.drawDiagram, { body: { bpmn: drawn.bpmn ?? '' }, ...at() });
    expect(read.reply().kind).toBe('bpmn');
    const fixed = await viewer.call(contract.architectGenerateDiagram, {
      body: { description: 'Клиент -> Сервер: запрос', diagram_type: 'sequence' },
      ...at(),
    });
    expect(fixed.reply()).toMatchObject({ kind: 'sequence', bpmn: null });
  });

  it.each([
    [{ text: 'Привет' }, '422 assistants.diagram_refused'],
    [{ kind: 'gantt', text: steps }, '422 assistants.diagram_refused'],
    [{ model: { kind: 'er' } }, '422 assistants.diagram_refused'],
    [{ bpmn: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }, '422 assistants.diagram_refused'],
    [{ text: 'a', model: {} }, '422 assistants.engine_input'],
    [{}, '422 assistants.engine_input'],
    [{ text: ' ' }, '422 http.invalid_input'],
    [{ kind: 'pie', text: 'a' }, '422 http.invalid_input'],
  ])('refuse %j', async (body, expected) => {
    expect(await said(house.viewer.call(contract.drawDiagram, { body, ...house.at() }))).toBe(expected);
  });

  it('are linted', async () => {
    const text = 'flowchart LR\n  a[один --> b';
    const { reply } = await house.viewer.call(contract.lintDiagram, { body: { text }, ...house.at() });
    expect(reply().kind).toBe('flowchart');
    expect(reply().findings.length).toBeGreaterThan(0);
  });
});

describe('tests and coverage', () => {
  it('generate a YAxUnit module', async () => {
    const { reply } = await house.viewer.call(contract.generateTests, {
      body: { code: tested, path: 'CommonModules/Скидки/Ext/Module.bsl' },
      ...house.at(),
    });
    expect(reply().module_name).toBe('ОМ_Скидки');
    expect(reply().code).toContain('ИсполняемыеСценарии');
    expect(reply().cases.every(({ method, lines }) => method === 'Скидка' && lines.length > 0)).toBe(true);
    const nothing = house.viewer.call(contract.generateTests, { body: { code: 'А = 1;' }, ...house.at() });
    expect(await said(nothing)).toBe('422 assistants.nothing_to_test');
  });

  it('write and check scenarios', async () => {
    const { viewer, at } = house;
    const text = 'Пользователь нажимает кнопку "Провести". Затем он думает о вечном.';
    const written = (
      await viewer.call(contract.writeScenario, { body: { text, name: 'Проведение' }, ...at() })
    ).reply();
    expect(written.feature).toContain('Функциональность: Проведение');
    expect(written.free_steps).toEqual([{ line: expect.any(Number), text: 'он думает о вечном' }]);
    expect(written.feature.split('\n')[(written.free_steps[0]?.line ?? 0) - 1]).toContain(
      'он думает о вечном',
    );
    const checked = await viewer.call(contract.checkScenario, { body: { text: written.feature }, ...at() });
    expect(checked.reply().findings.map(({ rule }) => rule)).toContain('unknown-step');
  });

  it('report coverage, of a change too, and judge it', async () => {
    const path = 'src/CommonModules/А/Ext/Module.bsl';
    const report = `<coverage version="1"><file path="${path}"><lineToCover lineNumber="2" covered="true"/></file></coverage>`;
    const diff = `--- a/${path}\n+++ b/${path}\n@@ -2,0 +3 @@\n+\t\tВозврат 10;\n`;
    const { reply } = await house.viewer.call(contract.reportCoverage, {
      body: { reports: [report], sources: [{ path, code: tested }], diff, gate: { total: 50, changed: 100 } },
      ...house.at(),
    });
    expect(reply().total).toMatchObject({ covered: 1, coverable: 5 });
    expect(reply().groups.map(({ name }) => name)).toEqual(['CommonModules/А']);
    expect(reply().changed_uncovered).toEqual([{ path, line: 3 }]);
    expect(reply().gate_faults.map(({ what }) => what)).toEqual(['total', 'changed']);
    const broken = house.viewer.call(contract.reportCoverage, { body: { reports: ['<a>'] }, ...house.at() });
    expect(await said(broken)).toBe('422 assistants.coverage_refused');
  });
});

const samples: readonly (readonly [RouteDefinition, Readonly<Record<string, unknown>>])[] = [
  [contract.checkQuery, { text: query }],
  [contract.optimizeQuery, { text: query }],
  [contract.formatQuery, { text: query }],
  [contract.explainQuery, { text: query }],
  [contract.analyzeRequirements, { text: requirements }],
  [contract.architectAnalyzeRequirements, { text: requirements }],
  [contract.traceRequirements, { text: requirements, targets: [{ id: 'a', kind: 'test', title: 'b' }] }],
  [contract.drawDiagram, { text: steps }],
  [contract.architectGenerateDiagram, { text: steps }],
  [contract.lintDiagram, { text: 'flowchart LR' }],
  [contract.fixCode, { code: module }],
  [contract.outlineCode, { code: module }],
  [contract.generateTests, { code: tested }],
  [contract.writeScenario, { text: 'Пользователь нажимает кнопку "Провести".' }],
  [contract.checkScenario, { text: 'Функция: А' }],
  [contract.reportCoverage, { reports: ['TN:\nSF:a.bsl\nDA:1,1\nend_of_record\n'] }],
  [contract.forecastThroughput, { history: [1], start: '2026-03-02' }],
];

describe('the routes of the engines', () => {
  it.each(samples.map(([route, body]) => [route.name, route, body] as const))(
    '%s serves members, refuses others, unfit and too large bodies',
    async (_name, route, body) => {
      expect(await said(house.viewer.call(route, { body, ...house.at() }))).toBe('200');
      expect(await said(testClient(house.test)(route, { body }))).toBe('401 http.unauthenticated');
      expect(await said(house.stranger.call(route, { body, ...house.at() }))).toBe(
        '404 tenants.company_not_found',
      );
      const [first = ''] = Object.keys(body);
      const unfit = { ...body, [first]: [{}] };
      expect(await said(house.viewer.call(route, { body: unfit, ...house.at() }))).toBe(
        '422 http.invalid_input',
      );
      const large = { ...body, more: 'x'.repeat((route.bodyLimit ?? 262_144) + 1) };
      expect(await said(house.viewer.call(route, { body: large, ...house.at() }))).toBe(
        '413 http.body_too_large',
      );
    },
  );

  it('list the tools with the schemas of their input', async () => {
    const { items } = (await house.viewer.call(contract.listTools)).reply();
    expect(items.map(({ name }) => name)).toContain('check_code');
    expect(items.every(({ parameters }) => typeof parameters === 'object')).toBe(true);
  });
});
