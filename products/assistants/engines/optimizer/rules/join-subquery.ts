import {
  type QueryPackage,
  type Select,
  type SelectBody,
  type SelectStatement,
  type SubqueryTable,
  walk,
} from '#products/assistants/engines/query';
import { finding, hasTrivia, isTemplate, type Rule } from '../context.ts';
import { standards, type TextEdit } from '../finding.ts';
import { fieldName, type Placed, same, selectsOf, statementOf, tablesOf } from '../scope.ts';
import {
  extractionAssumes,
  isStorable,
  joinKeys,
  mayAddStatement,
  mostTables,
  nameForTable,
} from './extraction.ts';

/** The nested query can be a statement of its own, word for word. */
const canStandAlone = (body: SelectBody): boolean => {
  const { fields } = body.first;
  const names = fields.map(fieldName);
  if (names.some((name) => name === null || !isStorable(name))) return false;
  if (new Set(names.map((name) => name?.toLowerCase())).size < names.length) return false;
  let plain = true;
  walk(body, (node) => {
    const odd =
      node.kind === 'nested-table' ||
      node.kind === 'empty-table' ||
      node.kind === 'asterisk' ||
      node.kind === 'for-update' ||
      node.kind === 'into' ||
      (node.kind === 'call' && (node.name === 'PRESENTATION' || node.name === 'REFPRESENTATION')) ||
      (node.kind === 'select' && node.parent?.parent === body && node.orderBy !== null);
    if (odd) plain = false;
  });
  return plain && body.first.orderBy === null && body.unions.every(({ select }) => select.orderBy === null);
};

/** Keys that are fields of the nested query with values of their own: constants need no index. */
const indexable = (body: SelectBody, keys: readonly string[]): readonly string[] =>
  keys.filter((key) => {
    const field = body.first.fields.find((one) => same(fieldName(one) ?? '', key));
    return field?.expression.kind === 'column' || field?.expression.kind === 'cast';
  });

/** `ПОМЕСТИТЬ` goes after the fields of the first query, `ИНДЕКСИРОВАТЬ` to the very end. */
const asStatement = (
  ast: QueryPackage,
  body: SelectBody,
  name: string,
  keys: readonly string[],
  allowed: boolean,
): string => {
  const { first } = body;
  const fieldsEnd = first.fields.at(-1)?.end ?? first.end;
  const head = ast.text.slice(first.keyword.start, first.keyword.end);
  const limit = allowed && first.allowed === null ? ' РАЗРЕШЕННЫЕ' : '';
  const fields = ast.text.slice(first.keyword.end, fieldsEnd);
  const rest = ast.text.slice(fieldsEnd, body.end);
  const index = keys.length > 0 ? `\nИНДЕКСИРОВАТЬ ПО\n\t${keys.join(',\n\t')}` : '';
  return `${head}${limit}${fields}\nПОМЕСТИТЬ ${name}${rest}${index}\n;\n\n`;
};

const editsFor = (
  ast: QueryPackage,
  statement: SelectStatement,
  select: Select,
  placed: Placed,
  table: SubqueryTable,
): readonly TextEdit[] => {
  const name = nameForTable(ast, placed);
  const keys = indexable(table.body, joinKeys(select, placed));
  const allowed = statement.body.first.allowed !== null;
  return [
    { start: statement.start, end: statement.start, text: asStatement(ast, table.body, name, keys, allowed) },
    { start: table.start, end: table.end, text: name },
  ];
};

/** Rule 4: a join with a nested query; the nested query becomes an indexed temporary table. */
export const joinWithSubquery: Rule = (context) => {
  const { ast } = context;
  const selects = selectsOf(ast).filter((select) => tablesOf(select).length <= mostTables);
  return selects.flatMap((select) =>
    tablesOf(select).flatMap((placed) => {
      const { table } = placed.source;
      if (table.kind !== 'subquery-table' || !placed.joined) return [];
      const statement = statementOf(select);
      const { body } = table;
      const noted =
        hasTrivia(ast, { start: table.start, end: body.start }) ||
        hasTrivia(ast, { start: body.end, end: table.end });
      const possible =
        statement !== null && placed.name !== null && canStandAlone(body) && !isTemplate(ast) && !noted;
      return [
        finding(context, {
          rule: 4,
          code: 'join-with-subquery',
          at: table,
          standard: standards.joins,
          reason: {
            ru: 'Соединение с вложенным запросом: оптимизатор СУБД не знает его размера и может выбрать медленный план. Вынесите его во временную таблицу с индексом по полям соединения',
            en: 'A join with a nested query: the optimizer cannot know its size and may choose a slow plan. Move it to a temporary table indexed by the fields of the join',
          },
          safe: possible && mayAddStatement(ast) && select.forUpdate === null,
          assumes: extractionAssumes,
          edits: possible ? editsFor(ast, statement, select, placed, table) : [],
        }),
      ];
    }),
  );
};
