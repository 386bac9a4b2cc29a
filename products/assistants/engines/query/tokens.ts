import type { Keyword } from './keywords/keywords.ts';

/** Signs that are tokens of their own; the kind of such a token is the sign. */
export type Sign =
  | '('
  | ')'
  | ','
  | '.'
  | ';'
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '&'
  | '#';

/** `malformed` is a word that starts with a digit; `placeholder` is `%1`; `end` closes every list of tokens. */
export type TokenKind = Sign | 'word' | 'number' | 'string' | 'malformed' | 'placeholder' | 'end';

/** A token of a query text, by UTF-16 offsets. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** What the word means where the grammar expects a keyword; null for other words and tokens. */
  readonly keyword: Keyword | null;
}

/**
 * What lies between tokens besides spaces: comments, `{...}` of the data composition system with their braces,
 * and characters the language does not know (marks of text templates among them).
 */
export interface Trivia {
  readonly kind: 'comment' | 'braces' | 'unknown';
  readonly start: number;
  readonly end: number;
}
