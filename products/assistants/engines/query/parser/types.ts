import type { Expression, TypeReference } from '../ast.ts';
import { isMetadataKind } from '../keywords/keywords.ts';
import {
  acceptKind,
  atKind,
  type Cursor,
  expectKind,
  peek,
  reportAt,
  reportExpected,
  take,
} from './cursor.ts';
import { atName, dottedName } from './names.ts';
import { node } from './node.ts';

const wholeNumber = (c: Cursor): number | null => {
  if (atKind(c, 'number')) {
    const token = take(c);
    return Number(c.text.slice(token.start, token.end));
  }
  reportExpected(c, 'число', 'a number');
  return null;
};

/** `СТРОКА(10)` and `ЧИСЛО(15, 2)`: the length in brackets after the word. */
const sizes = (c: Cursor, type: 'NUMBER' | 'STRING') => {
  if (acceptKind(c, '(') === null) return { length: null, precision: null };
  const length = wholeNumber(c);
  const precision = type === 'NUMBER' && acceptKind(c, ',') !== null ? wholeNumber(c) : null;
  expectKind(c, ')');
  return { length, precision };
};

/** A type by its word or by the name of a configuration object; `sized` types may have a length. */
export const typeReference = (c: Cursor, sized: boolean): TypeReference => {
  const { start, keyword } = peek(c);
  const bare = { path: [], length: null, precision: null };
  if (
    !atKind(c, '.', 1) &&
    (keyword === 'BOOLEAN' || keyword === 'DATE' || keyword === 'NUMBER' || keyword === 'STRING')
  ) {
    take(c);
    const own = sized && (keyword === 'NUMBER' || keyword === 'STRING') ? sizes(c, keyword) : {};
    return node(c, 'type-reference', start, { type: keyword, ...bare, ...own });
  }
  if (!atName(c)) {
    reportExpected(c, 'тип', 'a type');
    return node(c, 'type-reference', start, { type: 'REFERENCE', ...bare });
  }
  const path = dottedName(c);
  const reference = node(c, 'type-reference', start, { type: 'REFERENCE', ...bare, path });
  const isName = isMetadataKind(keyword) && (path.length === 2 || keyword === 'EXTERNAL_DATA_SOURCE');
  if (!isName && !path.some((part) => part.name.startsWith('%')))
    reportAt(c, 'unexpected', reference, 'Такого типа не бывает', 'There is no such type');
  return reference;
};

/** `ТИП(...)` from its bracket on. */
export const typeLiteral = (c: Cursor, start: number): Expression => {
  expectKind(c, '(');
  const type = typeReference(c, false);
  expectKind(c, ')');
  return node(c, 'type', start, { type });
};
