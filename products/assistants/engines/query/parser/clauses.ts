import type {
  Expression,
  ForUpdate,
  GroupBy,
  GroupingSet,
  Identifier,
  IndexBy,
  IndexItem,
  IndexSet,
  Into,
  OrderBy,
  OrderItem,
} from '../ast.ts';
import { isMetadataKind } from '../keywords/keywords.ts';
import { condition } from './conditions.ts';
import {
  accept,
  at,
  atKind,
  type Cursor,
  expectKind,
  missingIdentifier,
  peek,
  reportExpected,
  take,
} from './cursor.ts';
import { parameter } from './literals.ts';
import { commaList, dottedName } from './names.ts';
import { node } from './node.ts';
import { mustBeValue } from './value.ts';

const valueItem = (c: Cursor): Expression => mustBeValue(c, condition(c));

/** The name of a temporary table; marks of text templates may be glued to it. */
const temporaryName = (c: Cursor): Identifier => {
  const { start } = peek(c);
  let end = start;
  const glued = () => {
    const { kind } = peek(c);
    const part =
      kind === 'word' || kind === 'placeholder' || kind === '#' || kind === 'number' || kind === 'malformed';
    return (part || kind === '.') && (end === start || peek(c).start === end);
  };
  while (glued() && !(end === start && (atKind(c, 'number') || atKind(c, 'malformed')))) end = take(c).end;
  if (end === start) {
    reportExpected(c, 'имя временной таблицы', 'a name of a temporary table');
    return missingIdentifier(c);
  }
  return { kind: 'identifier', start, end, parent: null, name: c.text.slice(start, end) };
};

/** `ПОМЕСТИТЬ ВТ`, from its word on. */
export const into = (c: Cursor): Into => {
  const { start, keyword } = take(c);
  return node(c, 'into', start, { add: keyword === 'ADD', table: temporaryName(c) });
};

/** `УНИЧТОЖИТЬ ВТ` names its table the same way. */
export const droppedTable = temporaryName;

const groupingSet = (c: Cursor): GroupingSet => {
  const { start } = peek(c);
  expectKind(c, '(');
  const items = commaList(c, () => condition(c));
  expectKind(c, ')');
  return node(c, 'grouping-set', start, { items });
};

/** `СГРУППИРОВАТЬ ПО ...`, from its first word on. */
export const groupBy = (c: Cursor): GroupBy => {
  const { start } = take(c);
  take(c);
  if (at(c, 'GROUPING') && at(c, 'SETS', 1)) {
    take(c);
    take(c);
    expectKind(c, '(');
    const sets = commaList(c, () => groupingSet(c));
    expectKind(c, ')');
    return node(c, 'group-by', start, { items: [], sets });
  }
  return node(c, 'group-by', start, { items: commaList(c, () => valueItem(c)), sets: [] });
};

const indexItem = (c: Cursor): IndexItem => {
  const { start } = peek(c);
  const expression = atKind(c, '&') ? parameter(c) : node(c, 'column', start, { path: dottedName(c) });
  return node(c, 'index-item', start, { expression });
};

const indexSet = (c: Cursor): IndexSet => {
  const { start } = peek(c);
  expectKind(c, '(');
  const items = commaList(c, () => indexItem(c));
  expectKind(c, ')');
  const unique = accept(c, 'UNIQUE') !== null;
  return node(c, 'index-set', start, { items, unique });
};

/** `ИНДЕКСИРОВАТЬ ПО ...`, from its first word on. */
export const indexBy = (c: Cursor): IndexBy => {
  const { start } = take(c);
  take(c);
  if (at(c, 'SETS') && atKind(c, '(', 1)) {
    take(c);
    take(c);
    const sets = commaList(c, () => indexSet(c));
    expectKind(c, ')');
    return node(c, 'index-by', start, { items: [], unique: false, sets });
  }
  let unique = false;
  const items = commaList(c, () => {
    const item = indexItem(c);
    unique = accept(c, 'UNIQUE') !== null || unique;
    return item;
  });
  return node(c, 'index-by', start, { items, unique, sets: [] });
};

/** `ДЛЯ ИЗМЕНЕНИЯ [таблицы]`, from its first word on. */
export const forUpdate = (c: Cursor): ForUpdate => {
  const { start } = take(c);
  take(c);
  accept(c, 'OF');
  const named = isMetadataKind(peek(c).keyword) && atKind(c, '.', 1);
  const table = () => {
    const from = peek(c);
    const path = dottedName(c);
    return node(c, 'table', from.start, {
      path,
      metadata: isMetadataKind(from.keyword) ? from.keyword : null,
    });
  };
  return node(c, 'for-update', start, { tables: named ? commaList(c, table) : [] });
};

const orderItem = (c: Cursor): OrderItem => {
  const { start } = peek(c);
  const expression = valueItem(c);
  const hierarchy = accept(c, 'HIERARCHY') !== null;
  const word = at(c, 'DESC') || at(c, 'ASC') ? take(c).keyword : null;
  const direction = word === null ? null : word === 'DESC' ? 'desc' : 'asc';
  return node(c, 'order-item', start, { expression, direction, hierarchy });
};

/** `УПОРЯДОЧИТЬ ПО ...`, from its first word on. */
export const orderBy = (c: Cursor): OrderBy => {
  const { start } = take(c);
  take(c);
  return node(c, 'order-by', start, { items: commaList(c, () => orderItem(c)) });
};
