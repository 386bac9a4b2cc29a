import {
  type Column,
  type Expression,
  type Join,
  nodesOf,
  type QueryNode,
  type QueryPackage,
  type Select,
  type SelectField,
  type SelectStatement,
  type Source,
  type Statement,
  type TableExpression,
  unwrap,
} from '#products/assistants/engines/query';
import { remember } from './remember.ts';

/** Names are compared without regard to case. */
export const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
/** A dotted name as one text. */
export const dotted = (path: readonly { readonly name: string }[]): string =>
  path.map(({ name }) => name).join('.');

/** A table of a query: what stands in ИЗ, with what is known of its place among the joins. */
export interface Placed {
  readonly source: Source;
  /** The name its fields are reached by: the alias, or the name of a temporary table; null when neither. */
  readonly name: string | null;
  /** Rows of it may be missing: it stands on the outer side of a join. */
  readonly nullable: boolean;
  /** It takes part in a join. */
  readonly joined: boolean;
  /** The join that brings it in; null for the first table of an item of ИЗ. */
  readonly join: Join | null;
}

const nameOf = (source: Source): string | null => {
  if (source.alias !== null) return source.alias.name.name;
  if (source.table.kind === 'table' && source.table.path.length === 1)
    return source.table.path[0]?.name ?? null;
  return null;
};

const placeIn = (source: Source, join: Join | null, nullable: boolean, found: Placed[]): void => {
  const { table, joins } = source;
  const weakened = joins.some(({ type }) => type === 'right' || type === 'full');
  const own = nullable || weakened;
  const joined = join !== null || joins.length > 0;
  if (table.kind === 'parenthesized-source') placeIn(table.source, join, own, found);
  else found.push({ source, name: nameOf(source), nullable: own, joined, join });
  const lastWeakening = joins.findLastIndex(({ type }) => type === 'right' || type === 'full');
  for (const [index, next] of joins.entries()) {
    const outer = next.type === 'left' || next.type === 'full';
    placeIn(next.source, next, nullable || outer || index < lastWeakening, found);
  }
};

/** All tables of a query in the order of the text, those of its joins included. */
export const tablesOf = remember((select: Select): readonly Placed[] => {
  const found: Placed[] = [];
  for (const source of select.from) placeIn(source, null, false, found);
  return found;
});

const byName = remember((tables: readonly Placed[]): ReadonlyMap<string, Placed> => {
  const names = new Map<string, Placed>();
  for (const placed of tables) {
    const name = placed.name?.toLowerCase();
    if (name !== undefined && !names.has(name)) names.set(name, placed);
  }
  return names;
});

/** The table a column is taken from by its first name; null for names of other queries and for bare fields. */
export const tableOf = (column: Column, tables: readonly Placed[]): Placed | null => {
  const [first, second] = column.path;
  if (first === undefined || second === undefined) return null;
  return byName(tables).get(first.name.toLowerCase()) ?? null;
};

/** The conditions that must all be true: a chain of И taken apart, brackets off. */
export const conjunctsOf = (condition: Expression | null): readonly Expression[] => {
  if (condition === null) return [];
  const inner = unwrap(condition);
  return inner.kind === 'and' ? inner.operands.flatMap(conjunctsOf) : [inner];
};

/** The name of a selected field in the result; null when the platform makes one up. */
export const fieldName = ({ alias, expression }: SelectField): string | null => {
  if (alias !== null) return alias.name.name;
  return expression.kind === 'column' && expression.path.length <= 2
    ? (expression.path.at(-1)?.name ?? null)
    : null;
};

export const selectsOf = (node: QueryNode): readonly Select[] => nodesOf(node, 'select');

/** The statement a select belongs to directly; null for nested queries. */
export const statementOf = (select: Select): SelectStatement | null => {
  const body = select.parent?.kind === 'union' ? select.parent.parent : select.parent;
  const above = body?.parent ?? null;
  return above?.kind === 'select-statement' ? above : null;
};

/** The statement puts its rows into a temporary table. */
export const makesTable = (statement: Statement): boolean =>
  statement.kind === 'select-statement' && statement.body.first.into !== null;

/** Temporary tables are read that the text does not make: they live in a manager shared with other queries. */
export const readsForeignTables = remember((ast: QueryPackage): boolean => {
  const made = new Set(nodesOf(ast, 'into').map(({ table }) => table.name.toLowerCase()));
  const isForeign = (table: TableExpression) =>
    table.kind === 'table' && table.path.length === 1 && !made.has(table.path[0]?.name.toLowerCase() ?? '');
  return (
    nodesOf(ast, 'source').some(({ table }) => isForeign(table)) ||
    ast.statements.some((one) => one.kind === 'drop-statement' && !made.has(one.table.name.toLowerCase()))
  );
});
