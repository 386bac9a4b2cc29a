import type { Reader } from '#platform/server/database';
import { countWithin } from './find.read.ts';
import { sampleOf, type Tier } from './looks.rules.ts';
import type { ParsedQuery } from './parse.rules.ts';
import { standingQuery } from './tsquery.rules.ts';

/** A question to the documents, and the share of them that it is expected to find. */
export interface Sampled {
  readonly collection: string;
  readonly tiers: readonly Tier[];
  readonly wanted: ParsedQuery['wanted'];
  readonly condition: string;
  readonly expected: number;
  /** The share that is left of what fulfils the condition. */
  readonly left: number;
  /** Documents to be found. */
  readonly cap: number;
}

/**
 * The share of the documents that fulfil a condition. How often words stand in a row is not known beforehand: then it is
 * measured on the most popular documents, which costs less than a look that is not deep enough.
 */
export async function sampledShare(
  reader: Reader,
  { collection, tiers, wanted, condition, expected, left, cap }: Sampled,
): Promise<number> {
  const sample = wanted.some(({ words }) => words.length > 1) ? sampleOf(tiers, expected, cap) : undefined;
  if (sample === undefined) return expected;
  const found = await countWithin(reader, standingQuery(collection, sample.tiers), condition);
  return Math.min(expected, ((found + 1) / sample.documents) * left);
}
