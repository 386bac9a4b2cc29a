import { type KindWord, kindWord } from '../model/kinds.ts';

/** How to read a text: code (names in strings and managers in code), a query, or prose with code blocks. */
export type TextKind = 'bsl' | 'query' | 'text';

/** A dotted chain that starts with a kind of metadata. */
export interface Mention {
  readonly segments: readonly string[];
  readonly word: KindWord;
  /** UTF-16 offsets of the chain. */
  readonly start: number;
  readonly end: number;
  /** The last segment is followed by a bracket: a method. */
  readonly call: boolean;
  /** `Метаданные.Справочники.Валюты`. */
  readonly metadata: boolean;
  readonly inCode: boolean;
}

// Lengths are bounded: a pattern without bounds fails on a line of ten million letters.
const word = '[\\p{L}_][\\p{L}\\p{N}_]{0,250}';
const notInside = '(?<![\\p{L}\\p{N}_.&])';
const chain = new RegExp(`${notInside}${word}(?:\\.${word}){1,40}(?![\\p{L}\\p{N}_])`, 'gu');
const alias = new RegExp(`(?<![\\p{L}\\p{N}_])(?:как|as)\\s{1,20}(${word})`, 'giu');
const assigned = new RegExp(
  `(?:^|[;(,\\s])(${word})[ \\t]{0,20}=(?!=)|(?:каждого|each)\\s{1,20}(${word})`,
  'giu',
);

/** 0 code, 1 string, 2 comment, for each offset; strings go on over lines that begin with `|`. */
export function zonesOf(text: string): Uint8Array {
  const zones = new Uint8Array(text.length);
  let at = 0;
  let inString = false;
  while (at < text.length) {
    const char = text[at];
    if (inString) {
      zones[at] = 1;
      if (char === '"') inString = false;
      else if (char === '\n') inString = continues(text, at + 1);
      at += 1;
    } else if (char === '/' && text[at + 1] === '/') {
      const end = lineEnd(text, at);
      zones.fill(2, at, end);
      at = end;
    } else {
      if (char === '"') {
        zones[at] = 1;
        inString = true;
      }
      at += 1;
    }
  }
  return zones;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function continues(text: string, from: number): boolean {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '|') return true;
    if (char !== ' ' && char !== '\t' && char !== '\r') return false;
  }
  return false;
}

function mentionAt(text: string, match: RegExpExecArray, inCode: boolean): Mention | undefined {
  let segments = match[0].split('.');
  const metadata = /^(?:метаданные|metadata)$/iu.test(segments[0] ?? '');
  if (metadata) segments = segments.slice(1);
  const word = kindWord(segments[0] ?? '');
  if (word === undefined || segments.length < 2) return undefined;
  const end = match.index + match[0].length;
  const call = text[end] === '(';
  return { segments, word, start: match.index, end, call, metadata, inCode };
}

/** A variable called `Документы`, or a query's alias `Документ`, is no kind of metadata. */
function takenWords(text: string, kind: TextKind): ReadonlySet<string> {
  const pattern = kind === 'query' ? alias : assigned;
  const taken = new Set<string>();
  for (const match of text.matchAll(pattern)) {
    const name = (match[1] ?? match[2] ?? '').toLowerCase();
    if (kindWord(name) !== undefined) taken.add(name);
  }
  return taken;
}

/** In code only managers (`Справочники.`) and the metadata tree are names; in strings only single kinds are. */
function counts(mention: Mention, kind: TextKind, taken: ReadonlySet<string>): boolean {
  if (mention.metadata) return true;
  if (kind === 'text') return true;
  if (taken.has((mention.segments[0] ?? '').toLowerCase())) return false;
  if (kind === 'query') return !mention.word.plural;
  return mention.inCode === mention.word.plural;
}

/** Finds metadata names in a text, in order. Linear in the text's length. */
export function scanNames(text: string, kind: TextKind): readonly Mention[] {
  const zones = kind === 'bsl' ? zonesOf(text) : undefined;
  const taken = takenWords(text, kind);
  const mentions: Mention[] = [];
  for (const match of text.matchAll(chain)) {
    const zone = zones?.[match.index] ?? 0;
    if (zone === 2) continue;
    const mention = mentionAt(text, match, zone === 0);
    if (mention !== undefined && counts(mention, kind, taken)) mentions.push(mention);
  }
  return mentions;
}
