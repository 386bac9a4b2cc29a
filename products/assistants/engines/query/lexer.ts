import { keywordOf } from './keywords/keywords.ts';
import type { Sign, Token, TokenKind, Trivia } from './tokens.ts';

/** Tokens of a text, closed by an `end` token, and what lies between them. */
export interface Lexed {
  readonly tokens: readonly Token[];
  readonly trivia: readonly Trivia[];
  /** Starts of strings that are never closed: at most one. */
  readonly unclosedString: number | null;
}

const quote = 34;
const signs = new Map<number, Sign>(
  (['(', ')', ',', '.', ';', '=', '<', '>', '+', '-', '*', '/', '&', '#'] as const).map((sign) => [
    sign.charCodeAt(0),
    sign,
  ]),
);

const isDigit = (code: number) => code >= 48 && code <= 57;
const isSpace = (code: number) =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0xfeff ||
  code === 0x2028 ||
  code === 0x2029;
const otherLetter = /\p{L}/u;
const isLetter = (code: number): boolean =>
  (code >= 0x410 && code <= 0x44f) ||
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  code === 95 ||
  code === 0x401 ||
  code === 0x451 ||
  (code > 0x7f && (code < 0xd800 || code > 0xdfff) && otherLetter.test(String.fromCharCode(code)));

/** Splits a query text into tokens in one pass; any text is accepted. */
export const lex = (text: string): Lexed => {
  const tokens: Token[] = [];
  const trivia: Trivia[] = [];
  const length = text.length;
  let unclosedString: number | null = null;
  let at = 0;
  const push = (kind: TokenKind, start: number) => tokens.push({ kind, start, end: at, keyword: null });
  const skipWord = () => {
    while (at < length && (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at)))) at += 1;
  };
  const skipLine = () => {
    while (at < length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at += 1;
  };

  const string = (start: number) => {
    at += 1;
    for (;;) {
      const next = text.indexOf('"', at);
      if (next < 0) {
        unclosedString = start;
        at = length;
        break;
      }
      at = next + 1;
      if (text.charCodeAt(at) !== quote) break;
      at += 1;
    }
    push('string', start);
  };

  const number = (start: number) => {
    while (isDigit(text.charCodeAt(at))) at += 1;
    if (isLetter(text.charCodeAt(at))) {
      skipWord();
      push('malformed', start);
      return;
    }
    if (text.charCodeAt(at) === 46) {
      at += 1;
      while (isDigit(text.charCodeAt(at))) at += 1;
    }
    push('number', start);
  };

  const braces = (start: number) => {
    let open = 0;
    while (at < length) {
      const code = text.charCodeAt(at);
      at += 1;
      if (code === 123) open += 1;
      if (code === 125) open -= 1;
      if (open === 0) break;
    }
    trivia.push({ kind: 'braces', start, end: at });
  };

  const other = (start: number, code: number) => {
    at += 1;
    if (code === 37 && isDigit(text.charCodeAt(at))) {
      while (isDigit(text.charCodeAt(at))) at += 1;
      push('placeholder', start);
    } else trivia.push({ kind: 'unknown', start, end: at });
  };

  const sign = (start: number, kind: Sign) => {
    const pair = text.slice(at, at + 2);
    if (pair === '<=' || pair === '>=' || pair === '<>') {
      at += 2;
      push(pair, start);
    } else if (pair === '//') {
      skipLine();
      trivia.push({ kind: 'comment', start, end: at });
    } else {
      at += 1;
      push(kind, start);
    }
  };

  while (at < length) {
    const code = text.charCodeAt(at);
    const start = at;
    if (isSpace(code)) at += 1;
    else if (isLetter(code)) {
      skipWord();
      tokens.push({ kind: 'word', start, end: at, keyword: keywordOf(text.slice(start, at)) });
    } else if (isDigit(code)) number(start);
    else if (code === quote) string(start);
    else if (code === 123) braces(start);
    else {
      const known = signs.get(code);
      if (known === undefined) other(start, code);
      else sign(start, known);
    }
  }
  push('end', length);
  return { tokens, trivia, unclosedString };
};
