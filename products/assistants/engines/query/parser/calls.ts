import type { Expression } from '../ast.ts';
import { type ArgumentKind, functionOf, signatureOf } from '../keywords/functions.ts';
import { type AggregateName, isPeriod } from '../keywords/keywords.ts';
import { condition } from './conditions.ts';
import {
  accept,
  atKind,
  type Cursor,
  deeper,
  expect,
  expectKind,
  identifierOf,
  peek,
  reportAt,
  reportExpected,
  take,
} from './cursor.ts';
import { missing } from './literals.ts';
import { anyName, commaList, dottedRest } from './names.ts';
import { node } from './node.ts';
import { typeReference } from './types.ts';
import { mustBeValue } from './value.ts';

const nested = (c: Cursor): Expression =>
  deeper(
    c,
    () => condition(c),
    () => missing(c),
  );

/** An argument of the kind that the function wants in this place. */
const argument = (c: Cursor, kind: ArgumentKind): Expression => {
  if (kind !== 'period') return kind === 'any' ? nested(c) : mustBeValue(c, nested(c));
  const { keyword, start } = peek(c);
  if (isPeriod(keyword)) {
    take(c);
    return node(c, 'period', start, { period: keyword });
  }
  reportExpected(c, 'период (ДЕНЬ, МЕСЯЦ, ...)', 'a period (DAY, MONTH, ...)');
  return nested(c);
};

/** A function: the current token is its name, the next one a bracket. */
export const call = (c: Cursor): Expression => {
  const word = take(c);
  const written = identifierOf(c, word);
  const name = functionOf(word.keyword);
  const signature = name === null ? null : signatureOf(name);
  take(c);
  let index = 0;
  const next = (): Expression => {
    const kind = signature === null ? 'any' : (signature.parameters[index] ?? 'any');
    index += 1;
    return argument(c, kind);
  };
  const args = atKind(c, ')') ? [] : commaList(c, next);
  expectKind(c, ')');
  const whole = node(c, 'call', word.start, { name, written, args });
  if (signature === null)
    reportAt(
      c,
      'unknown-function',
      written,
      `Нет функции «${written.name}»`,
      `There is no function "${written.name}"`,
    );
  else if (
    args.length > signature.parameters.length ||
    args.length < (signature.least ?? signature.parameters.length)
  )
    reportAt(c, 'arguments', whole, 'Неверное число параметров функции', 'Wrong number of arguments');
  return whole;
};

/** An aggregate function: the current token is its name, the next one a bracket. */
export const aggregate = (c: Cursor, name: AggregateName): Expression => {
  const { start } = take(c);
  take(c);
  const distinct = name === 'COUNT' && accept(c, 'DISTINCT') !== null;
  const star = name === 'COUNT' && !distinct && atKind(c, '*');
  if (star) take(c);
  const argument = star ? null : nested(c);
  expectKind(c, ')');
  return node(c, 'aggregate', start, { name, distinct, argument });
};

/** `ВЫРАЗИТЬ(Значение КАК Тип)` from its bracket on. */
export const cast = (c: Cursor, start: number): Expression => {
  expectKind(c, '(');
  const expression = mustBeValue(c, nested(c));
  expect(c, 'AS', 'КАК');
  const type = typeReference(c, true);
  expectKind(c, ')');
  return node(c, 'cast', start, { expression, type });
};

/** The fields taken from a value by a dot, if any are. */
export const fieldsOf = (c: Cursor, target: Expression): Expression => {
  if (!atKind(c, '.')) return target;
  take(c);
  const path = dottedRest(c, anyName(c));
  return node(c, 'field-access', target.start, { target, path });
};
