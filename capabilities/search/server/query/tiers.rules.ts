import { tierNamed } from '../documents/lexeme.rules.ts';
import type { LexemeCount } from '../documents/vocabulary.store.ts';

/** Twice as many as needed are hoped for, since words are not spread evenly over popularity. */
const reserve = 2;
/** Fewer matches than this many times the cap are read as fast as they are estimated. */
const worthwhile = 3;

/** Each look after the first reads this many times as many documents. */
const widening = 4;

/**
 * Which tiers of popularity to look through for enough matches to fill the cap: the highest that suffice by what is known
 * of frequencies, then more, and at last all (an empty list). A guess too narrow costs another look, never an answer.
 */
export function tiersToRead(
  counts: readonly LexemeCount[],
  asked: readonly string[],
  cap: number,
): readonly (readonly number[])[] {
  const tiers = counts
    .filter(({ lexeme }) => lexeme.startsWith('~'))
    .map(({ lexeme, documents }) => ({ tier: tierNamed(lexeme), documents }))
    .toSorted((left, right) => right.tier - left.tier);
  const all = tiers.reduce((sum, { documents }) => sum + documents, 0);
  const known = new Map(counts.map(({ lexeme, documents }) => [lexeme, documents]));
  const share = asked.reduce(
    (product, lexeme) => product * Math.min(1, (known.get(lexeme) ?? 0) / Math.max(1, all)),
    1,
  );
  const looks: (readonly number[])[] = [];
  let wanted = all * share < cap * worthwhile ? all : (cap * reserve) / share;
  let read = 0;
  const chosen: number[] = [];
  for (const { tier, documents } of tiers) {
    chosen.push(tier);
    read += documents;
    // More than half of everything is no shorter a way than everything.
    if (read * 2 > all) break;
    if (read < wanted) continue;
    looks.push([...chosen]);
    wanted = read * widening;
  }
  return [...looks, []];
}
