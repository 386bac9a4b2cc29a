import { tierNamed } from '../documents/lexeme.rules.ts';
import type { LexemeCount } from '../documents/vocabulary.store.ts';

/** Twice as many as needed are hoped for, since words are not spread evenly over popularity. */
const reserve = 2;
/** Fewer matches than this many times the cap are read as fast as they are estimated. */
const worthwhile = 3;

/**
 * The highest tiers of popularity that, by what is known of frequencies, hold enough matches to fill the cap; empty for
 * no restriction. A guess that proves too narrow costs a second look, never an answer.
 */
export function tiersToRead(
  counts: readonly LexemeCount[],
  asked: readonly (string | undefined)[],
  cap: number,
): readonly number[] {
  const tiers = counts
    .filter(({ lexeme }) => lexeme.startsWith('~'))
    .map(({ lexeme, documents }) => ({ tier: tierNamed(lexeme), documents }))
    .toSorted((left, right) => right.tier - left.tier);
  const all = tiers.reduce((sum, { documents }) => sum + documents, 0);
  const known = new Map(counts.map(({ lexeme, documents }) => [lexeme, documents]));
  const share = asked
    .filter((lexeme) => lexeme !== undefined)
    .reduce((product, lexeme) => product * Math.min(1, (known.get(lexeme) ?? 0) / Math.max(1, all)), 1);
  if (all * share < cap * worthwhile) return [];
  let read = 0;
  const chosen: number[] = [];
  for (const { tier, documents } of tiers) {
    if (read * share >= cap * reserve) return chosen;
    chosen.push(tier);
    read += documents;
  }
  return [];
}
