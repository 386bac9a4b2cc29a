import type { Alias, SelectField } from '../ast.ts';
import { condition } from './conditions.ts';
import { at, atKind, type Cursor, deeper, expectKind, identifierOf, peek, take } from './cursor.ts';
import { missing } from './literals.ts';
import { anyName, atName, commaList, dottedRest, optionalAlias } from './names.ts';
import { node } from './node.ts';

/** What the dotted name that stands here ends with: a star, an opening bracket after a dot, or neither. */
const dottedEnd = (c: Cursor): '*' | '(' | null => {
  let ahead = 0;
  while (atName(c, ahead) && atKind(c, '.', ahead + 1)) ahead += 2;
  if (ahead > 0 && atKind(c, '(', ahead)) return '(';
  return atKind(c, '*', ahead) ? '*' : null;
};

const asterisk = (c: Cursor): SelectField['expression'] => {
  const { start } = peek(c);
  const path = [];
  while (!atKind(c, '*')) {
    path.push(identifierOf(c, take(c)));
    take(c);
  }
  take(c);
  return node(c, 'asterisk', start, { path });
};

/** A column of an empty table: a name, with or without КАК. */
const emptyColumn = (c: Cursor): Alias => {
  const found = at(c, 'AS') ? optionalAlias(c) : null;
  if (found !== null) return found;
  const { start } = peek(c);
  const name = anyName(c);
  const renamed = at(c, 'AS') ? optionalAlias(c) : null;
  return renamed ?? node(c, 'alias', start, { as: null, name });
};

const table = (c: Cursor): SelectField['expression'] => {
  const { start, keyword } = peek(c);
  const path = dottedRest(c, identifierOf(c, take(c)));
  take(c);
  take(c);
  const isEmpty = keyword === 'EMPTYTABLE' && path.length === 1;
  const columns = isEmpty ? commaList(c, () => emptyColumn(c)) : [];
  const fields = isEmpty ? [] : selectFields(c);
  expectKind(c, ')');
  return isEmpty
    ? node(c, 'empty-table', start, { columns })
    : node(c, 'nested-table', start, { path, fields });
};

const field = (c: Cursor): SelectField => {
  const { start } = peek(c);
  const end = dottedEnd(c);
  const expression =
    end === '*'
      ? asterisk(c)
      : end === '('
        ? deeper(
            c,
            () => table(c),
            () => missing(c),
          )
        : condition(c);
  const alias = optionalAlias(c);
  return node(c, 'select-field', start, { expression, alias });
};

/** Selected fields divided by commas. */
export const selectFields = (c: Cursor): SelectField[] => commaList(c, () => field(c));
