import type { QueryNode, QueryPackage, Select, Source, Table } from '../ast.ts';
import { walk } from '../tree/walk.ts';
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

const couldBe = (table: Table, isOuter: (node: QueryNode, name: string) => boolean): boolean => {
  const [first] = table.path;
  if (table.metadata === 'EXTERNAL_DATA_SOURCE' || table.path.length === 1 || first === undefined)
    return true;
  return table.metadata === null ? isOuter(table, first.name) : table.path.length <= 3;
};

/** Notes tables whose dotted name can be no table of a configuration and no table part of an outer query. */
export const checkTables = (c: Cursor, root: QueryPackage): void => {
  const isOuter = outerNames();
  let statement = -1;
  walk(root, (node) => {
    if (node.parent === root) statement += 1;
    if (node.kind !== 'table' || couldBe(node, isOuter)) return;
    c.statement = statement;
    reportAt(c, 'unknown-table', node, 'Такой таблицы не бывает', 'There can be no such table');
  });
};
