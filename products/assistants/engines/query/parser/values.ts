import type { Arithmetic, CaseBranch, Expression } from '../ast.ts';
import { functionOf } from '../keywords/functions.ts';
import { isAggregate, isReserved } from '../keywords/keywords.ts';
import { aggregate, call, cast, fieldsOf } from './calls.ts';
import { condition } from './conditions.ts';
import {
  accept,
  at,
  atKind,
  type Cursor,
  deeper,
  expect,
  expectKind,
  identifierOf,
  peek,
  report,
  take,
} from './cursor.ts';
import {
  dateTime,
  expectedExpression,
  missing,
  numberLiteral,
  parameter,
  stringLiteral,
  valueLiteral,
} from './literals.ts';
import { atPhrase, commaList, dottedRest } from './names.ts';
import { node } from './node.ts';
import { typeLiteral } from './types.ts';
import { mustBeValue } from './value.ts';

const nested = (c: Cursor): Expression =>
  deeper(
    c,
    () => condition(c),
    () => missing(c),
  );

const branch = (c: Cursor): CaseBranch => {
  const { start } = take(c);
  const when = nested(c);
  expect(c, 'THEN', 'ТОГДА');
  return node(c, 'case-branch', start, { when, result: nested(c) });
};

const caseExpression = (c: Cursor): Expression => {
  const { start } = take(c);
  const subject = at(c, 'WHEN') ? null : mustBeValue(c, nested(c));
  const branches: CaseBranch[] = [];
  while (at(c, 'WHEN')) branches.push(branch(c));
  if (branches.length === 0) report(c, 'expected', 'Ожидается КОГДА', 'Expected WHEN');
  const otherwise = accept(c, 'ELSE') === null ? null : nested(c);
  expect(c, 'END', 'КОНЕЦ');
  return node(c, 'case', start, { subject, branches, otherwise });
};

/** Brackets: a nested query, several values before В, or an expression. */
const brackets = (c: Cursor): Expression => {
  const { start } = take(c);
  if (at(c, 'SELECT')) {
    c.nested += 1;
    const body = c.body(c);
    c.nested -= 1;
    expectKind(c, ')');
    return node(c, 'subquery', start, { body });
  }
  const items = commaList(c, () => condition(c));
  expectKind(c, ')');
  const [first] = items;
  return items.length === 1 && first !== undefined
    ? node(c, 'parenthesized', start, { expression: first })
    : node(c, 'tuple', start, { items });
};

const wordValue = (c: Cursor): Expression => {
  const { keyword, start } = peek(c);
  switch (keyword) {
    case 'NULL':
      take(c);
      return node(c, 'null', start, {});
    case 'UNDEFINED':
      take(c);
      return node(c, 'undefined', start, {});
    case 'TRUE':
    case 'FALSE':
      take(c);
      return node(c, 'boolean', start, { value: keyword === 'TRUE' });
    case 'CASE':
      return caseExpression(c);
    default:
      break;
  }
  if (atKind(c, '(', 1)) {
    if (isAggregate(keyword)) return aggregate(c, keyword);
    if (keyword === 'CAST' || keyword === 'VALUE' || keyword === 'TYPE' || keyword === 'DATETIME') {
      take(c);
      if (keyword === 'CAST') return fieldsOf(c, cast(c, start));
      if (keyword === 'VALUE') return fieldsOf(c, valueLiteral(c, start));
      return keyword === 'TYPE' ? typeLiteral(c, start) : dateTime(c, start);
    }
    if (functionOf(keyword) !== null || !isReserved(keyword)) return call(c);
  }
  if (isReserved(keyword) || atPhrase(c)) return expectedExpression(c);
  const path = dottedRest(c, identifierOf(c, take(c)));
  return node(c, 'column', start, { path });
};

const primary = (c: Cursor): Expression => {
  switch (peek(c).kind) {
    case 'number':
      return numberLiteral(c);
    case 'string':
      return stringLiteral(c);
    case '&':
      return parameter(c);
    case '(':
      return deeper(
        c,
        () => brackets(c),
        () => missing(c),
      );
    case 'word':
    case 'placeholder':
      return wordValue(c);
    default:
      return expectedExpression(c);
  }
};

const unary = (c: Cursor): Expression => {
  const { kind, start } = peek(c);
  if (kind !== '-' && kind !== '+') return primary(c);
  take(c);
  const operand = deeper(
    c,
    () => unary(c),
    () => missing(c),
  );
  return node(c, 'unary', start, { operator: kind, operand: mustBeValue(c, operand) });
};

type Operator = Arithmetic['operators'][number];

const chain = (c: Cursor, one: Operator, other: Operator, operand: (c: Cursor) => Expression): Expression => {
  const { start } = peek(c);
  const first = operand(c);
  if (!atKind(c, one) && !atKind(c, other)) return first;
  const operands = [mustBeValue(c, first)];
  const operators: Operator[] = [];
  while (atKind(c, one) || atKind(c, other)) {
    operators.push(take(c).kind === one ? one : other);
    operands.push(mustBeValue(c, operand(c)));
  }
  return node(c, 'arithmetic', start, { operators, operands });
};

/** A value: signs bind strongest, then `*` and `/`, then `+` and `-`. */
export const value = (c: Cursor): Expression => chain(c, '+', '-', (inner) => chain(inner, '*', '/', unary));
