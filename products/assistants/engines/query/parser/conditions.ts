import type { CompareOperator, Expression, StringLiteral, TextRange } from '../ast.ts';
import type { Keyword } from '../keywords/keywords.ts';
import { isMetadataKind } from '../keywords/keywords.ts';
import {
  accept,
  at,
  atKind,
  type Cursor,
  deeper,
  expect,
  expectKind,
  peek,
  reportExpected,
  take,
} from './cursor.ts';
import { isStringNext, missing, stringLiteral } from './literals.ts';
import { commaList } from './names.ts';
import { node } from './node.ts';
import { typeReference } from './types.ts';
import { mustBeValue } from './value.ts';

const compareKinds: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>=']);
const isCompare = (kind: string): kind is CompareOperator => compareKinds.has(kind);

/** The word after any НЕ that stand here. */
const afterNots = (c: Cursor): { readonly count: number; readonly keyword: Keyword | null } => {
  let count = 0;
  while (at(c, 'NOT', count)) count += 1;
  return { count, keyword: peek(c, count).keyword };
};

const parseIn = (c: Cursor, start: number, left: Expression, negated: boolean): Expression => {
  const hierarchy = accept(c, 'HIERARCHY') !== null;
  expectKind(c, '(');
  if (at(c, 'SELECT')) {
    c.nested += 1;
    const body = deeper(
      c,
      () => c.body(c),
      () => null,
    );
    c.nested -= 1;
    expectKind(c, ')');
    return node(c, 'in', start, { left, negated, hierarchy, body, list: [] });
  }
  const list = commaList(c, () =>
    deeper(
      c,
      () => condition(c),
      () => missing(c),
    ),
  );
  expectKind(c, ')');
  return node(c, 'in', start, { left, negated, hierarchy, body: null, list });
};

const escapeOf = (c: Cursor): StringLiteral | null => {
  if (accept(c, 'ESCAPE') === null) return null;
  if (isStringNext(c)) return stringLiteral(c);
  reportExpected(c, 'строка', 'a string');
  return null;
};

/** What may follow a value that a condition begins with. */
const afterValue = (c: Cursor, start: number, left: Expression): Expression | null => {
  const side = () => mustBeValue(c, c.value(c));
  const { kind } = peek(c);
  if (isCompare(kind)) {
    take(c);
    return node(c, 'compare', start, { operator: kind, left: mustBeValue(c, left), right: side() });
  }
  if (at(c, 'IS')) {
    take(c);
    const negated = accept(c, 'NOT') !== null;
    expect(c, 'NULL', 'NULL');
    return node(c, 'is-null', start, { left: mustBeValue(c, left), negated });
  }
  if (at(c, 'REFS') && isMetadataKind(peek(c, 1).keyword) && atKind(c, '.', 2)) {
    take(c);
    return node(c, 'refs', start, { left: mustBeValue(c, left), type: typeReference(c, false) });
  }
  const { count, keyword } = afterNots(c);
  if (keyword !== 'IN' && keyword !== 'LIKE' && keyword !== 'BETWEEN') return null;
  for (let nots = 0; nots <= count; nots += 1) take(c);
  const negated = count % 2 === 1;
  if (keyword === 'IN')
    return parseIn(c, start, left.kind === 'tuple' ? left : mustBeValue(c, left), negated);
  if (keyword === 'LIKE') {
    const pattern = side();
    const special = escapeOf(c);
    return node(c, 'like', start, { left: mustBeValue(c, left), negated, pattern, escape: special });
  }
  const low = side();
  expect(c, 'AND', 'И');
  return node(c, 'between', start, { left: mustBeValue(c, left), negated, low, high: side() });
};

const predicate = (c: Cursor): Expression => {
  const start = peek(c).start;
  if (at(c, 'NOT')) {
    take(c);
    const operand = deeper(
      c,
      () => predicate(c),
      () => missing(c),
    );
    return node(c, 'not', start, { operand });
  }
  const left = c.value(c);
  const whole = afterValue(c, start, left);
  if (whole === null && left.kind === 'tuple') reportExpected(c, 'В', 'IN');
  return whole ?? left;
};

const chain = (
  c: Cursor,
  kind: 'and' | 'or',
  keyword: Keyword,
  operand: (c: Cursor) => Expression,
): Expression => {
  const start = peek(c).start;
  const first = operand(c);
  if (!at(c, keyword)) return first;
  const operands = [first];
  const operatorRanges: TextRange[] = [];
  while (at(c, keyword)) {
    const word = take(c);
    operatorRanges.push({ start: word.start, end: word.end });
    operands.push(operand(c));
  }
  return node(c, kind, start, { operands, operatorRanges });
};

/** A condition or a value: ИЛИ binds weaker than И, И weaker than НЕ, НЕ weaker than comparisons. */
export const condition = (c: Cursor): Expression =>
  chain(c, 'or', 'OR', (inner) => chain(inner, 'and', 'AND', predicate));
