/** Tiers are four to a doubling; popularities beyond their ends share one. */
const tiersPerDoubling = 4;
const lowestTier = 1;
const highestTier = 400;
const tierOfOne = 160;
/** Tiers that have a common lexeme too, so that many of them are asked for by few. */
const tiersPerGroup = 8;

/** The tier of a popularity: never lower for a higher popularity. */
export function tierOf(popularity: number): number {
  if (popularity <= 0) return 0;
  const tier = tierOfOne + Math.floor(tiersPerDoubling * Math.log2(popularity));
  return Math.max(lowestTier, Math.min(highestTier, tier));
}

const numbered = (sign: string, collection: string, number: number): string =>
  `${sign}${String(number).padStart(3, '0')} ${collection}`;
/** Names the collection too, so that a query for tiers need not read the list of all its documents. */
const tierLexeme = (collection: string, tier: number): string => numbered('~', collection, tier);
const groupLexeme = (collection: string, group: number): string => numbered('^', collection, group);
const groupOf = (tier: number): number => Math.floor(tier / tiersPerGroup);

/** The lexemes of a document with this popularity. */
export function tierLexemes(collection: string, popularity: number): readonly string[] {
  const tier = tierOf(popularity);
  return [tierLexeme(collection, tier), groupLexeme(collection, groupOf(tier))];
}

/** The tier that a lexeme names. */
export const tierNamed = (lexeme: string): number => Number(lexeme.slice(1, 4));

/**
 * The lexemes of standings of which each document at least as popular as the lowest of the tiers has one, and no other has;
 * without tiers all documents of the collection.
 */
export function standingsFrom(collection: string, tiers: readonly number[]): readonly string[] {
  const lowest = tiers.length === 0 ? 0 : Math.min(...tiers);
  const group = groupOf(lowest);
  return lowest === group * tiersPerGroup
    ? [`>${group} ${collection}`]
    : [`~${lowest} ${collection}`, `>${group + 1} ${collection}`];
}

/** The lexemes of which each document in one of the tiers has one, and no other has; for the highest tiers there are. */
export function lexemesOfTiers(collection: string, tiers: readonly number[]): readonly string[] {
  const lowest = Math.min(...tiers);
  const isWhole = (tier: number): boolean => groupOf(tier) * tiersPerGroup >= lowest;
  const groups = new Set(tiers.filter(isWhole).map(groupOf));
  return [
    ...tiers.filter((tier) => !isWhole(tier)).map((tier) => tierLexeme(collection, tier)),
    ...[...groups].map((group) => groupLexeme(collection, group)),
  ];
}
