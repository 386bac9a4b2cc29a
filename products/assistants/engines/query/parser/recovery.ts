import { at, atKind, type Cursor, peek } from './cursor.ts';

/** The clause of a query that begins here, by its first word. */
export const atClause = (
  c: Cursor,
): 'INTO' | 'FROM' | 'WHERE' | 'GROUP' | 'HAVING' | 'FOR' | 'INDEX' | null => {
  const { keyword } = peek(c);
  switch (keyword) {
    case 'INTO':
    case 'ADD':
      return 'INTO';
    case 'FROM':
    case 'WHERE':
    case 'HAVING':
      return keyword;
    case 'GROUP':
    case 'INDEX':
      return at(c, 'BY', 1) ? keyword : null;
    case 'FOR':
      return at(c, 'UPDATE', 1) ? keyword : null;
    default:
      return null;
  }
};

/** One ВЫБРАТЬ ends here: what follows belongs to the union, to the statement or to the next one. */
export const isSelectEnd = (c: Cursor): boolean => {
  const { kind, keyword } = peek(c);
  if (kind === 'end' || kind === ';') return true;
  if (kind === ')') return c.nested > 0;
  switch (keyword) {
    case 'UNION':
    case 'SELECT':
    case 'AUTOORDER':
    case 'TOTALS':
      return true;
    case 'ORDER':
      return at(c, 'BY', 1);
    default:
      return false;
  }
};

/** Passes at least one token, then all up to a clause, an end of a query, or brackets closed here. */
export const skipToClause = (c: Cursor): void => {
  let open = 0;
  do {
    if (atKind(c, '(')) open += 1;
    else if (atKind(c, ')') && open > 0) open -= 1;
    c.index += 1;
    if (atKind(c, ';') || atKind(c, 'end')) return;
  } while (open > 0 || (atClause(c) === null && !isSelectEnd(c)));
};

/** Passes everything up to the end of the statement. */
export const skipStatement = (c: Cursor): void => {
  while (!atKind(c, ';') && !atKind(c, 'end') && !at(c, 'SELECT')) c.index += 1;
};
