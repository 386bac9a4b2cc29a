import {
  ancestorOf,
  type Column,
  type Join,
  nodesOf,
  type QueryPackage,
  type Select,
  unwrap,
} from '#products/assistants/engines/query';
import type { Said } from '../finding.ts';
import { remember } from '../remember.ts';
import {
  conjunctsOf,
  makesTable,
  type Placed,
  readsForeignTables,
  same,
  tableOf,
  tablesOf,
} from '../scope.ts';

/** What must hold outside of the text when a temporary table is taken out of a query. */
export const extractionAssumes: Said = {
  ru: 'Пакет выполняется методом Выполнить(), и в менеджере временных таблиц нет таблицы с таким именем',
  en: 'The package is run by Execute(), and the temporary table manager has no table of this name',
};

/** Only the last statement gives rows to the caller, so one more before it does not shift results. */
const onlyLastAnswers = remember(({ statements }: QueryPackage): boolean =>
  statements.every((statement, index) =>
    index === statements.length - 1
      ? statement.kind === 'select-statement' && !makesTable(statement)
      : statement.kind === 'drop-statement' || makesTable(statement),
  ),
);

/** A statement may be put into the package: results do not shift and no shared manager is at work. */
export const mayAddStatement = (ast: QueryPackage): boolean =>
  onlyLastAnswers(ast) && !readsForeignTables(ast);

const namesIn = remember(
  (ast: QueryPackage): ReadonlySet<string> =>
    new Set(nodesOf(ast, 'identifier').map(({ name }) => name.toLowerCase())),
);

/** A name for a new temporary table that nothing in the text is called by. */
export const freshName = (ast: QueryPackage, wanted: string): string => {
  const taken = namesIn(ast);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
};

/** The joins in whose conditions a table can take part. */
const conditionsAbout = (select: Select, placed: Placed): readonly Join[] => {
  const joins = tablesOf(select).flatMap(({ join }) => (join === null ? [] : [join]));
  return joins.filter((join) => join === placed.join || placed.joined);
};

/** Fields of a table that conditions of joins set equal to something else: what its index should be made of. */
export const joinKeys = (select: Select, placed: Placed): readonly string[] => {
  const keys: string[] = [];
  const isOwn = (column: Column) => placed.name !== null && same(column.path[0]?.name ?? '', placed.name);
  for (const join of conditionsAbout(select, placed))
    for (const condition of conjunctsOf(join.condition)) {
      if (condition.kind !== 'compare' || condition.operator !== '=') continue;
      for (const side of [condition.left, condition.right].map(unwrap)) {
        if (side.kind !== 'column' || side.path.length !== 2 || !isOwn(side)) continue;
        const name = side.path[1]?.name ?? '';
        if (!keys.some((key) => same(key, name))) keys.push(name);
      }
    }
  return keys;
};

/** Fields of each table that a query uses anywhere; null when some use cannot be seen. */
const fieldsByTable = remember((select: Select): ReadonlyMap<Placed, ReadonlyMap<string, string>> | null => {
  const tables = tablesOf(select);
  const found = new Map<Placed, Map<string, string>>(tables.map((placed) => [placed, new Map()]));
  // Another query inside may call its own table by the same name.
  if (nodesOf(select, 'select').length > 1) return null;
  if (nodesOf(select, 'asterisk').length > 0 || nodesOf(select, 'nested-table').length > 0) return null;
  for (const column of nodesOf(select, 'column')) {
    // Conditions of a virtual table name fields of its register.
    if (ancestorOf(column, 'virtual-table') !== null) continue;
    const owner = tableOf(column, tables);
    // A bare name, or one of another query, may be a field of any table here.
    if (owner === null) return null;
    const name = column.path[1]?.name ?? '';
    const fields = found.get(owner);
    if (fields?.has(name.toLowerCase()) === false) fields.set(name.toLowerCase(), name);
  }
  return found;
});

/** Fields of a table that a query uses anywhere; null when some use cannot be seen. */
export const usedFields = (select: Select, placed: Placed): readonly string[] | null => {
  const fields = fieldsByTable(select)?.get(placed);
  return fields === undefined ? null : [...fields.values()];
};

/** Fields that have no column of their own in a temporary table. */
export const isStorable = (name: string): boolean => !/^(?:моментвремени|pointintime)$/iu.test(name);

/** No database joins more tables at once; what is longer is made by a machine and left to it. */
export const mostTables = 256;

export const nameForTable = (ast: QueryPackage, placed: Placed): string =>
  freshName(ast, `ВТ_${placed.name ?? ''}`);
