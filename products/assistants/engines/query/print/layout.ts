import type {
  GroupBy,
  IndexBy,
  QueryPackage,
  Select,
  SelectBody,
  SelectField,
  Source,
  Totals,
} from '../ast.ts';
import { walk } from '../tree/walk.ts';
import { layExpression } from './expressions.ts';
import { type Marking, type Marks, marking } from './marks.ts';

const layField = (m: Marking, field: SelectField, indent: number): void => {
  m.line(field, indent);
  const { expression } = field;
  if (expression.kind === 'nested-table')
    for (const inner of expression.fields) layField(m, inner, indent + 1);
  else if (expression.kind !== 'asterisk' && expression.kind !== 'empty-table')
    layExpression(m, expression, indent, (body, at, first) => layBody(m, body, at, first));
};

const expressionOn = (m: Marking, expression: Select['where'], indent: number): void => {
  if (expression === null) return;
  m.line(expression, indent);
  layExpression(m, expression, indent, (body, at, first) => layBody(m, body, at, first));
};

const layTable = (m: Marking, source: Source, indent: number): void => {
  const { table } = source;
  if (table.kind === 'subquery-table') layBody(m, table.body, indent + 1, false);
  if (table.kind === 'parenthesized-source') laySource(m, table.source, indent);
  if (table.kind === 'virtual-table')
    for (const parameter of table.parameters)
      if (parameter !== null)
        layExpression(m, parameter, indent + 2, (body, at, first) => layBody(m, body, at, first));
};

const laySource = (m: Marking, source: Source, indent: number): void => {
  layTable(m, source, indent);
  for (const join of source.joins) {
    m.line(join.keyword, indent + 1);
    laySource(m, join.source, indent + 1);
    m.join(join.condition.start, indent + 1);
    layExpression(m, join.condition, indent + 2, (body, at, first) => layBody(m, body, at, first));
  }
};

const layGroup = (m: Marking, group: GroupBy | IndexBy | null, indent: number): void => {
  if (group === null) return;
  m.line(group, indent, true);
  for (const item of [...group.items, ...group.sets]) m.line(item, indent + 1);
};

const laySelect = (m: Marking, select: Select, indent: number, first: boolean): void => {
  m.base(select.keyword.start, indent);
  if (first) m.line(select.keyword, indent);
  for (const field of select.fields) layField(m, field, indent + 1);
  if (select.into !== null) m.line(select.into, indent);
  for (const source of select.from) {
    m.line(source, indent + 1);
    laySource(m, source, indent + 1);
  }
  expressionOn(m, select.where, indent + 1);
  layGroup(m, select.groupBy, indent);
  expressionOn(m, select.having, indent + 1);
  if (select.forUpdate !== null) m.line(select.forUpdate, indent, true);
  layGroup(m, select.indexBy, indent);
  layOrder(m, select.orderBy, indent);
};

const layOrder = (m: Marking, order: Select['orderBy'], indent: number): void => {
  if (order === null) return;
  m.line(order, indent, true);
  for (const item of order.items) m.line(item, indent + 1);
};

/** A query with its unions; the word ВЫБРАТЬ of a nested query stays on the line of its bracket. */
const layBody = (m: Marking, body: SelectBody, indent: number, first: boolean): void => {
  laySelect(m, body.first, indent, first);
  for (const union of body.unions) {
    m.line(union.keyword, indent, true);
    m.line(union.select.keyword, indent, true);
    laySelect(m, union.select, indent, false);
  }
};

const layTotals = (m: Marking, totals: Totals | null): void => {
  if (totals === null) return;
  m.line(totals, 0, true);
  for (const field of totals.fields) layField(m, field, 1);
  for (const group of totals.groups) m.line(group, 1);
};

/** Words after which no space stands although a bracket or a value follows. */
const layNames = (m: Marking, ast: QueryPackage): void => {
  walk(ast, (node) => {
    switch (node.kind) {
      case 'identifier':
        if (node.parent?.kind !== 'call') m.name(node);
        break;
      case 'parameter':
        m.name({ start: node.end - node.name.length, end: node.end });
        break;
      case 'virtual-table':
        m.tight(node.path.at(-1)?.start ?? node.start);
        break;
      case 'call':
      case 'aggregate':
      case 'cast':
      case 'value':
      case 'datetime':
      case 'type':
      case 'type-reference':
      case 'unary':
      case 'periods':
        m.tight(node.start);
        break;
      default:
        break;
    }
  });
};

/** Decides where the lines of a text begin, by standard 437. */
export const layOut = (ast: QueryPackage): Marks => {
  const m = marking();
  layNames(m, ast);
  for (const statement of ast.statements) {
    m.line(statement, 0);
    if (statement.kind === 'drop-statement') continue;
    layBody(m, statement.body, 0, true);
    layOrder(m, statement.orderBy, 0);
    m.line(statement.autoOrder, 0, true);
    layTotals(m, statement.totals);
  }
  return m.marks;
};
