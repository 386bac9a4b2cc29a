import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalQueries, formatQuery, parseQuery } from '#products/assistants/engines/query';
import { findImprovements, optimizeQuery, unknownSchema } from './index.ts';
import { shopSchema } from './schema.fixture.ts';

/** The text after all safe rewrites, laid out alike for comparison. */
const laidOut = (text: string) => {
  const ast = parseQuery(text);
  expect(ast.errors).toEqual([]);
  return formatQuery(ast);
};
const becomes = (before: string, after: string, schema = unknownSchema) =>
  expect(laidOut(optimizeQuery(before, schema).text)).toBe(laidOut(after));
const stays = (text: string, schema = unknownSchema) => {
  const { text: after, applied } = optimizeQuery(text, schema);
  expect({ after, codes: applied.map(({ code }) => code) }).toEqual({ after: text, codes: [] });
};
const codes = (text: string, schema = unknownSchema) =>
  findImprovements(parseQuery(text), schema).map(({ rule, code }) => `${rule} ${code}`);

describe('joins with nested queries (4)', () => {
  it('takes the nested query out, keeps its alias and indexes the fields of the join', () => {
    becomes(
      'ВЫБРАТЬ РАЗРЕШЕННЫЕ Т.А КАК А, П.Сумма КАК С ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ (ВЫБРАТЬ Д.К КАК К, СУММА(Д.С) КАК Сумма ИЗ Документ.Д КАК Д ГДЕ Д.О = &О СГРУППИРОВАТЬ ПО Д.К) КАК П ПО П.К = Т.Ссылка',
      'ВЫБРАТЬ РАЗРЕШЕННЫЕ Д.К КАК К, СУММА(Д.С) КАК Сумма ПОМЕСТИТЬ ВТ_П ИЗ Документ.Д КАК Д ГДЕ Д.О = &О СГРУППИРОВАТЬ ПО Д.К ИНДЕКСИРОВАТЬ ПО К; ВЫБРАТЬ РАЗРЕШЕННЫЕ Т.А КАК А, П.Сумма КАК С ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ ВТ_П КАК П ПО П.К = Т.Ссылка',
    );
  });

  it('chooses a name that is free and puts INTO into the first query of a union', () => {
    becomes(
      'ВЫБРАТЬ 1 КАК А ПОМЕСТИТЬ ВТ_П; ВЫБРАТЬ П.К КАК К ИЗ ВТ_П КАК Х ВНУТРЕННЕЕ СОЕДИНЕНИЕ (ВЫБРАТЬ А.К КАК К ИЗ Справочник.А КАК А ОБЪЕДИНИТЬ ВСЕ ВЫБРАТЬ Б.К ИЗ Справочник.Б КАК Б) КАК П ПО П.К = Х.А',
      'ВЫБРАТЬ 1 КАК А ПОМЕСТИТЬ ВТ_П; ВЫБРАТЬ А.К КАК К ПОМЕСТИТЬ ВТ_П2 ИЗ Справочник.А КАК А ОБЪЕДИНИТЬ ВСЕ ВЫБРАТЬ Б.К ИЗ Справочник.Б КАК Б ИНДЕКСИРОВАТЬ ПО К; ВЫБРАТЬ П.К КАК К ИЗ ВТ_П КАК Х ВНУТРЕННЕЕ СОЕДИНЕНИЕ ВТ_П2 КАК П ПО П.К = Х.А',
    );
  });

  it('takes out nested queries in nested queries, the inner one into its own statement', () => {
    const { text, applied } = optimizeQuery(
      'ВЫБРАТЬ П.К КАК К ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ (ВЫБРАТЬ Д.К КАК К ИЗ Документ.Д КАК Д ЛЕВОЕ СОЕДИНЕНИЕ (ВЫБРАТЬ Ю.К КАК К ИЗ Документ.Ю КАК Ю) КАК Вн ПО Вн.К = Д.К) КАК П ПО П.К = Т.Ссылка',
    );
    expect(applied.map(({ rule }) => rule)).toEqual([4, 4]);
    expect(parseQuery(text).statements).toHaveLength(3);
    expect(codes(text)).not.toContain('4 join-with-subquery');
  });

  it.each([
    [
      'a shared manager is at work',
      'ВЫБРАТЬ П.К КАК К ИЗ ВТ_Чужая КАК Т ЛЕВОЕ СОЕДИНЕНИЕ (ВЫБРАТЬ А.К КАК К ИЗ Справочник.А КАК А) КАК П ПО П.К = Т.К',
    ],
    [
      'results of the package are taken by number',
      'ВЫБРАТЬ 1 КАК А; ВЫБРАТЬ П.К КАК К ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ (ВЫБРАТЬ А.К КАК К ИЗ Справочник.А КАК А) КАК П ПО П.К = Т.К',
    ],
    [
      'a field has no name',
      'ВЫБРАТЬ П.К КАК К ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ (ВЫБРАТЬ А.К КАК К, 1 + 1 ИЗ Справочник.А КАК А) КАК П ПО П.К = Т.К',
    ],
    [
      'the table is not for the last statement',
      'ВЫБРАТЬ П.К КАК К ПОМЕСТИТЬ ВТ ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ (ВЫБРАТЬ А.К КАК К ИЗ Справочник.А КАК А) КАК П ПО П.К = Т.К',
    ],
    [
      'the composition system changes the text',
      'ВЫБРАТЬ П.К КАК К ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ (ВЫБРАТЬ А.К КАК К ИЗ Справочник.А КАК А) КАК П ПО П.К = Т.К {ГДЕ Т.К}',
    ],
    [
      'a star hides the fields',
      'ВЫБРАТЬ П.К КАК К ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ (ВЫБРАТЬ * ИЗ Справочник.А КАК А) КАК П ПО П.К = Т.К',
    ],
  ])('only advises when %s', (_, text) => {
    stays(text);
    expect(codes(text)).toContain('4 join-with-subquery');
  });
});

describe('joins with virtual tables (5)', () => {
  it('asks the virtual table for exactly the fields that are used', () => {
    becomes(
      'ВЫБРАТЬ Т.Ссылка КАК Т, О.Склад.Код КАК Код ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ РегистрНакопления.Х.Остатки(&Д, Склад = &С) КАК О ПО О.Товар = Т.Ссылка',
      'ВЫБРАТЬ О.Склад КАК Склад, О.Товар КАК Товар ПОМЕСТИТЬ ВТ_О ИЗ РегистрНакопления.Х.Остатки(&Д, Склад = &С) КАК О ИНДЕКСИРОВАТЬ ПО Товар; ВЫБРАТЬ Т.Ссылка КАК Т, О.Склад.Код КАК Код ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ ВТ_О КАК О ПО О.Товар = Т.Ссылка',
    );
  });

  it.each([
    [
      'ВЫБРАТЬ Т.Ссылка КАК Т, Склад КАК Склад ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ РегистрНакопления.Х.Остатки(&Д) КАК О ПО О.Товар = Т.Ссылка',
    ],
    [
      'ВЫБРАТЬ О.* ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ РегистрНакопления.Х.Остатки(&Д) КАК О ПО О.Товар = Т.Ссылка',
    ],
    [
      'ВЫБРАТЬ О.Склад КАК С ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ РегистрНакопления.Х.Остатки(&Д) КАК О ПО О.Товар = Т.Ссылка УПОРЯДОЧИТЬ ПО О.Товар',
    ],
    [
      'ВЫБРАТЬ О.Склад КАК С ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ РегистрНакопления.Х.Остатки(&Д) КАК О ПО О.Товар = Т.Ссылка ГДЕ Т.Ссылка В (ВЫБРАТЬ О.Х ИЗ Справочник.К КАК О)',
    ],
  ])('only advises when the fields cannot be told: %s', (text) => {
    stays(text);
    expect(codes(text)).toContain('5 join-with-virtual-table');
  });
});

describe('ИЛИ (6, 7)', () => {
  it.each([
    ['Т.А = &Б ИЛИ Т.А = &В', 'Т.А В (&Б, &В)'],
    ['Т.А = 1 ИЛИ Т.Б = 2 ИЛИ т.а = 3', 'Т.А В (1, 3) ИЛИ Т.Б = 2'],
    [
      'Т.Ю = 5 И (Т.А = 1 ИЛИ (2 = Т.А) ИЛИ Т.А = ЗНАЧЕНИЕ(Перечисление.П.Р))',
      'Т.Ю = 5 И (Т.А В (1, 2, ЗНАЧЕНИЕ(Перечисление.П.Р)))',
    ],
    ['НЕ (Т.А = 1 ИЛИ Т.А = 2)', 'НЕ (Т.А В (1, 2))'],
  ])('%s becomes %s', (before, after) => {
    becomes(
      `ВЫБРАТЬ Т.А КАК А ИЗ Справочник.В КАК Т ГДЕ ${before}`,
      `ВЫБРАТЬ Т.А КАК А ИЗ Справочник.В КАК Т ГДЕ ${after}`,
    );
  });

  it.each([
    'Т.А = 1 ИЛИ Т.А = Т.Б',
    'Т.А = 1 ИЛИ Т.А = NULL',
    'Т.А = 1 ИЛИ Т.А <> 2',
    'Т.А = 1 ИЛИ // почему\nТ.А = 2',
  ])('leaves %s', (where) => {
    stays(`ВЫБРАТЬ Т.А КАК А ИЗ Справочник.В КАК Т ГДЕ ${where}`);
  });

  it('tells ИЛИ over different fields and in joins', () => {
    expect(
      codes(
        'ВЫБРАТЬ Т.А КАК А ИЗ Т КАК Т ЛЕВОЕ СОЕДИНЕНИЕ К КАК К ПО Т.А = К.А ИЛИ Т.Б = К.Б ГДЕ Т.А = 1 ИЛИ Т.Б = 2',
      ),
    ).toEqual(expect.arrayContaining(['7 or-in-join', '6 or-of-fields']));
  });
});

describe('needless references (9)', () => {
  it.each([
    ['Т.К.Ссылка = ЗНАЧЕНИЕ(Перечисление.Пол.Мужской)', 'Т.К = ЗНАЧЕНИЕ(Перечисление.Пол.Мужской)'],
    ['Т.Ссылка.Ссылка <> &П', 'Т.Ссылка <> &П'],
  ])('%s becomes %s', (before, after) => {
    becomes(
      `ВЫБРАТЬ Т.А КАК А ИЗ Документ.Д КАК Т ГДЕ ${before}`,
      `ВЫБРАТЬ Т.А КАК А ИЗ Документ.Д КАК Т ГДЕ ${after}`,
    );
  });

  it.each([
    // An empty reference given as the parameter would find rows it did not find before.
    'Т.К.Ссылка = &К',
    'Т.К.Ссылка = ЗНАЧЕНИЕ(Справочник.К.ПустаяСсылка)',
    'НЕ Т.К.Ссылка = ЗНАЧЕНИЕ(Перечисление.Пол.Мужской)',
    'Т.К.Ссылка ЕСТЬ NULL',
    'Т.К.Ссылка <> ЗНАЧЕНИЕ(Перечисление.Пол.Мужской)',
  ])('only advises on %s', (where) => {
    const text = `ВЫБРАТЬ Т.А КАК А ИЗ Документ.Д КАК Т ГДЕ ${where}`;
    stays(text);
    expect(codes(text)).toContain('9 redundant-reference');
  });

  it('is silent about the reference of the row itself', () => {
    expect(codes('ВЫБРАТЬ Т.Ссылка КАК А ИЗ Документ.Д КАК Т ГДЕ Документ.Д.Ссылка = 1')).toEqual([]);
  });
});

describe('virtual table filters (2)', () => {
  const head = 'ВЫБРАТЬ О.Номенклатура КАК Н ИЗ РегистрНакопления.Товары.Остатки';
  it.each([
    ['КАК О ГДЕ О.Склад = &С', '(, Склад = &С) КАК О'],
    [
      '(&Д) КАК О ГДЕ О.Склад = &С И О.КоличествоОстаток > 0',
      '(&Д, Склад = &С) КАК О ГДЕ О.КоличествоОстаток > 0',
    ],
    [
      '(&Д, Номенклатура = &Н ИЛИ Склад = 1) КАК О ГДЕ &С = О.Склад',
      '(&Д, (Номенклатура = &Н ИЛИ Склад = 1) И Склад = &С) КАК О',
    ],
    ['() КАК О ГДЕ О.Склад = &С И О.Номенклатура = &Н', '(, Склад = &С И Номенклатура = &Н) КАК О'],
  ])('%s becomes %s', (before, after) => {
    becomes(`${head} ${before}`, `${head}${after.startsWith('(') ? '' : ' '}${after}`, shopSchema);
  });

  it.each([
    '(&Д) КАК О ГДЕ О.Склад В (&А, &Б)',
    '(&Д) КАК О ГДЕ О.КоличествоОстаток = 0',
    '(&Д) КАК О ГДЕ О.Склад = &С ИЛИ О.Склад = О.Номенклатура',
  ])('leaves %s', (tail) => {
    const { applied } = optimizeQuery(`${head}${tail}`, shopSchema);
    expect(applied).toEqual([]);
  });

  it('leaves filters of tables whose rows may be missing', () => {
    const text =
      'ВЫБРАТЬ Т.А КАК А ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ РегистрНакопления.Товары.Остатки(&Д) КАК О ПО Т.А = О.Номенклатура ГДЕ О.Склад = &С';
    expect(codes(text, shopSchema)).not.toContain('2 filter-outside-virtual-table');
    expect(codes(text, shopSchema)).toContain('13 filter-undoes-outer-join');
  });
});

describe('other rules', () => {
  it('gives zero for a missing number of an outer join, and keeps the name (13)', () => {
    const before =
      'ВЫБРАТЬ Т.А КАК А, Ц.Цена ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ РегистрСведений.Цены КАК Ц ПО Т.А = Ц.А';
    becomes(before, before.replace('Ц.Цена', 'ЕСТЬNULL(Ц.Цена, 0) КАК Цена'), shopSchema);
    stays(before);
    stays(before.replace('Ц.Цена', 'Ц.Цена КАК Ц').replace(' ИЗ ', ' ПОМЕСТИТЬ ВТ ИЗ '), shopSchema);
    stays(`${before} УПОРЯДОЧИТЬ ПО Цена`, shopSchema);
  });

  it('removes locks by queries only under managed locks (18)', () => {
    const text = 'ВЫБРАТЬ Т.А КАК А ИЗ Документ.Д КАК Т ДЛЯ ИЗМЕНЕНИЯ Документ.Д';
    becomes(text, 'ВЫБРАТЬ Т.А КАК А ИЗ Документ.Д КАК Т', shopSchema);
    stays(text);
  });

  it('leaves out the search for repeats where there can be none (10)', () => {
    becomes(
      'ВЫБРАТЬ Т.Ссылка КАК А ИЗ Документ.Чек КАК Т ОБЪЕДИНИТЬ ВЫБРАТЬ Т.Ссылка ИЗ Документ.Заказ КАК Т',
      'ВЫБРАТЬ Т.Ссылка КАК А ИЗ Документ.Чек КАК Т ОБЪЕДИНИТЬ ВСЕ ВЫБРАТЬ Т.Ссылка ИЗ Документ.Заказ КАК Т',
    );
    becomes(
      'ВЫБРАТЬ РАЗЛИЧНЫЕ "а" КАК А, Т.К КАК К ИЗ Документ.Чек КАК Т ОБЪЕДИНИТЬ ВЫБРАТЬ "б", Т.К ИЗ Т КАК Т СГРУППИРОВАТЬ ПО Т.К',
      'ВЫБРАТЬ РАЗЛИЧНЫЕ "а" КАК А, Т.К КАК К ИЗ Документ.Чек КАК Т ОБЪЕДИНИТЬ ВСЕ ВЫБРАТЬ "б", Т.К ИЗ Т КАК Т СГРУППИРОВАТЬ ПО Т.К',
    );
    stays('ВЫБРАТЬ "а" КАК А, Т.К КАК К ИЗ Документ.Чек КАК Т ОБЪЕДИНИТЬ ВЫБРАТЬ "б", Т.К ИЗ Т КАК Т');
    stays('ВЫБРАТЬ РАЗЛИЧНЫЕ "а" КАК А ИЗ Т КАК Т ОБЪЕДИНИТЬ ВЫБРАТЬ РАЗЛИЧНЫЕ "А " ИЗ Т КАК Т');
  });

  it('names the type of a composite field that the filter fixes (8)', () => {
    const narrowed = 'ГДЕ Т.Регистратор ССЫЛКА Документ.Заказ';
    becomes(
      `ВЫБРАТЬ Т.Регистратор.Дата ИЗ РегистрНакопления.Товары КАК Т ${narrowed}`,
      `ВЫБРАТЬ ВЫРАЗИТЬ(Т.Регистратор КАК Документ.Заказ).Дата КАК РегистраторДата ИЗ РегистрНакопления.Товары КАК Т ${narrowed}`,
      shopSchema,
    );
    stays('ВЫБРАТЬ Т.Регистратор.Дата КАК Д ИЗ РегистрНакопления.Товары КАК Т', shopSchema);
  });

  it.each([
    ['ВЫБРАТЬ О.А КАК А ИЗ РегистрСведений.К.СрезПоследних КАК О', '3 virtual-table-without-parameters'],
    ['ВЫБРАТЬ А.А КАК А ИЗ А КАК А ПОЛНОЕ СОЕДИНЕНИЕ Б КАК Б ПО А.А = Б.А', '11 full-join'],
    ['ВЫБРАТЬ А.А КАК А ИЗ А КАК А ГДЕ А.А ПОДОБНО "%" + &П', '12 like-computed-pattern'],
    ['ВЫБРАТЬ А.А КАК А ИЗ А КАК А ГДЕ А.А ПОДОБНО "%а"', '12 like-from-the-middle'],
    ['ВЫБРАТЬ ПЕРВЫЕ 5 А.А КАК А ИЗ А КАК А', '14 top-without-order'],
    [
      'ВЫБРАТЬ 1 КАК А ПОМЕСТИТЬ ВТ; ВЫБРАТЬ ВТ.А КАК А ИЗ Т КАК Т ЛЕВОЕ СОЕДИНЕНИЕ ВТ КАК ВТ ПО ВТ.А = Т.А',
      '15 temporary-table-without-index',
    ],
    [
      'ВЫБРАТЬ ПЕРВЫЕ 9 1 КАК А ПОМЕСТИТЬ ВТ ИНДЕКСИРОВАТЬ ПО А; ВЫБРАТЬ ВТ.А КАК А ИЗ ВТ КАК ВТ',
      '15 needless-index',
    ],
    ['ВЫБРАТЬ А.А КАК А ИЗ А КАК А ГДЕ ГОД(А.Дата) = 2024', '16 expression-over-field'],
    ['ВЫБРАТЬ А.А КАК А ИЗ А КАК А ГДЕ А.А В (ВЫБРАТЬ Б.Б ИЗ Б КАК Б ГДЕ Б.Ю = А.Ю)', '17 correlated-in'],
    ['ВЫБРАТЬ А.А КАК А ИЗ А КАК А ГДЕ НЕ А.А В (ВЫБРАТЬ Б.Б ИЗ Б КАК Б)', '17 not-in-query'],
    ['ВЫБРАТЬ А.* ИЗ А КАК А', '19 select-star'],
    ['ВЫБРАТЬ А.А ИЗ А КАК А', '19 field-without-alias'],
    ['ВЫБРАТЬ 1 КАК А ПОМЕСТИТЬ ВТ', '19 unused-temporary-table'],
  ])('%s: %s', (text, code) => {
    expect(codes(text)).toContain(code);
    stays(text);
  });

  it.each([
    'ВЫБРАТЬ ПЕРВЫЕ 1 А.А КАК А ИЗ А КАК А',
    'ВЫБРАТЬ ПЕРВЫЕ 5 А.А КАК А ИЗ А КАК А УПОРЯДОЧИТЬ ПО А',
    'ВЫБРАТЬ А.А КАК А ИЗ РегистрСведений.К.СрезПоследних(&Д) КАК А ГДЕ А.Дата МЕЖДУ &Н И &К',
  ])('has nothing to say of %s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('all safe rewrites together', () => {
  const tables = fc.constantFrom(
    'Справочник.Товары',
    'РегистрНакопления.Товары.Остатки(&Дата)',
    'РегистрНакопления.Товары.Обороты',
    'РегистрСведений.Цены',
    '(ВЫБРАТЬ Вн.К КАК К, Вн.Склад КАК Склад ИЗ Документ.Заказ КАК Вн ГДЕ Вн.К = 1 ИЛИ Вн.К = 2)',
    '(ВЫБРАТЬ РАЗЛИЧНЫЕ Вн.Ссылка КАК К ИЗ Документ.Чек КАК Вн ОБЪЕДИНИТЬ ВЫБРАТЬ Вн.Ссылка ИЗ Документ.Заказ КАК Вн)',
  );
  const join = fc.tuple(fc.constantFrom('ЛЕВОЕ', 'ВНУТРЕННЕЕ', 'ПРАВОЕ', 'ПОЛНОЕ'), tables);
  const conditions = fc.constantFrom(
    'Т0.К = 1 ИЛИ Т0.К = 2',
    'Т0.Склад = &С',
    'Т0.Ссылка.Ссылка = &П И Т0.Склад = &С',
    'Т0.К.Ссылка = ЗНАЧЕНИЕ(Перечисление.Пол.М)',
    'Т0.К В (ВЫБРАТЬ Ю.К ИЗ Справочник.Ю КАК Ю)',
  );
  const query = fc
    .record({
      first: tables,
      joins: fc.array(join, { maxLength: 3 }),
      where: fc.option(conditions),
      into: fc.boolean(),
      tail: fc.constantFrom('', ' УПОРЯДОЧИТЬ ПО К', ' ДЛЯ ИЗМЕНЕНИЯ'),
    })
    .map(({ first, joins, where, into, tail }) => {
      const joined = joins.map(
        ([type, table], index) => `${type} СОЕДИНЕНИЕ ${table} КАК Т${index + 1} ПО Т0.К = Т${index + 1}.К`,
      );
      const filter = where === null ? '' : ` ГДЕ ${where}`;
      return `ВЫБРАТЬ Т${joins.length}.К КАК К, Т0.Цена${into ? ' ПОМЕСТИТЬ ВТ' : ''} ИЗ ${first} КАК Т0 ${joined.join(' ')}${filter}${tail}`;
    });

  it('parse, are stable, and change nothing but the edited places', () => {
    fc.assert(
      fc.property(fc.array(query, { minLength: 1, maxLength: 3 }), fc.boolean(), (queries, known) => {
        const text = queries.join(';\n');
        const schema = known ? shopSchema : unknownSchema;
        const before = parseQuery(text);
        expect(before.errors).toEqual([]);
        const once = optimizeQuery(text, schema);
        const after = parseQuery(once.text);
        expect(after.errors).toEqual([]);
        expect(optimizeQuery(once.text, schema)).toMatchObject({ text: once.text, applied: [] });
        expect(once.advice.filter(({ safe }) => safe)).toEqual([]);
        const touched = new Set(once.applied.map(({ rule }) => rule));
        if (!touched.has(4) && !touched.has(5))
          expect(after.statements).toHaveLength(before.statements.length);
        if (touched.size === 0) expect(equalQueries(before, after)).toBe(true);
        // The last statement still gives the same columns.
        const names = (ast: typeof before) => {
          const last = ast.statements.at(-1);
          return last?.kind === 'select-statement'
            ? last.body.first.fields.map(({ alias, expression }) => alias?.name.name ?? expression.kind)
            : [];
        };
        if (!touched.has(13)) expect(names(after)).toEqual(names(before));
      }),
      { numRuns: 200 },
    );
  });

  it('says nothing of a text with errors', () => {
    expect(findImprovements(parseQuery('ВЫБРАТЬ * ИЗ'))).toEqual([]);
    expect(optimizeQuery('ВЫБРАТЬ * ИЗ').text).toBe('ВЫБРАТЬ * ИЗ');
  });
});

it('is done with long texts made by machines', () => {
  const many = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index));
  const texts = [
    `ВЫБРАТЬ 1 КАК А ИЗ Т КАК Т ГДЕ ${many(20_000, (index) => `Т.А = ${index}`).join(' ИЛИ ')}`,
    `ВЫБРАТЬ 1 КАК А ИЗ Т${' ОБЪЕДИНИТЬ ВЫБРАТЬ 1 ИЗ Т'.repeat(5_000)}`,
    `ВЫБРАТЬ Т1.А КАК А ИЗ Т КАК Т ${many(3_000, (index) => `ЛЕВОЕ СОЕДИНЕНИЕ (ВЫБРАТЬ 1 КАК К) КАК Т${index} ПО Т.А = Т${index}.К`).join(' ')}`,
    many(3_000, (index) => `ВЫБРАТЬ Т.А КАК А ПОМЕСТИТЬ ВТ${index + 1} ИЗ ВТ${index} КАК Т`).join(';'),
  ];
  for (const text of texts) {
    const { text: after } = optimizeQuery(text);
    expect(parseQuery(after).errors).toEqual([]);
    expect(optimizeQuery(after).applied).toEqual([]);
  }
});
