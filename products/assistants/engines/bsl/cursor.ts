import type { ParseError, ParseErrorCode } from './parse-errors.ts';
import type { Missing } from './syntax.ts';
import type { TokenKind } from './token-kind.ts';
import type { Tokens } from './tokens.ts';

/** Deeper nesting than any person writes; a limit on recursion, not on the length of a module. */
const deepest = 400;

/** Where a parser stands: the next token, the errors so far, how deep it is. */
export interface Cursor {
  readonly tokens: Tokens;
  readonly errors: ParseError[];
  /** How many open constructs each closing keyword could end. */
  readonly openCounts: Map<TokenKind, number>;
  /** Index of the next token. */
  at: number;
  kind(): TokenKind;
  peek(ahead: number): TokenKind;
  is(kind: TokenKind): boolean;
  /** Takes the next token and answers its index. */
  next(): number;
  /** Takes the next token if it is of the kind: its index, else -1. */
  take(kind: TokenKind): number;
  /** As `take`, with an error when it is another one. */
  expect(kind: TokenKind, code: ParseErrorCode): number;
  /** An error at the next token. */
  fail(code: ParseErrorCode): void;
  failAt(token: number, code: ParseErrorCode): void;
  missing(): Missing;
  /** Runs one level deeper; past the limit answers undefined with one error. */
  deeper<Result>(work: () => Result): Result | undefined;
}

export function createCursor(tokens: Tokens): Cursor {
  let depth = 0;
  const cursor: Cursor = {
    tokens,
    errors: [],
    openCounts: new Map(),
    at: 0,
    kind: () => tokens.kind(cursor.at),
    peek: (ahead) => tokens.kind(cursor.at + ahead),
    is: (kind) => tokens.kind(cursor.at) === kind,
    next() {
      const token = cursor.at;
      if (token < tokens.count - 1) cursor.at += 1;
      return token;
    },
    take: (kind) => (tokens.kind(cursor.at) === kind ? cursor.next() : -1),
    expect(kind, code) {
      if (tokens.kind(cursor.at) === kind) return cursor.next();
      cursor.fail(code);
      return -1;
    },
    fail: (code) => cursor.failAt(cursor.at, code),
    failAt(token, code) {
      const [start, end] = [tokens.start(token), tokens.end(token)];
      const last = cursor.errors.at(-1);
      // One fault is told once: what follows it at the same place is its consequence.
      if (last === undefined || last.start !== start) cursor.errors.push({ code, start, end });
    },
    missing: () => ({ kind: 'missing', first: cursor.at, last: cursor.at - 1, parent: undefined }),
    deeper(work) {
      if (depth >= deepest) {
        cursor.fail('tooDeep');
        return undefined;
      }
      depth += 1;
      try {
        return work();
      } finally {
        depth -= 1;
      }
    },
  };
  return cursor;
}
