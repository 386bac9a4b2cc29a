import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkModule, defaultConfiguration } from '../diagnostics/index.ts';
import { allRules } from '../diagnostics/rules/index.ts';
import { graphFrom } from '../metadata/fixtures/graphs.fixture.ts';
import { trade, tradeExtension } from '../metadata/fixtures/trade.fixture.ts';
import { type QuerySchema, querySchema } from '../metadata/index.ts';
import { optimizeQuery } from '../optimizer/index.ts';
import { groundingOf, groundOf } from './index.ts';

const graph = graphFrom(trade);
const ground = groundOf(graph, () => 'Процедура ЗакрытьДень() Экспорт\nКонецПроцедуры');
/** As it comes back from a file. */
const grounding = groundingOf(JSON.parse(JSON.stringify(ground)));
const schema: QuerySchema = querySchema(graph);

const unknownIn = (text: string): readonly string[] =>
  grounding.unknownInQuery(text).map((name) => name.text);

describe('names of queries that the configuration does not have', () => {
  it.each<readonly [string, readonly string[]]>([
    ['ВЫБРАТЬ Т.ИНН, Т.Ссылка, Т.Представление ИЗ Справочник.Партнеры КАК Т', []],
    ['ВЫБРАТЬ Т.ОГРН ИЗ Справочник.Партнеры КАК Т', ['Т.ОГРН']],
    ['SELECT T.INN FROM Catalog.Партнеры AS T WHERE T.Ref = &Ref', ['T.INN']],
    ['ВЫБРАТЬ Т.ИНН ИЗ Справочник.Партнёрки КАК Т', ['Справочник.Партнёрки']],
    ['ВЫБРАТЬ Т.Партнер.ИНН, Т.Партнер.Склад ИЗ Документ.Отгрузка КАК Т', ['Т.Партнер.Склад']],
    ['ВЫБРАТЬ Т.Основание.Номер, Т.Основание.Нет ИЗ Документ.Отгрузка КАК Т', ['Т.Основание.Нет']],
    ['ВЫБРАТЬ Т.Склад.Код ИЗ Документ.Отгрузка КАК Т', ['Т.Склад.Код']],
    ['ВЫБРАТЬ ИНН, КПП ИЗ Справочник.Партнеры', ['КПП']],
    ['ВЫБРАТЬ Справочник.Партнеры.ИНН ИЗ Справочник.Партнеры', []],
    ['ВЫБРАТЬ Т.Контакты.(Вид, Телефон) ИЗ Справочник.Партнеры КАК Т', ['Телефон']],
    ['ВЫБРАТЬ Т.Звонки.(Вид) ИЗ Справочник.Партнеры КАК Т', ['Т.Звонки']],
    ['ВЫБРАТЬ Т.Товары.Товар.Артикул, Т.Товары.Цена ИЗ Документ.Отгрузка КАК Т', ['Т.Товары.Цена']],
    ['ВЫБРАТЬ Т.Товар, Т.Сумма ИЗ Документ.Отгрузка.Товары КАК Т', ['Т.Сумма']],
    [
      'ВЫБРАТЬ О.КоличествоОстаток, О.Сумма ИЗ РегистрНакопления.ОстаткиТоваров.Остатки(&Д, Товар = &Т И Склад = &С) КАК О',
      ['О.Сумма', 'Склад'],
    ],
    [
      'ВЫБРАТЬ Ц.Цена ИЗ РегистрСведений.Цены.СрезПоследних(, Товар В (ВЫБРАТЬ Т.Ссылка ИЗ Справочник.Товары КАК Т ГДЕ Т.Вес > 0)) КАК Ц',
      ['Т.Вес'],
    ],
    [
      'ВЫБРАТЬ Т.Ссылка КАК С ИЗ Документ.Отгрузка КАК Т ГДЕ Т.Партнер В (ВЫБРАТЬ П.Ссылка ИЗ Справочник.Партнеры КАК П ГДЕ П.ИНН = Т.Склад И Т.Вес = 1)',
      ['Т.Вес'],
    ],
    // Orders and indexes go by the names of the result; totals are not judged.
    ['ВЫБРАТЬ Т.ИНН КАК Номер ИЗ Справочник.Партнеры КАК Т УПОРЯДОЧИТЬ ПО Номер, Т.КПП', ['Т.КПП']],
    ['ВЫБРАТЬ Т.ИНН КАК Н ПОМЕСТИТЬ ВТ ИЗ Справочник.Партнеры КАК Т ИНДЕКСИРОВАТЬ ПО Н', []],
    ['ВЫБРАТЬ Т.Количество КАК К ИЗ Документ.Отгрузка.Товары КАК Т ИТОГИ СУММА(К) ПО ОБЩИЕ', []],
    // Temporary tables and nested queries have fields of their own.
    [
      'ВЫБРАТЬ Т.ИНН КАК Н ПОМЕСТИТЬ ВТ ИЗ Справочник.Партнеры КАК Т; ВЫБРАТЬ ВТ.Н, ВТ.Нечто, Поле ИЗ ВТ КАК ВТ, Справочник.Партнеры КАК П',
      [],
    ],
    ['ВЫБРАТЬ Т.Х ИЗ (ВЫБРАТЬ П.ИНН КАК Х ИЗ Справочник.Партнеры КАК П) КАК Т', []],
    // Composite and outside types stay open.
    ['ВЫБРАТЬ Т.Регистратор.Нечто ИЗ РегистрНакопления.ОстаткиТоваров КАК Т', ['Т.Регистратор.Нечто']],
    ['ВЫБРАТЬ П.Субконто1, П.Нечто ИЗ РегистрБухгалтерии.Проводки КАК П', []],
    ['ВЫБРАТЬ ВЫРАЗИТЬ(Т.Основание КАК Документ.Отгрузка).Вес ИЗ Документ.Отгрузка КАК Т', ['Вес']],
    ['ВЫБРАТЬ ЗНАЧЕНИЕ(Перечисление.ВидыКонтактов.Факс)', ['Перечисление.ВидыКонтактов.Факс']],
    ['ВЫБРАТЬ Документ.Партнер, Документ.Нет ИЗ Документ.Отгрузка Документ', ['Документ.Нет']],
    // A text with errors is not judged by its fields.
    ['ВЫБРАТЬ Т.ОГРН ИЗ Справочник.Партнеры КАК', []],
  ])('%s', (text, unknown) => {
    expect(unknownIn(text)).toEqual(unknown);
  });

  const tables = schema.tables.filter(
    ({ object, kind }) => kind !== 'virtual' && !/^(Acc|Calc)/.test(object),
  );
  const language = fc.constantFrom('ru' as const, 'en' as const);
  const word = fc.stringMatching(/^[А-Я][а-я]{2,8}$/);

  it('are told, all of them and nothing else, and what is proposed instead is there', () => {
    const query = fc
      .tuple(fc.constantFrom(...tables), language, fc.array(fc.oneof(fc.nat(), word), { minLength: 1 }))
      .map(([table, spoken, picks]) => {
        const fields = picks.map((pick) =>
          typeof pick === 'string'
            ? pick
            : (table.fields[pick % table.fields.length]?.names[spoken] ?? 'Ссылка'),
        );
        const lacking = fields.filter((field) => schema.field(table, field) === undefined);
        const selected = fields.map((field, at) => `Т.${field} КАК П${at}`).join(', ');
        return { text: `ВЫБРАТЬ ${selected} ИЗ ${table.names[spoken]} КАК Т`, table, lacking };
      });
    fc.assert(
      fc.property(query, ({ text, table, lacking }) => {
        const unknown = grounding.unknownInQuery(text);
        expect(unknown.map((name) => name.text)).toEqual(lacking.map((field) => `Т.${field}`));
        for (const { line, column, length, suggestions, text: written } of unknown) {
          expect(`Т.${text.split('\n')[line]?.slice(column, column + length)}`).toBe(written);
          for (const name of suggestions) expect(schema.field(table, name)).toBeDefined();
        }
      }),
    );
  });

  it('never come out of an optimisation that knows the configuration', () => {
    const fields = fc.subarray(['Товар', 'Количество', 'Регистратор', 'Период']);
    const query = fc
      .tuple(fields, fc.constantFrom('1', '&П', 'НЕОПРЕДЕЛЕНО'))
      .map(
        ([chosen, value]) =>
          `ВЫБРАТЬ ${['Товар', ...chosen].map((field, at) => `О.${field === 'Количество' ? 'КоличествоОстаток' : 'Товар'} КАК П${at}`).join(', ')} ИЗ РегистрНакопления.ОстаткиТоваров.Остатки() КАК О ГДЕ О.Товар = ${value} ИЛИ О.Товар = &Другой`,
      );
    fc.assert(
      fc.property(query, (text) => {
        expect(unknownIn(optimizeQuery(text, grounding.schema).text)).toEqual([]);
      }),
    );
  });
});

describe('a module', () => {
  const module = [
    'Процедура А()',
    '\tСправочники.Партнеры.НайтиПоКоду("1");',
    '\tДокументы.Накладная.СоздатьДокумент();',
    '\tЗапрос = Новый Запрос(',
    '\t"ВЫБРАТЬ',
    '\t|\tТ.ОГРН КАК ОГРН',
    '\t|ИЗ Справочник.Партнеры КАК Т");',
    'КонецПроцедуры',
  ].join('\n');

  it('tells names of its code and of its queries with their places', () => {
    expect(grounding.unknownInModule(module).map(({ text, line, column }) => [text, line, column])).toEqual([
      ['Документы.Накладная', 2, 11],
      ['Т.ОГРН', 5, 5],
    ]);
    expect(grounding.objectsIn(module)).toEqual([{ ru: 'Справочник.Партнеры', en: 'Catalog.Партнеры' }]);
  });

  it('is checked by the rules that need a configuration', () => {
    const source = 'Запрос = Новый Запрос("ВЫБРАТЬ Т.Ссылка КАК С ИЗ Документ.Накладная КАК Т");\n';
    const keys = (project: typeof grounding.project) =>
      checkModule({
        source,
        path: 'CommonModules/ОтгрузкаСервер/Ext/Module.bsl',
        moduleType: 'CommonModule',
        rules: allRules,
        configuration: defaultConfiguration,
        project,
      }).findings.map(({ key }) => key);
    expect(keys(undefined)).not.toContain('QueryToMissingMetadata');
    expect(keys(grounding.project)).toContain('QueryToMissingMetadata');
    expect(grounding.project?.commonModule('отгрузкасервер')).toMatchObject({
      server: true,
      exports: new Set(['закрытьдень']),
    });
  });
});

describe('a text', () => {
  it('tells names of its words and of its blocks', () => {
    const text = [
      'Возьмите Справочник.Выдумки:',
      '',
      '```sdbl',
      'ВЫБРАТЬ Т.ИНН,',
      '  Т.ОГРН ИЗ Справочник.Партнеры КАК Т',
      '```',
      '```bsl',
      'З = Новый Запрос("ВЫБРАТЬ Т.Вес ИЗ Справочник.Товары КАК Т");',
      '```',
      '```json',
      '{"text": "ВЫБРАТЬ Т.Нет ИЗ Справочник.Товары КАК Т"}',
      '```',
    ].join('\n');
    const told = grounding.unknownInText(text);
    expect(told.map((name) => [name.text, name.line])).toEqual([
      ['Справочник.Выдумки', 0],
      ['Т.ОГРН', 4],
      ['Т.Вес', 7],
    ]);
    for (const { text: name, line, column, length } of told)
      expect(text.split('\n')[line]?.slice(column, column + length)).toBe(name.split('.').at(-1));
  });
});

describe('a configuration that is not there', () => {
  it.each([
    ['modules alone', groundOf({ ...graph, objects: [] }, () => undefined)],
    [
      'an extension without its configuration',
      groundOf(graphFrom({ name: 'Configuration', objects: [] }, tradeExtension), () => undefined),
    ],
  ])('%s: nothing is claimed', (_, made) => {
    const silent = groundingOf(made);
    expect(silent.unknownInQuery('ВЫБРАТЬ Т.Нет ИЗ Справочник.Нет КАК Т')).toEqual([]);
    expect(silent.unknownInModule('А = Справочники.Нет.ПустаяСсылка();')).toEqual([]);
    expect(silent.project).toBeUndefined();
  });
});
