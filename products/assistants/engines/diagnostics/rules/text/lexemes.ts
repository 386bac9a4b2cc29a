import { keywordKinds, type Span, type SyntaxTree } from '#products/assistants/engines/bsl';
import { isSeen, L } from './lexeme-kind.ts';
import { directiveWords } from './tables/directive-words.ts';

/**
 * Everything a module consists of, in order: tokens, comments, white space, the words of preprocessor lines. Rules
 * about the spelling and the spacing of the text read this, not the tree.
 */
export interface Lexemes {
  readonly count: number;
  kind(index: number): number;
  start(index: number): number;
  end(index: number): number;
  text(index: number): string;
  /** The first one that begins at or after the offset. */
  at(offset: number): number;
}

const word = /[\p{L}_][\p{L}\p{N}_]*/uy;
const libraryName = /[\p{L}_\-0-9]+/uy;
const blanks = /[ \t\f]+/y;
const blanksAndLines = /[ \t\f\r\n]+/y;
const comment = /\/\/[^\r\n]*/y;
const date = /'[^'\r\n]*'?/y;
const number = /[0-9]+(?:\.[0-9]*)?/y;
const mark = /#[ \t]*(?:(Удаление|Delete)|Вставка|Insert|КонецВставки|EndInsert)/iuy;
const endOfDeleted = /#[ \t]*(?:КонецУдаления|EndDelete)/iuy;
const lineEnd = /\r?\n/y;
const quoted = /"[^"\r\n]*"/y;
/** A dot before a comment is an access that is still being written: it takes no name from the next line. */
const danglingDot = /[ \t\f\r\n]*(?:\/\/|$)/y;

const signs: ReadonlyMap<string, number> = new Map([
  ['[', L.OpenBracket],
  [']', L.CloseBracket],
  ['(', L.OpenParen],
  [')', L.CloseParen],
  [':', L.Colon],
  [';', L.Semicolon],
  [',', L.Comma],
  ['=', L.Equal],
  ['+', L.Plus],
  ['-', L.Minus],
  ['*', L.Star],
  ['/', L.Slash],
  ['%', L.Percent],
  ['?', L.Question],
  ['<', L.Less],
  ['>', L.Greater],
  ['<=', L.LessOrEqual],
  ['<>', L.NotEqual],
  ['>=', L.GreaterOrEqual],
]);

const made = new WeakMap<SyntaxTree, Lexemes>();

/** The lexemes of a module. Made once for a tree, in one pass. */
export function lexemesOf(tree: SyntaxTree): Lexemes {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const lexemes = scanText(tree.source);
  made.set(tree, lexemes);
  return lexemes;
}

/** The lexemes of a piece of text. */
export function scanText(source: string): Lexemes {
  const [kinds, starts, ends]: [number[], number[], number[]] = [[], [], []];
  let at = 0;
  const push = (kind: number, end: number): void => {
    kinds.push(kind);
    starts.push(at);
    ends.push(end);
    at = end;
  };
  /** Where a match of the pattern here ends, or -1. */
  const reach = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.test(source) ? pattern.lastIndex : -1;
  };
  const take = (kind: number, pattern: RegExp): boolean => {
    const end = reach(pattern);
    if (end >= 0) push(kind, end);
    return end >= 0;
  };
  /** The word that must come next; what stands before it and is not blank is lost. */
  const wanted = (kind: number, ...shapes: readonly RegExp[]): void => {
    while (at < source.length && !shapes.some((shape) => take(kind, shape)))
      if (!take(L.Space, blanks)) at += 1;
  };

  function directive(): void {
    push(L.Hash, at + 1);
    while (at < source.length) {
      if (take(L.LineEnd, lineEnd)) return;
      if (take(L.Space, blanks) || take(L.Comment, comment) || take(L.DirectiveString, quoted)) continue;
      const end = reach(word);
      if (end >= 0) {
        const key = source.slice(at, end).toLowerCase();
        push(directiveWords.has(key) ? L.DirectiveWord : L.DirectiveName, end);
        if (key === 'область' || key === 'region') wanted(L.DirectiveName, word);
        else if (key === 'использовать' || key === 'use') wanted(L.DirectiveName, quoted, libraryName);
      } else if (source[at] === '\r') at += 1;
      else push(L.DirectiveSign, at + 1);
    }
  }

  function deleted(): void {
    while (at < source.length) {
      if (take(L.Deleted, endOfDeleted)) return;
      if (take(L.Space, blanks) || take(L.Comment, comment) || take(L.LineEnd, lineEnd)) continue;
      push(L.Deleted, at + 1);
    }
  }

  function hash(): void {
    mark.lastIndex = at;
    const found = mark.exec(source);
    if (found === null) directive();
    else if (found[1] === undefined) push(L.InsertMark, mark.lastIndex);
    else {
      push(L.Deleted, mark.lastIndex);
      deleted();
    }
  }

  function annotation(): void {
    push(L.Ampersand, at + 1);
    while (at < source.length) {
      if (take(L.AnnotationName, word)) return;
      if (!take(L.Space, blanksAndLines)) push(L.Stray, at + 1);
    }
  }

  /** From a quote or a bar to the closing quote, or to the end of the line; a pair of quotes closes nothing. */
  function string(open: number, closed: number): void {
    let end = at + 1;
    for (;;) {
      const character = source[end];
      if (character === '"' && source[end + 1] !== '"') {
        push(closed, end + 1);
        return;
      }
      if (character === undefined || character === '\r' || character === '\n') break;
      end += character === '"' ? 2 : 1;
    }
    push(open === L.StringPart && end === at + 1 ? L.Bar : open, end);
  }

  function code(): void {
    const here = source[at] ?? '';
    const end = reach(word);
    if (end >= 0) push(keywordKinds.get(source.slice(at, end).toLowerCase()) ?? L.Identifier, end);
    else if (here === '"') string(L.StringStart, L.String);
    else if (here === '|') string(L.StringPart, L.StringTail);
    else if (here === '#') hash();
    else if (here === '&') annotation();
    else if (here === '~') {
      push(L.Tilde, at + 1);
      wanted(L.Identifier, word);
    } else if (here === '.') {
      push(L.Dot, at + 1);
      if (reach(danglingDot) < 0) wanted(L.Identifier, word);
    } else if (!take(L.Comment, comment) && !take(L.Number, number) && !take(L.Date, date)) {
      const pair = source.slice(at, at + 2);
      const double = pair.length === 2 ? signs.get(pair) : undefined;
      push(double ?? signs.get(here) ?? L.Stray, at + (double === undefined ? 1 : 2));
    }
  }

  while (at < source.length) if (!take(L.Space, blanksAndLines)) code();
  push(L.EndOfFile, at);

  const start = (index: number): number => starts[index] ?? source.length;
  return {
    count: kinds.length,
    kind: (index) => kinds[index] ?? L.EndOfFile,
    start,
    end: (index) => ends[index] ?? source.length,
    text: (index) => source.slice(start(index), ends[index]),
    at(offset) {
      let [low, high] = [0, kinds.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (start(middle) >= offset) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}

/** The text of a stretch without comments and white space, as a parser sees it. */
export function seenText(tree: SyntaxTree, { start, end }: Span): string {
  const lexemes = lexemesOf(tree);
  let seen = '';
  for (let index = lexemes.at(start); index < lexemes.count && lexemes.start(index) < end; index += 1) {
    const kind = lexemes.kind(index);
    if (isSeen(kind)) seen += lexemes.text(index);
  }
  return seen;
}

/** The comments of a module, those of preprocessor lines and of deleted stretches included. */
export function commentsOf(tree: SyntaxTree): readonly Span[] {
  const lexemes = lexemesOf(tree);
  const found: Span[] = [];
  for (let index = 0; index < lexemes.count; index += 1)
    if (lexemes.kind(index) === L.Comment)
      found.push({ start: lexemes.start(index), end: lexemes.end(index) });
  return found;
}
