import { stem } from '#platform/server/language';

/** PostgreSQL's limit for a lexeme is 2,046 bytes; a letter has up to four. */
const longest = 400;

/** Tiers are four to a doubling; popularities beyond their ends share one. */
const tiersPerDoubling = 4;
const lowestTier = 1;
const highestTier = 400;
const tierOfOne = 160;

/** The stem of a word, in which its inflected forms meet. */
export const stemLexeme = (word: string): string => stem(word);

/** The word as it is written, for prefixes and stop words. */
export const wordLexeme = (word: string): string => `=${word}`;

export const facetLexeme = (facet: string, value: string): string =>
  `@${facet}=${value}`.slice(0, longest).toWellFormed();

export const collectionLexeme = (collection: string): string => `#${collection}`;

/** The tier of a popularity: never lower for a higher popularity. */
export function tierOf(popularity: number): number {
  if (popularity <= 0) return 0;
  const tier = tierOfOne + Math.floor(tiersPerDoubling * Math.log2(popularity));
  return Math.max(lowestTier, Math.min(highestTier, tier));
}

/** Names the collection too, so that a query for tiers need not read the list of all its documents. */
export const tierLexeme = (collection: string, tier: number): string =>
  `~${String(tier).padStart(3, '0')} ${collection}`;

/** The tier that a lexeme names. */
export const tierNamed = (lexeme: string): number => Number(lexeme.slice(1, 4));

/** A lexeme as a literal of tsvector and tsquery: whatever it holds, it is one lexeme. */
export function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
