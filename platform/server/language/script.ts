/** Script of a word: decides which stemmer and which stop words apply. */
export type Script = 'cyrillic' | 'latin' | 'other';

const CYRILLIC = /[\u0400-\u04FF]/;
const LATIN = /[a-z\u00C0-\u024F]/i;

export function scriptOf(word: string): Script {
  if (CYRILLIC.test(word)) return 'cyrillic';
  return LATIN.test(word) ? 'latin' : 'other';
}
