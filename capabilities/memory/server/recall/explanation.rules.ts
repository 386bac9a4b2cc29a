import type { Contribution } from '../retrieval/explanation.ts';
import type { Explanation } from './recall-types.ts';

/** Turns sums and factors into what each stage added to the score, so that the parts add up to it. */
export function additive(contributions: readonly Contribution[]): Explanation[] {
  let score = 0;
  return contributions.map(({ stage, operation, value }) => {
    const next = operation === 'add' ? score + value : score * value;
    const contribution = next - score;
    score = next;
    return { stage, contribution };
  });
}
