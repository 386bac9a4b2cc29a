import type { Span } from './tokens.ts';

export type DirectiveKind =
  | 'region'
  | 'endRegion'
  | 'if'
  | 'elsIf'
  | 'else'
  | 'endIf'
  | 'insert'
  | 'endInsert'
  | 'delete'
  | 'endDelete'
  | 'use'
  | 'native'
  | 'stack'
  | 'shebang'
  | 'unknown';

/** A preprocessor line. It stands beside the token stream: code around it parses as if it were not there. */
export interface Directive extends Span {
  readonly kind: DirectiveKind;
  /** The word after `#`; empty when there is none. */
  readonly word: Span;
  /** What follows the word, trimmed, a comment left out: the name of a region, the condition of `#Если`. */
  readonly argument: Span;
}

const kinds: ReadonlyMap<string, DirectiveKind> = new Map([
  ['область', 'region'],
  ['region', 'region'],
  ['конецобласти', 'endRegion'],
  ['endregion', 'endRegion'],
  ['если', 'if'],
  ['if', 'if'],
  ['иначеесли', 'elsIf'],
  ['elsif', 'elsIf'],
  ['иначе', 'else'],
  ['else', 'else'],
  ['конецесли', 'endIf'],
  ['endif', 'endIf'],
  ['вставка', 'insert'],
  ['insert', 'insert'],
  ['конецвставки', 'endInsert'],
  ['endinsert', 'endInsert'],
  ['удаление', 'delete'],
  ['delete', 'delete'],
  ['конецудаления', 'endDelete'],
  ['enddelete', 'endDelete'],
  ['использовать', 'use'],
  ['use', 'use'],
  ['native', 'native'],
  ['stack', 'stack'],
]);

const wordShape = /[\p{L}_][\p{L}\p{N}_]*/uy;

/** Reads the preprocessor line that begins with `#` at `start`; `lineEnd` is where its line ends. */
export function readDirective(text: string, start: number, lineEnd: number): Directive {
  if (text.charCodeAt(start + 1) === 0x21) {
    const empty = { start: lineEnd, end: lineEnd };
    return { kind: 'shebang', start, end: lineEnd, word: empty, argument: empty };
  }
  let at = start + 1;
  while (at < lineEnd && (text[at] === ' ' || text[at] === '\t')) at += 1;
  wordShape.lastIndex = at;
  const word = wordShape.exec(text)?.[0] ?? '';
  const wordEnd = at + word.length;
  const comment = text.slice(wordEnd, lineEnd).indexOf('//');
  let end = comment >= 0 ? wordEnd + comment : lineEnd;
  while (end > wordEnd && /\s/.test(text[end - 1] ?? '')) end -= 1;
  let argumentStart = wordEnd;
  while (argumentStart < end && /\s/.test(text[argumentStart] ?? '')) argumentStart += 1;
  return {
    kind: kinds.get(word.toLowerCase()) ?? 'unknown',
    start,
    end,
    word: { start: at, end: wordEnd },
    argument: { start: argumentStart, end },
  };
}
