import type { Expression, Identifier, Join, JoinType, Source, TableExpression } from '../ast.ts';
import {
  isMetadataKind,
  isReserved,
  isVirtualTable,
  keywordOf,
  type MetadataKind,
  type VirtualTableName,
} from '../keywords/keywords.ts';
import { condition } from './conditions.ts';
import {
  at,
  atKind,
  type Cursor,
  deeper,
  expect,
  expectKind,
  identifierOf,
  missingIdentifier,
  peek,
  reportAt,
  reportExpected,
  take,
} from './cursor.ts';
import { missing, parameter } from './literals.ts';
import { atPhrase, commaList, dottedRest, optionalAlias } from './names.ts';
import { node } from './node.ts';
import { isUsualTable } from './tables.ts';

/** Names of virtual tables are chosen by the kind of their owner only for base tables of calculation registers. */
const virtualNameOf = (
  metadata: MetadataKind | null,
  path: readonly Identifier[],
): VirtualTableName | null => {
  const last = path[2]?.name ?? '';
  const keyword = keywordOf(last);
  if (metadata === null || path.length !== 3) return null;
  if (isVirtualTable(keyword)) return keyword;
  return metadata === 'CALCULATION_REGISTER' && /^(?:база|base)./iu.test(last) ? 'BASE' : null;
};

const virtualParameter = (c: Cursor): Expression | null => {
  if (atKind(c, ',') || atKind(c, ')')) return null;
  const parameter = deeper<Expression>(
    c,
    () => condition(c),
    () => missing(c),
  );
  // The order of `ДвиженияССубконто` is a parameter too.
  if (at(c, 'ASC') || at(c, 'DESC')) take(c);
  return parameter;
};

const virtualParameters = (c: Cursor): (Expression | null)[] => commaList(c, () => virtualParameter(c));

/** A table by its name, physical or virtual. */
const namedTable = (c: Cursor): TableExpression => {
  const { start, keyword } = peek(c);
  const path = dottedRest(c, identifierOf(c, take(c)));
  const metadata = path.length > 1 && isMetadataKind(keyword) ? keyword : null;
  const name = virtualNameOf(metadata, path);
  const called = atKind(c, '(');
  if (name === null && !called) {
    const table = node(c, 'table', start, { path, metadata });
    if (!isUsualTable(table)) c.doubtful.push({ table, statement: c.statement });
    return table;
  }
  let parameters: (Expression | null)[] = [];
  if (called) {
    const range = { start, end: path.at(-1)?.end ?? start };
    take(c);
    parameters = virtualParameters(c);
    expectKind(c, ')');
    if (name === null && metadata !== 'FILTER_CRITERION')
      reportAt(c, 'unknown-table', range, 'Такой виртуальной таблицы нет', 'There is no such virtual table');
  }
  return node(c, 'virtual-table', start, { path, metadata, name, called, parameters });
};

const nestedQuery = (c: Cursor, start: number): TableExpression => {
  c.nested += 1;
  const body = c.body(c);
  c.nested -= 1;
  expectKind(c, ')');
  return node(c, 'subquery-table', start, { body });
};

const tableExpression = (c: Cursor): TableExpression => {
  const { start, kind, keyword } = peek(c);
  if (kind === '&') return parameter(c);
  if (kind === '(') {
    take(c);
    if (at(c, 'SELECT')) return nestedQuery(c, start);
    const inner = source(c);
    expectKind(c, ')');
    return node(c, 'parenthesized-source', start, { source: inner });
  }
  if (kind === 'word' && !isReserved(keyword) && !atPhrase(c)) return namedTable(c);
  reportExpected(c, 'таблица', 'a table');
  return node(c, 'table', start, { path: [missingIdentifier(c)], metadata: null });
};

const joinTypes = { LEFT: 'left', RIGHT: 'right', FULL: 'full', INNER: 'inner' } as const;

/** The type of the join whose words stand here, and how many words there are. */
const joinHere = (c: Cursor): { readonly type: JoinType; readonly words: number } | null => {
  const { keyword } = peek(c);
  if (keyword === 'JOIN') return { type: 'inner', words: 1 };
  if (keyword !== 'LEFT' && keyword !== 'RIGHT' && keyword !== 'FULL' && keyword !== 'INNER') return null;
  if (at(c, 'JOIN', 1)) return { type: joinTypes[keyword], words: 2 };
  if (keyword !== 'INNER' && at(c, 'OUTER', 1) && at(c, 'JOIN', 2))
    return { type: joinTypes[keyword], words: 3 };
  return null;
};

const join = (c: Cursor, type: JoinType, words: number): Join => {
  const { start } = peek(c);
  for (let word = 1; word < words; word += 1) take(c);
  const keyword = { start, end: take(c).end };
  const joined = source(c);
  const on = expect(c, 'BY', 'ПО') ? condition(c) : missing(c);
  return node(c, 'join', start, { type, keyword, source: joined, condition: on });
};

const joins = (c: Cursor): Join[] => {
  const found: Join[] = [];
  for (let next = joinHere(c); next !== null; next = joinHere(c)) found.push(join(c, next.type, next.words));
  return found;
};

/** One item of ИЗ: a table, its alias and its joins. */
export const source = (c: Cursor): Source => {
  const { start } = peek(c);
  const empty = (): Source =>
    node(c, 'source', start, {
      table: node(c, 'table', start, { path: [missingIdentifier(c)], metadata: null }),
      alias: null,
      joins: [],
    });
  return deeper(
    c,
    () => {
      const table = tableExpression(c);
      const alias = optionalAlias(c);
      return node(c, 'source', start, { table, alias, joins: joins(c) });
    },
    empty,
  );
};
