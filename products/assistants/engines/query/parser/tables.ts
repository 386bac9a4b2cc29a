import type { QueryNode, Select, Source, Table } from '../ast.ts';
import { type Cursor, reportAt } from './cursor.ts';

/** Aliases of the sources of a query, its joins included, in lower case. */
const aliasesOf = (select: Select): ReadonlySet<string> => {
  const names = new Set<string>();
  const waiting: Source[] = [...select.from];
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    if (source.alias !== null) names.add(source.alias.name.name.toLowerCase());
    if (source.table.kind === 'parenthesized-source') waiting.push(source.table.source);
    for (const join of source.joins) waiting.push(join.source);
  }
  return names;
};

/** Answers whether a table of a query around a node is called `name`; each query is looked at once. */
const outerNames = () => {
  const known = new Map<Select, ReadonlySet<string>>();
  return (node: QueryNode, name: string): boolean => {
    for (let above = node.parent; above !== null; above = above.parent) {
      if (above.kind !== 'select') continue;
      const names = known.get(above) ?? aliasesOf(above);
      known.set(above, names);
      if (names.has(name.toLowerCase())) return true;
    }
    return false;
  };
};

/** The name has the form of a table of a configuration or of a temporary table. */
export const isUsualTable = ({ path, metadata }: Pick<Table, 'path' | 'metadata'>): boolean =>
  path.length === 1 || metadata === 'EXTERNAL_DATA_SOURCE' || (metadata !== null && path.length <= 3);

/** Notes tables whose dotted name can be no table of a configuration and no table part of an outer query. */
export const checkTables = (c: Cursor): void => {
  const isOuter = outerNames();
  for (const { table, statement } of c.doubtful) {
    if (table.metadata === null && isOuter(table, table.path[0]?.name ?? '')) continue;
    c.statement = statement;
    reportAt(c, 'unknown-table', table, 'Такой таблицы не бывает', 'There can be no such table');
  }
};
