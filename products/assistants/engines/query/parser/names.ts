import type { Alias, Identifier } from '../ast.ts';
import { isNeverAlias } from '../keywords/keywords.ts';
import {
  accept,
  at,
  atKind,
  type Cursor,
  endFrom,
  identifierOf,
  missingIdentifier,
  peek,
  reportExpected,
  take,
} from './cursor.ts';

/** A word after КАК or a dot is always a name, and so is a mark of a text template. */
export const atName = (c: Cursor, ahead = 0): boolean =>
  atKind(c, 'word', ahead) || atKind(c, 'placeholder', ahead);

/** A name in a place where any word is a name. */
export const anyName = (c: Cursor): Identifier => {
  if (atName(c)) return identifierOf(c, take(c));
  reportExpected(c, 'имя', 'a name');
  return missingIdentifier(c);
};

/** The current words start a phrase of several words, so the first of them is no alias. */
export const atPhrase = (c: Cursor): boolean => {
  switch (peek(c).keyword) {
    case 'GROUP':
    case 'ORDER':
    case 'INDEX':
      return at(c, 'BY', 1);
    case 'FOR':
      return at(c, 'UPDATE', 1);
    case 'LEFT':
    case 'RIGHT':
    case 'FULL':
    case 'INNER':
      return at(c, 'JOIN', 1) || (at(c, 'OUTER', 1) && at(c, 'JOIN', 2));
    case 'ONLY':
      return at(c, 'HIERARCHY', 1);
    default:
      return false;
  }
};

const isPlainAlias = (c: Cursor): boolean =>
  atKind(c, 'word') && !isNeverAlias(peek(c).keyword) && !atPhrase(c);

/** `[КАК] Имя`, or null when there is no alias. */
export const optionalAlias = (c: Cursor): Alias | null => {
  const start = peek(c).start;
  const as = accept(c, 'AS');
  if (as === null && !isPlainAlias(c)) return null;
  const name = anyName(c);
  return {
    kind: 'alias',
    start,
    end: endFrom(c, start),
    parent: null,
    as: as === null ? null : { start: as.start, end: as.end },
    name,
  };
};

/** The rest of a dotted name after its first part; stops before a dot that no name follows. */
export const dottedRest = (c: Cursor, first: Identifier): Identifier[] => {
  const path = [first];
  while (atKind(c, '.') && atName(c, 1)) {
    take(c);
    path.push(identifierOf(c, take(c)));
  }
  return path;
};

/** A dotted name of any words. */
export const dottedName = (c: Cursor): Identifier[] => dottedRest(c, anyName(c));

/** Items divided by commas: at least one. */
export const commaList = <Item>(c: Cursor, item: () => Item): Item[] => {
  const items = [item()];
  while (atKind(c, ',')) {
    take(c);
    items.push(item());
  }
  return items;
};
