import type { Expression, Identifier, SelectBody, Table, TextRange } from '../ast.ts';
import type { QueryError, QueryErrorCode } from '../errors.ts';
import type { Keyword } from '../keywords/keywords.ts';
import type { Token, TokenKind } from '../tokens.ts';

/** How deep brackets, nested queries, ВЫБОР and signs may nest. */
export const deepest = 150;

/** Where the parser stands, and what it has found wrong. */
export interface Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly errors: QueryError[];
  /** The parts of the grammar that others are nested in, here so that the parts need not import one another. */
  readonly body: (cursor: Cursor) => SelectBody;
  readonly value: (cursor: Cursor) => Expression;
  /** Tables whose dotted name is no table of a configuration, with their statements: an outer query may know them. */
  readonly doubtful: { readonly table: Table; readonly statement: number | null }[];
  index: number;
  depth: number;
  /** Brackets around a nested query are open: a `)` ends it. */
  nested: number;
  statement: number | null;
}

const closing: Token = { kind: 'end', start: 0, end: 0, keyword: null };

/** The token `ahead` of the current one; the closing token past the end. */
export const peek = (c: Cursor, ahead = 0): Token =>
  c.tokens[c.index + ahead] ?? c.tokens[c.tokens.length - 1] ?? closing;

export const at = (c: Cursor, keyword: Keyword, ahead = 0): boolean => peek(c, ahead).keyword === keyword;
export const atKind = (c: Cursor, kind: TokenKind, ahead = 0): boolean => peek(c, ahead).kind === kind;

/** Takes the current token; the closing token is never passed. */
export const take = (c: Cursor): Token => {
  const token = peek(c);
  if (token.kind !== 'end') c.index += 1;
  return token;
};

export const accept = (c: Cursor, keyword: Keyword): Token | null => (at(c, keyword) ? take(c) : null);
export const acceptKind = (c: Cursor, kind: TokenKind): Token | null => (atKind(c, kind) ? take(c) : null);

/** Notes an error at a range; one per place, so that one mistake is not told many times. */
export const reportAt = (c: Cursor, code: QueryErrorCode, range: TextRange, ru: string, en: string): void => {
  const last = c.errors.at(-1);
  if (last !== undefined && last.start === range.start && last.end === range.end) return;
  c.errors.push({ code, message: { ru, en }, start: range.start, end: range.end, statement: c.statement });
};

/** Notes an error at the current token; at the end of the text, at the last token. */
export const report = (c: Cursor, code: QueryErrorCode, ru: string, en: string): void => {
  const token = peek(c);
  const shown = token.kind === 'end' ? (c.tokens[c.index - 1] ?? token) : token;
  reportAt(c, code, shown, ru, en);
};

/** Notes that `what` should stand here; a word of the query language is the same in both messages. */
export const reportExpected = (c: Cursor, ru: string, en: string): void =>
  report(c, 'expected', `Ожидается ${ru}`, `Expected ${en}`);

export const expectKind = (c: Cursor, kind: TokenKind): boolean => {
  if (acceptKind(c, kind) !== null) return true;
  reportExpected(c, `«${kind}»`, `"${kind}"`);
  return false;
};

export const expect = (c: Cursor, keyword: Keyword, ru: string): boolean => {
  if (accept(c, keyword) !== null) return true;
  reportExpected(c, ru, keyword);
  return false;
};

/** Where the last taken token ends, but not before `start`: the end of a node that began at `start`. */
export const endFrom = (c: Cursor, start: number): number =>
  Math.max(start, c.index > 0 ? (c.tokens[c.index - 1]?.end ?? start) : start);

/** An identifier made of a token. */
export const identifierOf = (c: Cursor, token: Token): Identifier => ({
  kind: 'identifier',
  start: token.start,
  end: token.end,
  parent: null,
  name: c.text.slice(token.start, token.end),
});

/** An identifier that is not there: empty, where the current token begins. */
export const missingIdentifier = (c: Cursor): Identifier => {
  const { start } = peek(c);
  return { kind: 'identifier', start, end: start, parent: null, name: '' };
};

/**
 * Runs `parse` one level deeper. Past the limit notes an error and moves to the end of the statement:
 * everything that waits for a token finds none and ends.
 */
export const deeper = <T>(c: Cursor, parse: () => T, otherwise: () => T): T => {
  if (c.depth >= deepest) {
    report(c, 'too-deep', 'Слишком глубокая вложенность', 'Nested too deeply');
    while (!atKind(c, ';') && !atKind(c, 'end')) c.index += 1;
    return otherwise();
  }
  c.depth += 1;
  const result = parse();
  c.depth -= 1;
  return result;
};
