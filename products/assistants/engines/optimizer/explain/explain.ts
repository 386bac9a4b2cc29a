import {
  type Expression,
  nodesOf,
  type QueryPackage,
  type Select,
  type SelectStatement,
  type Statement,
  type TableExpression,
  type TextRange,
} from '#products/assistants/engines/query';
import { dotted, fieldName, selectsOf, tablesOf } from '../scope.ts';

export interface ExplainedField {
  /** Null when the platform makes a name up. */
  readonly name: string | null;
  readonly expression: string;
}

export interface ExplainedTable {
  readonly kind: 'table' | 'virtual-table' | 'temporary-table' | 'parameter' | 'subquery';
  /** Empty for nested queries. */
  readonly name: string;
  readonly alias: string | null;
  readonly join: { readonly type: 'inner' | 'left' | 'right' | 'full'; readonly condition: string } | null;
  /** Parameters of a virtual table; null where one is left out. */
  readonly parameters: readonly (string | null)[];
}

export interface ExplainedSelect {
  readonly tables: readonly ExplainedTable[];
  readonly where: string | null;
  readonly groupBy: readonly string[];
  readonly having: string | null;
  /** How many brackets it stands in: 0 for the statement's own. */
  readonly depth: number;
}

export interface ExplainedStatement extends TextRange {
  readonly kind: 'select' | 'create' | 'append' | 'drop';
  /** The temporary table made, filled or dropped. */
  readonly table: string | null;
  readonly fields: readonly ExplainedField[];
  readonly selects: readonly ExplainedSelect[];
  readonly parameters: readonly string[];
  readonly orderBy: readonly string[];
  readonly totals: readonly string[];
}

/** A text of the query language in outline. */
export interface Explanation {
  readonly statements: readonly ExplainedStatement[];
  /** Tables of the configuration that are read, each once, in the order of the text. */
  readonly reads: readonly string[];
  readonly temporaryTables: readonly { readonly name: string; readonly fields: readonly string[] }[];
  readonly parameters: readonly string[];
  /** Fields of the last result. */
  readonly output: readonly ExplainedField[];
}

const once = (names: readonly string[]): string[] => {
  const seen = new Map<string, string>();
  for (const name of names)
    if (name !== '' && !seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name);
  return [...seen.values()];
};

const fieldsOf = (said: (range: TextRange) => string, select: Select): ExplainedField[] =>
  select.fields.map((field) => ({ name: fieldName(field), expression: said(field.expression) }));

const tableName = (table: TableExpression): Pick<ExplainedTable, 'kind' | 'name'> => {
  switch (table.kind) {
    case 'table':
      return { kind: table.path.length === 1 ? 'temporary-table' : 'table', name: dotted(table.path) };
    case 'virtual-table':
      return { kind: 'virtual-table', name: dotted(table.path) };
    case 'parameter':
      return { kind: 'parameter', name: `&${table.name}` };
    default:
      return { kind: 'subquery', name: '' };
  }
};

const depthOf = (select: Select): number => {
  let depth = -1;
  for (let above = select.parent; above !== null; above = above.parent)
    if (above.kind === 'select-body') depth += 1;
  return depth;
};

const explainSelect = (said: (range: TextRange) => string, select: Select): ExplainedSelect => ({
  tables: tablesOf(select).map(({ source, join }) => ({
    ...tableName(source.table),
    alias: source.alias?.name.name ?? null,
    join: join === null ? null : { type: join.type, condition: said(join.condition) },
    parameters:
      source.table.kind === 'virtual-table'
        ? source.table.parameters.map((parameter) => (parameter === null ? null : said(parameter)))
        : [],
  })),
  where: select.where === null ? null : said(select.where),
  groupBy: (select.groupBy?.items ?? []).map((item: Expression) => said(item)),
  having: select.having === null ? null : said(select.having),
  depth: depthOf(select),
});

const explainQuery = (said: (range: TextRange) => string, statement: SelectStatement): ExplainedStatement => {
  const { first } = statement.body;
  return {
    kind: first.into === null ? 'select' : first.into.add ? 'append' : 'create',
    table: first.into?.table.name ?? null,
    start: statement.start,
    end: statement.end,
    fields: fieldsOf(said, first),
    selects: selectsOf(statement).map((select) => explainSelect(said, select)),
    parameters: once(nodesOf(statement, 'parameter').map(({ name }) => name)),
    orderBy: (statement.orderBy?.items ?? []).map((item) => said(item)),
    totals: (statement.totals?.groups ?? []).map((group) => said(group)),
  };
};

const explainStatement = (said: (range: TextRange) => string, statement: Statement): ExplainedStatement => {
  if (statement.kind === 'select-statement') return explainQuery(said, statement);
  const { start, end, table } = statement;
  return {
    kind: 'drop',
    table: table.name,
    start,
    end,
    fields: [],
    selects: [],
    parameters: [],
    orderBy: [],
    totals: [],
  };
};

/** Tells a text in outline: what is read, what temporary tables are made, joins, parameters and fields of the result. */
export const explain = (ast: QueryPackage): Explanation => {
  const said = ({ start, end }: TextRange) => ast.text.slice(start, end).replace(/\s+/gu, ' ');
  const statements = ast.statements.map((statement) => explainStatement(said, statement));
  const tables = [...nodesOf(ast, 'table'), ...nodesOf(ast, 'virtual-table')].sort(
    (one, other) => one.start - other.start,
  );
  return {
    statements,
    reads: once(tables.filter(({ path }) => path.length > 1).map(({ path }) => dotted(path))),
    temporaryTables: statements
      .filter(({ kind }) => kind === 'create')
      .map(({ table, fields }) => ({ name: table ?? '', fields: fields.flatMap(({ name }) => name ?? []) })),
    parameters: once(statements.flatMap(({ parameters }) => parameters)),
    output: statements.findLast(({ kind }) => kind === 'select')?.fields ?? [],
  };
};
