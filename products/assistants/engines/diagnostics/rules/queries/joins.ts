import type { Source, TableExpression } from '#products/assistants/engines/query';
import type { ModuleQuery } from './module-queries.ts';
import { defineQueryRule } from './query-rule.ts';

/** Brackets around one table belong to it when an alias or a join follows them. */
function ownTable({ table, alias, joins }: Source): TableExpression {
  if (table.kind !== 'parenthesized-source') return table;
  const { source } = table;
  const isPlain = source.alias === null && source.joins.length === 0;
  return isPlain && (alias !== null || joins.length > 0) ? source.table : table;
}

/** The tables that take part in joins: those joined, and the first of an item of ИЗ that something is joined to. */
function joinedTables(query: ModuleQuery): readonly TableExpression[] {
  const first = query
    .nodes('select')
    .flatMap(({ from }) => from.filter(({ joins }) => joins.length > 0).map(ownTable));
  return [...first, ...query.nodes('join').map(({ source }) => ownTable(source))];
}

export const fullOuterJoinQuery = defineQueryRule({
  key: 'FullOuterJoinQuery',
  type: 'smell',
  severity: 'major',
  minutes: 10,
  dialect: 'bsl',
  standards: [435],
  title: {
    ru: 'Полное внешнее соединение в запросе: на PostgreSQL оно медленное, объедините два запроса через ОБЪЕДИНИТЬ ВСЕ',
    en: 'A query has a full outer join, which is slow on PostgreSQL: unite two queries by UNION ALL',
  },
  check(query, { report }) {
    for (const { type, keyword } of query.nodes('join')) if (type === 'full') report(keyword);
  },
});

export const joinWithSubQuery = defineQueryRule({
  key: 'JoinWithSubQuery',
  type: 'smell',
  severity: 'major',
  minutes: 10,
  dialect: 'bsl',
  standards: [655],
  title: {
    ru: 'Соединение с вложенным запросом: вынесите его во временную таблицу с индексом по полям соединения',
    en: 'A join with a nested query: move it to a temporary table indexed by the fields of the join',
  },
  check(query, { report }) {
    for (const table of joinedTables(query)) if (table.kind === 'subquery-table') report(table.body);
  },
});

export const joinWithVirtualTable = defineQueryRule({
  key: 'JoinWithVirtualTable',
  type: 'smell',
  severity: 'major',
  minutes: 10,
  dialect: 'bsl',
  standards: [655],
  title: {
    ru: 'Соединение с виртуальной таблицей: сначала поместите её данные во временную таблицу',
    en: 'A join with a virtual table: put its data into a temporary table first',
  },
  check(query, { report }) {
    for (const table of joinedTables(query)) if (table.kind === 'virtual-table') report(table);
  },
});
