import { afterAll, describe, expect, it } from 'vitest';
import { builtInRoles } from '../roles/built-in/index.ts';
import type { ToolResult } from './tool.ts';
import { attached, contextIn, startTools } from './tools.fixture.ts';

const { toolbox, pool } = startTools();
afterAll(() => pool.close());

const module = [
  '// Считает скидку.',
  'Функция Скидка(Сумма) Экспорт',
  '\tЕсли Сумма > 100 Тогда',
  '\t\tВозврат 10',
  '\tИначе',
  '\t\tВозврат 0;',
  '\tКонецЕсли;',
  'КонецФункции',
  'Процедура Провести(Заказ) Экспорт',
  '\tОбъект = Заказ.ПолучитьОбъект();',
  '\tОбъект.Записать();',
  '\tЗапрос = Новый Запрос("ВЫБРАТЬ Т.Ссылка КАК Ссылка ИЗ Документ.Заказ КАК Т ГДЕ Т.Сумма = 1 ИЛИ Т.Сумма = 2");',
  'КонецПроцедуры',
  '',
].join('\n');
const query =
  'ВЫБРАТЬ Т.Ссылка КАК Ссылка ПОМЕСТИТЬ ВТ ИЗ Документ.Заказ КАК Т ГДЕ Т.Сумма = 1 ИЛИ Т.Сумма = 2; ВЫБРАТЬ ВТ.Ссылка КАК Ссылка ИЗ ВТ КАК ВТ ЛЕВОЕ СОЕДИНЕНИЕ Справочник.Склады КАК С ПО ВТ.Склад = С.Ссылка ГДЕ С.Код = &Код';
const requirements = [
  'ФТ-1. Система должна быстро формировать отчёт «Продажи».',
  'ФТ-2. Система должна хранить документ «Заказ покупателя» с реквизитами: дата, сумма и склад.',
  'ФТ-3. Отчёт «Продажи» должен открываться не более чем за 5 секунд.',
  'ФТ-4. Отчёт «Продажи» должен открываться за 30 секунд.',
].join('\n');
const plan = {
  start: '2026-03-02',
  resources: [{ id: 'dev', name: 'Разработчик', rate: 1000 }],
  tasks: [
    {
      id: 'a',
      name: 'Анализ',
      duration: { optimistic: 2, likely: 3, pessimistic: 7 },
      assignments: [{ resource: 'dev' }],
    },
    {
      id: 'b',
      name: 'Разработка',
      duration: 5,
      predecessors: ['aFS+1d'],
      assignments: [{ resource: 'dev' }],
    },
    { id: 'c', name: 'Обучение', duration: 4, predecessors: ['a'], assignments: [{ resource: 'dev' }] },
  ],
};
const coverage =
  '<coverage version="1"><file path="src/CommonModules/А/Ext/Module.bsl"><lineToCover lineNumber="1" covered="true"/><lineToCover lineNumber="2" covered="false"/></file></coverage>';

const calls: readonly (readonly [name: string, input: object, ru: RegExp, en: RegExp])[] = [
  ['check_code', { code: module }, /Замечаний: \d+[\s\S]*SemicolonPresence/, /Findings: \d+/],
  ['explain_code', { code: module }, /Пишет в базу[\s\S]*строка 11/, /Writes to the database/],
  ['check_query', { query }, /Запросов: 1, ошибок: 0/, /1 queries, 0 errors/],
  ['optimize_query', { query }, /Изменено: \d+[\s\S]*Т\.Сумма В \(1, 2\)/, /rewrites/],
  [
    'explain_query',
    { query },
    /Читает таблицы: `Документ\.Заказ`, `Справочник\.Склады`/,
    /Temporary tables: `ВТ`/,
  ],
  [
    'analyze_requirements',
    { text: requirements },
    /Противоречие[\s\S]*«5 секунд» и «30 секунд»/,
    /4 requirements/,
  ],
  ['suggest_objects', { text: requirements }, /Документ\.ЗаказПокупателя/, /objects/],
  ['draw_diagram', { text: '1. Менеджер создаёт заказ\n2. Склад отгружает товар' }, /```mermaid/, /BPMN/],
  ['schedule_plan', { plan }, /Критический путь: `a` → `b`[\s\S]*Перегружены/, /Critical path/],
  ['simulate_plan', { plan, runs: 500 }, /С вероятностью 80 %/, /With 80 % certainty/],
  ['forecast_throughput', { history: [3, 5, 4, 0, 6], items: 20 }, /Готовы 20/, /20 done/],
  ['generate_tests', { code: module, module_name: 'Скидки' }, /ОМ_Скидки/, /cases/],
  [
    'coverage_report',
    { report: coverage, least_percent: 80 },
    /Покрыто 50 %[\s\S]*Порог не выдержан/,
    /50 % covered/,
  ],
  [
    'write_scenario',
    { text: 'Пользователь нажимает кнопку "Провести". Затем он думает о вечном.' },
    /```gherkin[\s\S]*шага в библиотеке нет/,
    /no step/,
  ],
  [
    'check_scenario',
    { feature: '# language: ru\nФункциональность: А\n\tСценарий: Б\n\t\tКогда я делаю невиданное\n' },
    /строка 4/,
    /line 4/,
  ],
];

function isSound({ data, text, sources = [], artifacts = [] }: ToolResult): void {
  expect(JSON.stringify(data).length).toBeLessThan(65_536);
  expect(text.trim()).not.toBe('');
  expect(text).not.toMatch(/undefined|\[object Object\]|NaN/);
  for (const { title, reference } of sources) expect([title, reference]).not.toContain('');
  for (const { kind, content } of artifacts) {
    expect(content).not.toBe('');
    if (kind === 'table' || kind === 'gantt' || kind === 'json')
      expect(() => JSON.parse(content)).not.toThrow();
  }
}

describe('the tools of the engines', () => {
  it('are those the built-in roles name', () => {
    const others = ['find_metadata', 'impact_of', 'check_names', 'find_in_code', 'search_knowledge'];
    const named = [...builtInRoles.values()].flatMap(({ tools }) => tools);
    expect(named.filter((name) => !toolbox.has(name) && !others.includes(name))).toEqual([]);
    expect(calls.map(([name]) => name).sort()).toEqual(toolbox.all.map(({ name }) => name).sort());
  });

  it.each(calls)('%s answers in Russian and in English', async (name, input, ru, en) => {
    const russian = await toolbox.run(name, input, contextIn('ru'));
    isSound(russian);
    expect(russian.text).toMatch(ru);
    const english = await toolbox.run(name, input, contextIn('en'));
    isSound(english);
    expect(english.text).toMatch(en);
  });

  it('take attached files', async () => {
    const files = [attached('Модуль.bsl', module), attached('ТЗ.md', requirements)];
    const checked = await toolbox.run('check_code', {}, contextIn('ru', files));
    expect(checked.data).toMatchObject({ path: 'Модуль.bsl' });
    const analysed = await toolbox.run('analyze_requirements', { file: 'ТЗ.md' }, contextIn('ru', files));
    expect(analysed.text).toContain('Требований: 4');
    expect(analysed.sources?.[0]).toMatchObject({ kind: 'file', reference: 'ТЗ.md' });
    // The same file serves twice.
    const again = await toolbox.run('suggest_objects', { file: 'ТЗ.md' }, contextIn('ru', files));
    expect(again.text).toContain('ЗаказПокупателя');
  });

  it.each([
    ['check_code', {}, 'Не хватает текста'],
    ['check_code', { file: 'нет.bsl' }, 'не приложен'],
    ['check_code', { code: 'x', only: ['NoSuchRule'] }, 'NoSuchRule'],
    ['check_code', { code: '\u0000\u0001' }, 'двоичный'],
    ['check_code', { code: 5 }, '/code'],
    ['optimize_query', { query: 'Процедура А() КонецПроцедуры;', managed_locks: true }, 'нет запроса'],
    ['draw_diagram', { text: 'Привет' }, 'нет'],
    ['draw_diagram', { model: { kind: 'nothing' } }, 'kind'],
    [
      'schedule_plan',
      {
        plan: {
          start: '2026-03-02',
          tasks: [
            { id: 'a', duration: 1, predecessors: ['b'] },
            { id: 'b', duration: 1, predecessors: ['a'] },
          ],
        },
      },
      'замкнуты',
    ],
    ['schedule_plan', { plan: '{' }, ''],
    ['simulate_plan', { plan: { tasks: [] } }, ''],
    ['forecast_throughput', { history: [0, 0] }, 'ничего не сделано'],
    ['generate_tests', { code: 'А = 1;' }, 'нет экспортных методов'],
    ['coverage_report', { report: '<a>' }, ''],
    ['no_such_tool', {}, 'no tool'],
  ])('%s refuses %j in words', async (name, input, words) => {
    const refused = (async () => toolbox.run(name, input, contextIn('ru')))();
    await expect(refused).rejects.toMatchObject({ name: 'Refusal' });
    await expect(refused).rejects.toThrow(words);
  });

  it('cut long results and say how much was left out', async () => {
    const long = Array.from({ length: 3_000 }, (_, at) => `А${at} = ${at}`).join('\n');
    const result = await toolbox.run('check_code', { code: long }, contextIn('ru'));
    isSound(result);
    expect(result.text).toMatch(/и ещё \d+/);
    expect(result.data).toMatchObject({ left_out: expect.any(Number) });
    const wide = Array.from(
      { length: 400 },
      (_, at) => `Процедура Метод${at}(Параметр) Экспорт\nКонецПроцедуры`,
    ).join('\n');
    isSound(await toolbox.run('explain_code', { code: wide }, contextIn('ru')));
    isSound(await toolbox.run('generate_tests', { code: wide }, contextIn('en')));
  });

  it('stop when the person does', async () => {
    const stop = new AbortController();
    const tasks = Array.from({ length: 2_000 }, (_, at) => ({
      id: `t${at}`,
      duration: { optimistic: 1, likely: 2, pessimistic: 9 },
    }));
    const running = toolbox.run(
      'simulate_plan',
      { plan: { start: '2026-03-02', tasks }, runs: 100_000 },
      contextIn('ru', [], stop.signal),
    );
    stop.abort(new Error('stopped'));
    await expect(running).rejects.toThrow('stopped');
    const after = await toolbox.run('forecast_throughput', { history: [1] }, contextIn('ru'));
    expect(after.text).toContain('нед');
  });
});
