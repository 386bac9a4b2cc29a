import {
  type Column,
  type Expression,
  nodesOf,
  type Select,
  unwrap,
} from '#products/assistants/engines/query';
import { finding, type Rule, type RuleContext, textOf } from '../context.ts';
import { type Finding, standards } from '../finding.ts';
import { conjunctsOf, dotted, same, selectsOf, tableOf, tablesOf } from '../scope.ts';

/** Types of the field right after the table's name, when the schema knows them. */
const typesOf = ({ schema }: RuleContext, select: Select, column: Column) => {
  const table = tableOf(column, tablesOf(select))?.source.table;
  if (table?.kind !== 'table' && table?.kind !== 'virtual-table') return null;
  return schema.fieldTypes(dotted(table.path), column.path[1]?.name ?? '');
};

/** The type to which a condition that every row meets narrows `Т.Поле`; null when there is none or more than one. */
const narrowed = (select: Select, column: Column): string | null => {
  const field = dotted(column.path.slice(0, 2));
  const types = conjunctsOf(select.where).flatMap((condition: Expression) => {
    if (condition.kind !== 'refs') return [];
    const left = unwrap(condition.left);
    return left.kind === 'column' && same(dotted(left.path), field) ? [dotted(condition.type.path)] : [];
  });
  return types.length === 1 ? (types[0] ?? null) : null;
};

const tell = (context: RuleContext, select: Select, column: Column): Finding | null => {
  const types = typesOf(context, select, column);
  if (types === null || types.references.length < 2) return null;
  const [owner, field, attribute] = column.path;
  if (owner === undefined || field === undefined || attribute === undefined) return null;
  const type = narrowed(select, column);
  const { parent } = column;
  const asField = parent?.kind === 'select-field' && parent.parent === select ? parent : null;
  const exists = type !== null && context.schema.fieldTypes(type, attribute.name) !== null;
  const plain =
    asField !== null && column.path.length === 3 && select.groupBy === null && select.orderBy === null;
  const head = `${owner.name}.${field.name}`;
  const alias = asField?.alias === null ? ` КАК ${field.name}${attribute.name}` : '';
  const text = `ВЫРАЗИТЬ(${head} КАК ${type}).${attribute.name}${alias}`;
  return finding(context, {
    rule: 8,
    code: 'composite-dereference',
    at: column,
    standard: standards.dereference,
    reason: {
      ru: `Поле «${textOf(context.ast, { start: owner.start, end: field.end })}» составного типа (${types.references.length}): обращение через точку соединяет таблицы всех типов. Укажите нужный тип через ВЫРАЗИТЬ`,
      en: `The field "${textOf(context.ast, { start: owner.start, end: field.end })}" has ${types.references.length} reference types: the dot joins the tables of them all. Name the type needed with CAST`,
    },
    edits: exists ? [{ start: column.start, end: column.end, text }] : [],
    safe: exists && plain,
  });
};

/** Rule 8: fields taken through a reference of a composite type. */
export const compositeDereference: Rule = (context) =>
  selectsOf(context.ast).flatMap((select) => {
    if (nodesOf(select, 'select').length > 1) return [];
    return nodesOf(select, 'column').flatMap((column) => {
      const inside = column.path.length > 2 ? tell(context, select, column) : null;
      return inside === null ? [] : [inside];
    });
  });
