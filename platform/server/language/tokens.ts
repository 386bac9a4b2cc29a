/** One word of a text: its normalised form and where it stood in the original text (UTF-16 offsets). */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Longer words carry no meaning for search and would cost the stemmer dearly. */
const MAX_TERM_LENGTH = 64;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ‑-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const PLAIN = /^[a-z0-9а-я]+$/;
const SEPARATORS = /[^\p{L}\p{N}\p{M}'-]+/u;
const WORD_START = /[\p{L}\p{N}]/u;

function bounded(term: string): string {
  if (term.length <= MAX_TERM_LENGTH) return term;
  const last = term.charCodeAt(MAX_TERM_LENGTH - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return term.slice(0, splitsPair ? MAX_TERM_LENGTH - 1 : MAX_TERM_LENGTH);
}

function withoutApostrophes(part: string): string {
  const base = part.endsWith("'s") ? part.slice(0, -2) : part;
  return base.replaceAll("'", '');
}

/** A single letter before a hyphen belongs to its word (e-mail, t-shirt); longer parts are words of their own. */
function splitHyphens(word: string): string[] {
  const parts = word.split('-').map(withoutApostrophes);
  const terms: string[] = [];
  let prefix = '';
  for (const part of parts) {
    if (part === '') continue;
    if (part.length === 1 && /\p{L}/u.test(part) && terms.length === 0 && prefix === '') prefix = part;
    else {
      terms.push(prefix + part);
      prefix = '';
    }
  }
  if (prefix !== '') terms.push(prefix);
  return terms;
}

function termsOf(word: string): string[] {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return [lower];
  const folded = word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[’ʼ]/g, "'")
    .replaceAll(/[‐‑]/g, '-');
  return folded.split(SEPARATORS).flatMap(splitHyphens);
}

/**
 * Splits a text into normalised words: NFKC, lower case, ё as е, possessive 's and apostrophes removed,
 * hyphenated words in parts. Linear in the length of the text; anything that is not a letter or a digit,
 * lone surrogates included, separates words. Terms are at most 64 UTF-16 units long.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const start = match.index;
    const end = start + word.length;
    // A hostile megabyte without a space is one word: only its head is worth normalising.
    const head = word.length > 4096 ? word.slice(0, 4096).toWellFormed() : word;
    for (const term of termsOf(head)) {
      if (WORD_START.test(term)) tokens.push({ term: bounded(term), start, end });
    }
  }
  return tokens;
}
