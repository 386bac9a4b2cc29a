import type { Expression, MissingExpression, StringLiteral, ValueLiteral } from '../ast.ts';
import { isMetadataKind, keywordOf } from '../keywords/keywords.ts';
import {
  acceptKind,
  atKind,
  type Cursor,
  expectKind,
  peek,
  report,
  reportAt,
  reportExpected,
  take,
} from './cursor.ts';
import { atName, commaList, dottedName } from './names.ts';
import { node } from './node.ts';

/** An expression that is not there. Takes no token and notes nothing. */
export const missing = (c: Cursor): MissingExpression => {
  const { start } = peek(c);
  return { kind: 'missing', start, end: start, parent: null };
};

/** An expression that should be there. Takes no token. */
export const expectedExpression = (c: Cursor): MissingExpression => {
  reportExpected(c, 'выражение', 'an expression');
  return missing(c);
};

export const isStringNext = (c: Cursor): boolean => atKind(c, 'string');

/** One string or several in a row. */
export const stringLiteral = (c: Cursor): StringLiteral => {
  const start = peek(c).start;
  const parts: string[] = [];
  while (atKind(c, 'string')) {
    const token = take(c);
    const closed = token.end - token.start > 1 && c.text.charCodeAt(token.end - 1) === 34;
    parts.push(c.text.slice(token.start + 1, closed ? token.end - 1 : token.end).replaceAll('""', '"'));
  }
  return node(c, 'string', start, { value: parts.join('') });
};

export const numberLiteral = (c: Cursor): Expression => {
  const token = take(c);
  return node(c, 'number', token.start, { text: c.text.slice(token.start, token.end) });
};

/** `&Имя`; the name may stand after spaces. */
export const parameter = (c: Cursor) => {
  const start = take(c).start;
  const named = atName(c);
  if (!named) reportExpected(c, 'имя параметра', 'a parameter name');
  const token = named ? take(c) : null;
  return node(c, 'parameter', start, { name: token === null ? '' : c.text.slice(token.start, token.end) });
};

const datePart = (c: Cursor): Expression => {
  if (atKind(c, 'number')) return numberLiteral(c);
  if (atKind(c, '&')) return parameter(c);
  reportExpected(c, 'число или параметр', 'a number or a parameter');
  return missing(c);
};

/** `ДАТАВРЕМЯ(...)` from its bracket on: three or six parts. */
export const dateTime = (c: Cursor, start: number): Expression => {
  expectKind(c, '(');
  const parts = commaList(c, () => datePart(c));
  expectKind(c, ')');
  const literal = node(c, 'datetime', start, { parts });
  if (parts.length !== 3 && parts.length !== 6)
    reportAt(c, 'arguments', literal, 'У даты три или шесть частей', 'A date has three or six parts');
  return literal;
};

/** Objects with predefined items; of the others only the empty reference is a value. */
const withPredefined: ReadonlySet<string> = new Set([
  'CATALOG',
  'ENUM',
  'CHART_OF_CHARACTERISTIC_TYPES',
  'CHART_OF_ACCOUNTS',
  'CHART_OF_CALCULATION_TYPES',
]);

const isValuePath = ({ path, trailingDot }: ValueLiteral): boolean => {
  if (path.length === 2) return true;
  const kind = keywordOf(path[0]?.name ?? '');
  if (!isMetadataKind(kind) || trailingDot) return false;
  const last = keywordOf(path[2]?.name ?? '');
  if (path.length === 4) return kind === 'BUSINESS_PROCESS' && last === 'ROUTEPOINT';
  return path.length === 3 && (last === 'EMPTYREF' || withPredefined.has(kind));
};

/** `ЗНАЧЕНИЕ(...)` from its bracket on. */
export const valueLiteral = (c: Cursor, start: number): Expression => {
  expectKind(c, '(');
  const path = dottedName(c);
  const trailingDot = acceptKind(c, '.') !== null;
  if (!atKind(c, ')')) report(c, 'expected', 'Ожидается «)»', 'Expected ")"');
  acceptKind(c, ')');
  const literal = node(c, 'value', start, { path, trailingDot });
  if (!isValuePath(literal) && !path.some((part) => part.name.startsWith('%')))
    reportAt(c, 'unexpected', literal, 'Такого значения не бывает', 'There is no such value');
  return literal;
};
