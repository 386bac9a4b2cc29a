import {
  type Compare,
  type Expression,
  nodesOf,
  type QueryPackage,
  type Select,
  unwrap,
  type VirtualTable,
} from '#products/assistants/engines/query';
import { finding, hasTrivia, type Rule, type RuleContext, textOf } from '../context.ts';
import { type Finding, standards, type TextEdit } from '../finding.ts';
import { conjunctsOf, dotted, type Placed, same, selectsOf, tableOf, tablesOf } from '../scope.ts';

/** Which parameter of a virtual table is its condition, from zero. */
const conditionAt: Readonly<Record<string, number>> = {
  BALANCE: 1,
  SLICE_LAST: 1,
  SLICE_FIRST: 1,
  TURNOVERS: 3,
  BALANCE_AND_TURNOVERS: 4,
};
const registers: ReadonlySet<string | null> = new Set(['ACCUMULATION_REGISTER', 'INFORMATION_REGISTER']);

const constants: ReadonlySet<string> = new Set([
  'parameter',
  'number',
  'string',
  'boolean',
  'value',
  'datetime',
]);

interface Movable {
  readonly conjunct: Compare;
  readonly table: VirtualTable;
  readonly field: string;
  readonly value: Expression;
}

const movable = (
  { schema }: RuleContext,
  tables: readonly Placed[],
  condition: Expression,
): (Movable & { readonly known: boolean }) | null => {
  if (condition.kind !== 'compare' || condition.operator !== '=') return null;
  const sides = [unwrap(condition.left), unwrap(condition.right)] as const;
  const column = sides.find((side) => side.kind === 'column');
  const value = sides.find((side) => constants.has(side.kind));
  if (column?.kind !== 'column' || value === undefined || column.path.length !== 2) return null;
  const placed = tableOf(column, tables);
  const table = placed?.source.table;
  if (placed === null || placed.nullable || table?.kind !== 'virtual-table') return null;
  if (conditionAt[table.name ?? ''] === undefined || !registers.has(table.metadata)) return null;
  const field = column.path[1]?.name ?? '';
  const known = schema.dimensions(dotted(table.path.slice(0, 2))).some((dimension) => same(dimension, field));
  return { conjunct: condition, table, field, value, known };
};

/** The condition joins the one the virtual table has, or takes its place among the parameters. */
const intoTable = (ast: QueryPackage, { table, field, value }: Movable): TextEdit => {
  const text = `${field} = ${textOf(ast, value)}`;
  const index = conditionAt[table.name ?? ''] ?? 1;
  const present = table.parameters[index] ?? null;
  if (present !== null) {
    const old = textOf(ast, present);
    return {
      start: present.start,
      end: present.end,
      text: `${present.kind === 'or' ? `(${old})` : old} И ${text}`,
    };
  }
  const written = table.parameters.map((parameter) => (parameter === null ? '' : textOf(ast, parameter)));
  const before = Array.from({ length: index }, (_, place) => written[place] ?? '');
  const filled = [...before, text, ...written.slice(index + 1)];
  const end = table.path.at(-1)?.end ?? table.end;
  return { start: end, end: table.end, text: `(${filled.join(', ')})` };
};

/** Takes a condition out of ГДЕ, with the word И beside it, or with ГДЕ when it is alone. */
const outOfWhere = (ast: QueryPackage, select: Select, conjunct: Compare): TextEdit | null => {
  const { where } = select;
  if (where === null) return null;
  if (where === conjunct) {
    const word = ast.tokens.findLast((token) => token.end <= where.start);
    return word?.keyword === 'WHERE' ? { start: word.start, end: where.end, text: '' } : null;
  }
  if (where.kind !== 'and') return null;
  const index = where.operands.indexOf(conjunct);
  const next = where.operands[index + 1];
  const previous = where.operands[index - 1];
  if (index < 0) return null;
  if (previous !== undefined) return { start: previous.end, end: conjunct.end, text: '' };
  return next === undefined ? null : { start: conjunct.start, end: next.start, text: '' };
};

const tell = (context: RuleContext, select: Select, found: Movable, known: boolean): Finding => {
  const { ast } = context;
  const removal = outOfWhere(ast, select, found.conjunct);
  const edits = removal === null ? [] : [intoTable(ast, found), removal];
  const aliases = nodesOf(select, 'select').length > 1;
  return finding(context, {
    rule: 2,
    code: 'filter-outside-virtual-table',
    at: found.conjunct,
    standard: standards.virtualTables,
    reason: {
      ru: 'Отбор по измерению виртуальной таблицы стоит в ГДЕ: сначала посчитается вся таблица. Передайте его параметром виртуальной таблицы',
      en: 'A filter on a dimension of a virtual table stands in WHERE: the whole table is computed first. Give it as a parameter of the virtual table',
    },
    edits: known ? edits : [],
    safe: known && !aliases && !edits.some((edit) => hasTrivia(ast, edit)),
  });
};

/**
 * Rule 2: a filter on a virtual table. Only equality moves: with it the table gives one value of the dimension whether
 * it adds up over the dimension or not. One condition at a time, as each changes the places of the others.
 */
export const virtualTableFilter: Rule = (context) =>
  selectsOf(context.ast).flatMap((select) => {
    const tables = tablesOf(select);
    const seen = new Set<VirtualTable>();
    return conjunctsOf(select.where).flatMap((condition) => {
      const found = movable(context, tables, condition);
      if (found === null || seen.has(found.table)) return [];
      seen.add(found.table);
      return [tell(context, select, found, found.known)];
    });
  });
