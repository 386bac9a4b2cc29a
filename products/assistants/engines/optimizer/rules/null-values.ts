import {
  type Column,
  nodesOf,
  type Select,
  type SelectField,
  unwrap,
  type VirtualTable,
} from '#products/assistants/engines/query';
import { finding, type Rule, type RuleContext, textOf } from '../context.ts';
import { type Finding, standards } from '../finding.ts';
import {
  conjunctsOf,
  dotted,
  type Placed,
  same,
  selectsOf,
  statementOf,
  tableOf,
  tablesOf,
} from '../scope.ts';

/** Endings of the numbers that tables of balances and turnovers make of resources. */
const resourceEnding =
  /(?:остаток|начальныйостаток|конечныйостаток|оборот|приход|расход|balance|openingbalance|closingbalance|turnover|receipt|expense)(?:дт|кт|dr|cr)?$/iu;
const numericTables: ReadonlySet<string | null> = new Set([
  'BALANCE',
  'TURNOVERS',
  'BALANCE_AND_TURNOVERS',
  'DR_CR_TURNOVERS',
]);

const registerOf = ({ path }: VirtualTable): string => dotted(path.slice(0, 2));

/** The field is a number by the nature of its table. */
const isNumber = ({ schema }: RuleContext, placed: Placed, name: string): boolean => {
  const { table } = placed.source;
  if (table.kind === 'table') {
    const types = schema.fieldTypes(dotted(table.path), name);
    return (
      types !== null &&
      types.references.length === 0 &&
      types.primitives.length === 1 &&
      types.primitives[0] === 'number'
    );
  }
  if (table.kind !== 'virtual-table' || !numericTables.has(table.name) || !resourceEnding.test(name))
    return false;
  // A dimension may be called so too; the schema, when there is one, tells.
  return !schema.dimensions(registerOf(table)).some((dimension) => same(dimension, name));
};

/** Nothing after the fields would see the difference between NULL and zero. */
const isPlainResult = (select: Select): boolean => {
  const statement = statementOf(select);
  return (
    statement !== null &&
    statement.orderBy === null &&
    statement.totals === null &&
    statement.body.unions.length === 0 &&
    select.into === null &&
    select.distinct === null &&
    select.groupBy === null
  );
};

const selectedField = (
  context: RuleContext,
  select: Select,
  field: SelectField,
  tables: readonly Placed[],
): Finding | null => {
  const column = field.expression;
  if (column.kind !== 'column') return null;
  const placed = tableOf(column, tables);
  const name = column.path[1]?.name ?? '';
  if (placed === null || !placed.nullable) return null;
  const number = column.path.length === 2 && isNumber(context, placed, name);
  const alias = field.alias === null ? ` КАК ${name}` : '';
  const text = textOf(context.ast, column);
  return finding(context, {
    rule: 13,
    code: 'null-from-outer-join',
    at: column,
    standard: standards.nullValues,
    reason: {
      ru: number
        ? 'Поле из внешнего соединения может быть NULL; вместо NULL нужен ноль'
        : 'Поле из внешнего соединения может быть NULL: проверьте его через ЕСТЬNULL с подходящим значением',
      en: number
        ? 'A field of an outer join may be NULL; zero should stand for it'
        : 'A field of an outer join may be NULL: guard it by ISNULL with a fitting value',
    },
    edits: number ? [{ start: column.start, end: column.end, text: `ЕСТЬNULL(${text}, 0)${alias}` }] : [],
    safe: number && isPlainResult(select),
  });
};

const filteredColumns = (select: Select): readonly Column[] =>
  conjunctsOf(select.where).flatMap((condition) => {
    const left =
      condition.kind === 'compare' || condition.kind === 'in' || condition.kind === 'like'
        ? unwrap(condition.left)
        : null;
    const right = condition.kind === 'compare' ? unwrap(condition.right) : null;
    return [left, right].flatMap((side) => (side?.kind === 'column' ? [side] : []));
  });

const filters = (context: RuleContext, select: Select, tables: readonly Placed[]): readonly Finding[] =>
  filteredColumns(select).flatMap((column) => {
    const placed = tableOf(column, tables);
    if (placed === null || !placed.nullable) return [];
    return [
      finding(context, {
        rule: 13,
        code: 'filter-undoes-outer-join',
        at: column,
        standard: standards.nullValues,
        reason: {
          ru: 'Отбор по полю присоединённой таблицы превращает внешнее соединение во внутреннее: перенесите его в условие соединения или сделайте соединение внутренним',
          en: 'A filter on a field of the joined table turns the outer join into an inner one: move it to the join condition or make the join inner',
        },
      }),
    ];
  });

/** Rule 13: NULL from outer joins. */
export const nullsFromJoins: Rule = (context) =>
  selectsOf(context.ast).flatMap((select) => {
    const tables = tablesOf(select);
    if (nodesOf(select, 'join').length === 0) return [];
    const fields = select.fields.flatMap((field) => selectedField(context, select, field, tables) ?? []);
    return [...fields, ...filters(context, select, tables)];
  });
