import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as russian } from '@orama/stemmers/russian';
import type { Language } from './requirement.ts';

export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly stem: string;
  readonly kind: 'word' | 'number' | 'sign';
  readonly start: number;
  readonly end: number;
  /** Inside quotation marks: a name, not wording. */
  readonly quoted: boolean;
}

const cyrillic = /[а-яё]/i;
const stems = new Map<string, string>();
const keptStems = 50_000;

/** The stem of one word in small letters; `ё` counts as `е`. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const plain = word.replace(/ё/g, 'е');
  const stem = plain.length > 40 ? plain : cyrillic.test(plain) ? russian(plain) : english(plain);
  if (stems.size >= keptStems) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** One stem for `формировать`, `формирует` and `формирование`: for comparing requirements, not for rules. */
export function rootOf(stem: string): string {
  return stem.length < 6
    ? stem
    : stem.replace(/(?:ирова|изирова|ирован|ова|ыва|ива|ирует|ирует|ир|ени|ани)$/, '');
}

const pattern =
  /1[СC](?![\p{L}\d])|\d+(?:[ \u00a0]\d{3}(?!\d))*(?:[.,:]\d+)*|[\p{L}_][\p{L}\d_]*(?:[-‑'’][\p{L}\d]+)*|\S/gu;

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let straight = false;
  for (const found of text.matchAll(pattern)) {
    const piece = found[0];
    const start = found.index;
    if (piece === '«' || piece === '“') depth += 1;
    if (piece === '"') straight = !straight;
    const kind =
      /^\d/.test(piece) && !/^1[СC]$/.test(piece) ? 'number' : /^[\p{L}_1]/u.test(piece) ? 'word' : 'sign';
    const lower = piece.toLowerCase();
    tokens.push({
      text: piece,
      lower: lower.replace(/ё/g, 'е'),
      stem: kind === 'word' ? stemOf(lower) : lower,
      kind,
      start,
      end: start + piece.length,
      quoted: depth > 0 || straight,
    });
    if (piece === '»' || piece === '”') depth = Math.max(0, depth - 1);
  }
  return tokens;
}

export function languageOf(text: string): Language {
  let balance = 0;
  for (const letter of text.slice(0, 2000)) {
    if (/[а-яё]/i.test(letter)) balance += 1;
    else if (/[a-z]/i.test(letter)) balance -= 1;
  }
  return balance >= 0 ? 'ru' : 'en';
}
