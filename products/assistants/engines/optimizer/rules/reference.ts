import {
  type Column,
  type Expression,
  isMetadataKind,
  keywordOf,
  type QueryNode,
  type Select,
  unwrap,
} from '#products/assistants/engines/query';
import { forEach, type Rule } from '../context.ts';
import { standards } from '../finding.ts';
import { type Placed, same, tableOf, tablesOf } from '../scope.ts';

const isReference = (name: string | undefined): boolean =>
  name !== undefined && (same(name, 'Ссылка') || same(name, 'Ref'));

const objectKinds: ReadonlySet<string> = new Set([
  'CATALOG',
  'DOCUMENT',
  'CHART_OF_CHARACTERISTIC_TYPES',
  'CHART_OF_ACCOUNTS',
  'CHART_OF_CALCULATION_TYPES',
  'EXCHANGE_PLAN',
  'BUSINESS_PROCESS',
  'TASK',
]);

/** The table keeps objects or their table parts: its field Ссылка is never empty and never broken. */
const hasOwnReference = (placed: Placed | null): boolean => {
  const table = placed?.source.table;
  return (
    table?.kind === 'table' &&
    table.metadata !== null &&
    objectKinds.has(table.metadata) &&
    table.path.length >= 2
  );
};

/** The query whose tables the names in a node are of; conditions of virtual tables name fields of their registers. */
const ownerOf = (node: QueryNode): Select | null => {
  for (let above = node.parent; above !== null; above = above.parent) {
    if (above.kind === 'select') return above;
    if (above.kind === 'virtual-table') return null;
  }
  return null;
};

/** False and unknown do the same here: nothing turns the condition round on the way up to a filter or a join. */
const isPlainFilter = (condition: Expression): boolean => {
  let child: QueryNode = condition;
  for (let above = child.parent; above !== null; above = above.parent) {
    if (above.kind === 'and' || above.kind === 'or' || above.kind === 'parenthesized') child = above;
    else
      return (
        (above.kind === 'select' && above.where === child) ||
        (above.kind === 'join' && above.condition === child)
      );
  }
  return false;
};

/** The other side of a comparison is a reference to an object that certainly exists. */
const isExisting = (side: Expression, tables: readonly Placed[]): boolean => {
  const inner = unwrap(side);
  if (inner.kind === 'value') {
    const kind = keywordOf(inner.path[0]?.name ?? '');
    return (
      isMetadataKind(kind) && !inner.trailingDot && keywordOf(inner.path.at(-1)?.name ?? '') !== 'EMPTYREF'
    );
  }
  return (
    inner.kind === 'column' &&
    inner.path.length === 2 &&
    isReference(inner.path[1]?.name) &&
    hasOwnReference(tableOf(inner, tables))
  );
};

/**
 * An empty or broken reference gives NULL through `.Ссылка` and itself without it. That makes no difference where the
 * object is the row itself, and where the value is compared, in a plain filter, with a reference that exists.
 */
const isSafe = (column: Column, tables: readonly Placed[]): boolean => {
  const names = column.path.map(({ name }) => name);
  if (names.length === 3 && isReference(names[1]) && hasOwnReference(tableOf(column, tables)))
    return column.parent?.kind !== 'select-field' || column.parent.alias !== null;
  const { parent } = column;
  if (parent?.kind !== 'compare' || parent.operator !== '=' || !isPlainFilter(parent)) return false;
  return isExisting(parent.left === column ? parent.right : parent.left, tables);
};

/** Rule 9: `.Ссылка` after a field that is a reference already joins one more table for nothing. */
export const redundantReference: Rule = (context) =>
  forEach(context, 'column', (column) => {
    const select = ownerOf(column);
    const last = column.path.at(-1);
    const before = column.path.at(-2);
    if (select === null || last === undefined || before === undefined || column.path.length < 3) return null;
    const tables = tablesOf(select);
    if (!isReference(last.name) || isMetadataKind(keywordOf(column.path[0]?.name ?? ''))) return null;
    if (tableOf(column, tables) === null) return null;
    return {
      rule: 9,
      code: 'redundant-reference',
      at: column,
      standard: standards.dereference,
      reason: {
        ru: 'Лишнее «.Ссылка»: поле уже хранит ссылку, а обращение через точку добавляет соединение. Пустая и битая ссылки через точку дают NULL, без неё — самих себя',
        en: 'A needless ".Ссылка": the field is a reference already, and the dot adds a join. An empty or broken reference gives NULL through the dot and itself without it',
      },
      edits: [{ start: before.end, end: last.end, text: '' }],
      safe: isSafe(column, tables),
    };
  });
