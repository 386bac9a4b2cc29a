import { isStopWord, stem } from '#platform/server/language';

/** PostgreSQL's limit for a lexeme is 2,046 bytes; a letter has up to four. */
const longest = 400;

/** The stem of a word, in which its inflected forms meet. */
export const stemLexeme = (word: string): string => stem(word);

/** The word as it is written, for prefixes and stop words. */
export const wordLexeme = (word: string): string => `=${word}`;

/** What a word is searched by. */
export const lexemeOf = (word: string): string => (isStopWord(word) ? wordLexeme(word) : stemLexeme(word));

/** A value of a facet as one text; the first `=` ends the name. */
export const facetEntry = (facet: string, value: string): string =>
  `${facet.replaceAll('=', '\u001f')}=${value}`;

/** Facet and value of an entry. */
export function facetOf(entry: string): readonly [facet: string, value: string] {
  const end = entry.indexOf('=');
  return [entry.slice(0, end).replaceAll('\u001f', '='), entry.slice(end + 1)];
}

export const facetLexeme = (facet: string, value: string): string =>
  `@${facetEntry(facet, value)}`.slice(0, longest).toWellFormed();

export const collectionLexeme = (collection: string): string => `#${collection}`;

/** Pairs are too many to be counted, and groups of tiers need not be. */
export const isCounted = (lexeme: string): boolean => !/^[+^]/.test(lexeme);

/** A lexeme as a literal of tsvector and tsquery: whatever it holds, it is one lexeme. */
export function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
