import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nodesOf, parseQuery, type QueryPackage, type Statement } from '#products/assistants/engines/query';
import { optimizeQuery } from './index.ts';

const words: Readonly<Record<string, string>> = {
  SELECT: 'SELECT',
  DISTINCT: 'DISTINCT',
  AS: 'AS',
  FROM: 'FROM',
  WHERE: 'WHERE',
  LEFT: 'LEFT',
  RIGHT: 'RIGHT',
  FULL: 'FULL',
  INNER: 'INNER',
  JOIN: 'JOIN',
  BY: 'ON',
  AND: 'AND',
  OR: 'OR',
  NOT: 'NOT',
  IN: 'IN',
  IS: 'IS',
  NULL: 'NULL',
  UNION: 'UNION',
  ALL: 'ALL',
  GROUP: 'GROUP',
  SUM: 'SUM',
};

/** A statement in SQL: words by their meaning, table names in one piece, no index. */
const sqlOf = (ast: QueryPackage, statement: Statement): string => {
  const tables = new Map(nodesOf(statement, 'table').map((table) => [table.start, table]));
  const names = new Set(nodesOf(statement, 'identifier').map(({ start }) => start));
  const skipped = [...nodesOf(statement, 'into'), ...nodesOf(statement, 'index-by')];
  const out: string[] = [];
  let until = 0;
  for (const [index, { kind, start, end, keyword }] of ast.tokens.entries()) {
    if (start < statement.start || start >= statement.end || start < until) continue;
    const table = tables.get(start);
    const skip = skipped.find((node) => node.start === start);
    const text = ast.text.slice(start, end);
    if (table !== undefined || skip !== undefined) until = (table ?? skip)?.end ?? 0;
    if (skip !== undefined) continue;
    if (table !== undefined) out.push(`"${table.path.map(({ name }) => name).join('_')}"`);
    else if (kind === 'string') out.push(`'${text.slice(1, -1)}'`);
    else if (kind === 'word' && keyword !== null && !names.has(start))
      out.push(
        keyword === 'BY' && ast.tokens[index - 1]?.keyword === 'GROUP' ? 'BY' : (words[keyword] ?? text),
      );
    else out.push(kind === 'word' ? `"${text}"` : text);
  }
  return out.join(' ').replaceAll(' . ', '.');
};

type Row = Readonly<Record<string, unknown>>;

/** Rows of the last statement, in any order. */
const rowsOf = (text: string, tables: Readonly<Record<string, readonly (number | null)[][]>>): string[] => {
  const database = new DatabaseSync(':memory:');
  try {
    for (const [name, rows] of Object.entries(tables)) {
      database.exec(`CREATE TABLE "${name}" ("Ссылка" INTEGER PRIMARY KEY, "К" INTEGER, "Б" INTEGER)`);
      const insert = database.prepare(`INSERT INTO "${name}" ("К", "Б") VALUES (?, ?)`);
      for (const [key, other] of rows) insert.run(key ?? null, other ?? null);
    }
    const ast = parseQuery(text);
    expect(ast.errors).toEqual([]);
    let rows: Row[] = [];
    for (const statement of ast.statements) {
      const into = nodesOf(statement, 'into')[0]?.table.name;
      const sql = sqlOf(ast, statement);
      if (into === undefined) rows = database.prepare(sql).all();
      else database.exec(`CREATE TEMP TABLE "${into}" AS ${sql}`);
    }
    return rows.map((row) => JSON.stringify(row)).sort();
  } finally {
    database.close();
  }
};

const rows = fc.array(
  fc.tuple(fc.option(fc.integer({ min: 1, max: 4 })), fc.option(fc.integer({ min: 1, max: 4 }))),
  { maxLength: 6 },
);
const physical = fc.constantFrom('Документ.Чек', 'Документ.Заказ', 'Справочник.Товары');
const value = fc.constantFrom('1', '2', '3');
const condition = (alias: string) =>
  fc
    .tuple(fc.boolean(), fc.array(fc.tuple(fc.constantFrom('К', 'Б'), value), { minLength: 1, maxLength: 4 }))
    .map(([turned, parts]) => {
      const chain = parts.map(([field, constant]) => `${alias}.${field} = ${constant}`).join(' ИЛИ ');
      return turned ? `НЕ (${chain})` : `(${chain})`;
    });
const nested = fc.oneof(
  fc
    .tuple(physical, condition('Вн'))
    .map(([table, where]) => `(ВЫБРАТЬ Вн.К КАК К, Вн.Б КАК Б ИЗ ${table} КАК Вн ГДЕ ${where})`),
  physical.map((table) => `(ВЫБРАТЬ Вн.К КАК К, СУММА(Вн.Б) КАК Б ИЗ ${table} КАК Вн СГРУППИРОВАТЬ ПО Вн.К)`),
  fc
    .tuple(physical, physical, fc.boolean(), fc.boolean())
    .map(
      ([one, other, distinct, marked]) =>
        `(ВЫБРАТЬ ${distinct ? 'РАЗЛИЧНЫЕ ' : ''}А.К КАК К, ${marked ? '1' : 'А.Б'} КАК Б ИЗ ${one} КАК А ОБЪЕДИНИТЬ ВЫБРАТЬ ${distinct ? 'РАЗЛИЧНЫЕ ' : ''}Г.К, ${marked ? '2' : 'Г.Б'} ИЗ ${other} КАК Г)`,
    ),
  fc
    .tuple(physical, physical)
    .map(
      ([one, other]) =>
        `(ВЫБРАТЬ А.Ссылка КАК К, А.Б КАК Б ИЗ ${one} КАК А ОБЪЕДИНИТЬ ВЫБРАТЬ Г.К, Г.Б ИЗ ${other} КАК Г)`,
    ),
);
const source = fc.oneof(physical, nested, nested);
const query = fc
  .record({
    first: source,
    joins: fc.array(fc.tuple(fc.constantFrom('ЛЕВОЕ', 'ВНУТРЕННЕЕ', 'ПРАВОЕ', 'ПОЛНОЕ'), source), {
      maxLength: 2,
    }),
    where: fc.option(condition('Т0')),
  })
  .map(({ first, joins, where }) => {
    const fields = [first, ...joins].map(
      (_, index) => `Т${index}.К КАК К${index}, Т${index}.Б КАК Б${index}`,
    );
    const joined = joins.map(
      ([type, table], index) =>
        `${type} СОЕДИНЕНИЕ ${table} КАК Т${index + 1} ПО Т${index}.К = Т${index + 1}.К`,
    );
    return `ВЫБРАТЬ ${fields.join(', ')} ИЗ ${first} КАК Т0 ${joined.join(' ')}${where === null ? '' : ` ГДЕ ${where}`}`;
  });

it('gives the same rows after all safe rewrites, on a real database', () => {
  const used = new Set<number>();
  fc.assert(
    fc.property(query, rows, rows, rows, (text, one, two, three) => {
      const tables = { Документ_Чек: one, Документ_Заказ: two, Справочник_Товары: three };
      const { text: after, applied } = optimizeQuery(text);
      for (const { rule } of applied) used.add(rule);
      expect(rowsOf(after, tables)).toEqual(rowsOf(text, tables));
    }),
    { numRuns: 300 },
  );
  expect([...used].sort((left, right) => left - right)).toEqual(
    [10, 4, 6].sort((left, right) => left - right),
  );
});
