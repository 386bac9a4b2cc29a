import { isStopWord, stem } from '#platform/server/language';
import { platformTerm } from './platform-names.rules.ts';

/** A term a text is found by. */
export interface Term {
  readonly term: string;
  /** How much it says about a question: parts of an identifier say less than the whole. */
  readonly weight: number;
}

/** A word of a text with its terms. `[start, end)` in UTF-16 units. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly terms: readonly Term[];
}

const longest = 128;
const wordPattern = /[\p{L}\p{N}_]+/gu;
const partPattern = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+|\p{L}+/gu;
const nothing: readonly Term[] = [];

const folded = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');

/** Vocabularies are small beside texts; dropped whole when full, which costs less than an LRU. */
const memo = new Map<string, readonly Term[]>();
const memoLimit = 100_000;

function plain(word: string, weight: number): readonly Term[] {
  return isStopWord(word) ? nothing : [{ term: stem(word), weight }];
}

function read(word: string): readonly Term[] {
  const whole = folded(word);
  const platform = platformTerm(whole);
  const parts = word.match(partPattern) ?? [];
  if (parts.length <= 1 && !word.includes('_')) {
    const known = platform === undefined ? nothing : [{ term: platform, weight: 0.7 }];
    return [...plain(whole, 1), ...known];
  }
  const inside = [...new Set(parts.map(folded))].filter((part) => part.length > 1);
  return [
    { term: platform ?? `=${whole}`, weight: platform === undefined ? 1 : 1.5 },
    ...inside.flatMap((part) => plain(part, platform === undefined ? 0.6 : 0.3)),
  ];
}

/**
 * The terms of one word: the stem of a plain one; a name of the platform as one term for both languages; an identifier
 * whole and its CamelCase parts as stems. Stop words have none.
 */
export function termsOfWord(word: string): readonly Term[] {
  const bounded = word.length > longest ? word.slice(0, longest).toWellFormed() : word;
  const known = memo.get(bounded);
  if (known !== undefined) return known;
  const terms = read(bounded);
  if (memo.size >= memoLimit) memo.clear();
  memo.set(bounded, terms);
  return terms;
}

/** The words of a text in order; linear in its length. */
export function* wordsOf(text: string): Generator<Word> {
  for (const match of text.matchAll(wordPattern))
    yield { start: match.index, end: match.index + match[0].length, terms: termsOfWord(match[0]) };
}

/** How often each term occurs in a text. */
export function countTerms(text: string, counts: Map<string, number> = new Map()): Map<string, number> {
  for (const { terms } of wordsOf(text))
    for (const { term } of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

const mostTerms = 64;

/** What a question asks for: each term once with its highest weight, in order of appearance, at most 64. */
export function termsOfQuery(query: string): readonly Term[] {
  const found = new Map<string, number>();
  for (const { terms } of wordsOf(query))
    for (const { term, weight } of terms) found.set(term, Math.max(weight, found.get(term) ?? 0));
  return [...found].slice(0, mostTerms).map(([term, weight]) => ({ term, weight }));
}
