import type { QuerySchema, SchemaTable } from '#products/assistants/engines/metadata';
import type {
  Identifier,
  NestedTable,
  QueryNode,
  Select,
  SelectField,
  Source,
  TableExpression,
  VirtualTable,
} from '#products/assistants/engines/query';

type Path = readonly Identifier[];

/** A table that stands in a query. */
interface ScopeTable {
  /** Undefined: no table of the configuration, or none that is known. */
  readonly table: SchemaTable | undefined;
  /** How many words of a path name this table; 0 when the path begins otherwise. */
  named(path: Path): number;
}

/** What a name may be taken from, at one depth of a query. */
export interface Scope {
  readonly tables: readonly ScopeTable[];
  /** Names of selected fields, lower case: orders and indexes are made by them. */
  readonly outputs: ReadonlySet<string>;
}

const lower = (path: Path): readonly string[] => path.map(({ name }) => name.toLowerCase());
const dotted = (path: Path): string => path.map(({ name }) => name).join('.');

const begins = (path: Path, words: readonly string[]): number =>
  path.length > words.length && words.every((word, at) => path[at]?.name.toLowerCase() === word)
    ? words.length
    : 0;

function namesOf({ alias, table }: Source): readonly (readonly string[])[] {
  if (alias !== null) return [[alias.name.name.toLowerCase()]];
  if (table.kind !== 'table' && table.kind !== 'virtual-table') return [];
  const words = lower(table.path);
  return [words, words.slice(-1)];
}

function schemaTable(schema: QuerySchema, table: TableExpression): SchemaTable | undefined {
  return table.kind === 'table' || table.kind === 'virtual-table'
    ? schema.table(dotted(table.path))
    : undefined;
}

function placed(schema: QuerySchema, source: Source): readonly ScopeTable[] {
  const { table, joins } = source;
  const names = namesOf(source);
  const own: readonly ScopeTable[] =
    table.kind === 'parenthesized-source'
      ? placed(schema, table.source)
      : [
          {
            table: schemaTable(schema, table),
            named: (path) => Math.max(0, ...names.map((words) => begins(path, words))),
          },
        ];
  return [...own, ...joins.flatMap((join) => placed(schema, join.source))];
}

function outputOf({ alias, expression }: SelectField): readonly string[] {
  if (alias !== null) return [alias.name.name.toLowerCase()];
  return expression.kind === 'column' ? lower(expression.path.slice(-1)) : [];
}

const noNames: ReadonlySet<string> = new Set();
/** Clauses whose names may be those of the result. */
const byResult: ReadonlySet<QueryNode['kind']> = new Set(['order-by', 'index-by']);

const nameless = (table: SchemaTable): ScopeTable => ({ table, named: () => 0 });
const closed = (...tables: readonly SchemaTable[]): Scope => ({
  tables: tables.map(nameless),
  outputs: noNames,
});

/** Fields of a virtual table's condition: its own, and those of the register. */
function conditionScope(schema: QuerySchema, above: VirtualTable, below: QueryNode): Scope | undefined {
  const table = schema.table(dotted(above.path));
  const at = above.parameters.findIndex((parameter) => parameter?.start === below.start);
  if (table?.parameters[at]?.role !== 'condition') return undefined;
  const register = schema.table(table.object);
  return register === undefined ? undefined : closed(table, register);
}

/**
 * Tells from which tables a name of a query may be taken, from the inside out; undefined where nothing can be said of
 * the place: parameters of virtual tables besides conditions, and totals.
 */
export function createScopes(schema: QuerySchema): (node: QueryNode) => readonly Scope[] | undefined {
  const known = new WeakMap<Select, readonly ScopeTable[]>();

  function tablesOf(select: Select): readonly ScopeTable[] {
    const tables = known.get(select) ?? select.from.flatMap((source) => placed(schema, source));
    known.set(select, tables);
    return tables;
  }

  const selectScope = (select: Select, below: QueryNode): Scope => ({
    tables: tablesOf(select),
    outputs: byResult.has(below.kind) ? new Set(select.fields.flatMap(outputOf)) : noNames,
  });

  /** Fields of `Т.Товары.(…)`: those of the tabular section. */
  function sectionScope(nested: NestedTable): Scope | undefined {
    const outer = scopesOf(nested)?.[0];
    const [table, words] =
      outer?.tables.flatMap((each) => {
        const count = each.named(nested.path);
        return count === 0 || each.table === undefined ? [] : [[each.table, count] as const];
      })[0] ?? [];
    const [name, more] = nested.path.slice(words);
    if (table === undefined || name === undefined || more !== undefined) return undefined;
    const section =
      schema.table(`${table.names.ru}.${name.name}`) ?? schema.table(`${table.names.en}.${name.name}`);
    return section === undefined ? undefined : closed(section);
  }

  function scopesOf(node: QueryNode): readonly Scope[] | undefined {
    const scopes: Scope[] = [];
    let below = node;
    for (let above = node.parent; above !== null; [below, above] = [above, above.parent]) {
      if (above.kind === 'select') scopes.push(selectScope(above, below));
      else if (above.kind === 'select-statement' && below.kind === 'order-by')
        scopes.push(selectScope(above.body.first, below));
      else if (below.kind === 'totals') return undefined;
      else if (above.kind === 'virtual-table' || above.kind === 'nested-table') {
        const scope =
          above.kind === 'virtual-table' ? conditionScope(schema, above, below) : sectionScope(above);
        if (scope === undefined) return undefined;
        scopes.push(scope);
      }
    }
    return scopes;
  }

  return scopesOf;
}
