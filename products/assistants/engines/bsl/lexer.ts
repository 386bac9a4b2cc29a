import { isDigit, isLetter, isSpace, isWordPart } from './characters.ts';
import { type Directive, readDirective } from './directives.ts';
import { keywordKinds, T, type TokenKind } from './token-kind.ts';
import { type Span, TokenColumns, type Tokens } from './tokens.ts';

export interface Lexed {
  readonly tokens: Tokens;
  /** `//` comments to the end of their lines, in order. */
  readonly comments: readonly Span[];
  readonly directives: readonly Directive[];
  /** Text between `#Удаление` and `#КонецУдаления`: it is not code. */
  readonly deleted: readonly Span[];
  /** Characters the language does not know. Code around them parses as if they were not there. */
  readonly strays: readonly Span[];
}

const longestKeyword = 19;
const asyncTarget = /\s*(?:процедура|функция|procedure|function)(?![\p{L}\p{N}_])/iuy;

const singles: ReadonlyMap<string, TokenKind> = new Map([
  ['.', T.Dot],
  [',', T.Comma],
  [';', T.Semicolon],
  ['(', T.OpenParen],
  [')', T.CloseParen],
  ['[', T.OpenBracket],
  [']', T.CloseBracket],
  ['?', T.Question],
  ['+', T.Plus],
  ['-', T.Minus],
  ['*', T.Star],
  ['/', T.Slash],
  ['%', T.Percent],
  ['=', T.Equal],
  ['<', T.Less],
  ['>', T.Greater],
  ['&', T.Ampersand],
  ['~', T.Tilde],
  [':', T.Colon],
]);

/** Splits a module into tokens. Never throws; one pass; every character is in a token, a comment, a directive or white space. */
export function lex(text: string): Lexed {
  const tokens = new TokenColumns(text);
  const comments: Span[] = [];
  const directives: Directive[] = [];
  const deleted: Span[] = [];
  const strays: Span[] = [];
  const length = text.length;
  let at = 0;
  let insideAsync = false;

  function lineEnd(from: number): number {
    let end = from;
    while (end < length) {
      const code = text.charCodeAt(end);
      if (code === 10 || code === 13) break;
      end += 1;
    }
    return end;
  }

  /** Nothing but white space since a dot: any word is a name there, on the next line, too. */
  function followsDot(): boolean {
    const last = tokens.count - 1;
    if (last < 0 || tokens.kind(last) !== T.Dot) return false;
    const dot = tokens.end(last);
    return (comments.at(-1)?.end ?? 0) <= dot && (directives.at(-1)?.end ?? 0) <= dot;
  }

  function wordKind(start: number, end: number): TokenKind {
    if (end - start > longestKeyword) return T.Identifier;
    if (followsDot()) return T.Identifier;
    const kind = keywordKinds.get(text.slice(start, end).toLowerCase());
    if (kind === undefined) return T.Identifier;
    if (kind === T.Async) {
      asyncTarget.lastIndex = end;
      if (!asyncTarget.test(text)) return T.Identifier;
      insideAsync = true;
    }
    if (kind === T.Await && !insideAsync) return T.Identifier;
    if (kind === T.EndProcedure || kind === T.EndFunction) insideAsync = false;
    return kind;
  }

  /** From a quote or a bar to the closing quote, or to the end of the line. */
  function string(open: TokenKind, closed: TokenKind): void {
    const start = at;
    at += 1;
    while (at < length) {
      const code = text.charCodeAt(at);
      if (code === 0x22) {
        if (text.charCodeAt(at + 1) !== 0x22) {
          at += 1;
          tokens.push(closed, start, at);
          return;
        }
        at += 2;
      } else if (code === 10 || code === 13) break;
      else at += 1;
    }
    tokens.push(open, start, at);
  }

  function date(): void {
    const start = at;
    const end = lineEnd(at);
    const close = text.indexOf("'", at + 1);
    at = close > 0 && close < end ? close + 1 : end;
    tokens.push(T.Date, start, at);
  }

  function number(): void {
    const start = at;
    while (isDigit(text.charCodeAt(at))) at += 1;
    if (text.charCodeAt(at) === 0x2e) {
      at += 1;
      while (isDigit(text.charCodeAt(at))) at += 1;
    }
    tokens.push(T.Number, start, at);
  }

  function directive(): void {
    const found = readDirective(text, at, lineEnd(at));
    directives.push(found);
    at = found.end;
    if (found.kind !== 'delete') return;
    const close = /#[ \t]*(?:КонецУдаления|EndDelete)/giu;
    close.lastIndex = at;
    const end = close.exec(text)?.index ?? length;
    deleted.push({ start: at, end });
    at = end;
  }

  function operator(): void {
    const [start, here, next] = [at, text[at] ?? '', text[at + 1]];
    let kind = singles.get(here);
    at += 1;
    if (kind === undefined) {
      strays.push({ start, end: at });
      return;
    }
    if (here === '<' && next === '>') kind = T.NotEqual;
    else if (here === '<' && next === '=') kind = T.LessOrEqual;
    else if (here === '>' && next === '=') kind = T.GreaterOrEqual;
    if (kind === T.NotEqual || kind === T.LessOrEqual || kind === T.GreaterOrEqual) at += 1;
    tokens.push(kind, start, at);
  }

  while (at < length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) at += 1;
    else if (isLetter(code)) {
      const start = at;
      at += 1;
      while (at < length && isWordPart(text.charCodeAt(at))) at += 1;
      tokens.push(wordKind(start, at), start, at);
    } else if (code === 0x22) string(T.StringStart, T.String);
    else if (code === 0x7c) string(T.StringPart, T.StringTail);
    else if (code === 0x2f && text.charCodeAt(at + 1) === 0x2f) {
      const start = at;
      at = lineEnd(at);
      comments.push({ start, end: at });
    } else if (isDigit(code)) number();
    else if (code === 0x27) date();
    else if (code === 0x23) directive();
    else operator();
  }
  tokens.push(T.EndOfFile, length, length);
  return { tokens, comments, directives, deleted, strays };
}
