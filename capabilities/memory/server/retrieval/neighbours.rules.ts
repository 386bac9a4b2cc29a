import type { NeighbourKernel } from '../strategies/strategy.ts';

/**
 * What each turn receives from its neighbours' scores inside its session: for distance d, `fromPrevious[d-1]` of the
 * turn d places before and `fromNext[d-1]` of the turn d places after. The turn's own score is not included.
 */
export function neighbourScores(
  scores: Float64Array,
  previous: Int32Array,
  next: Int32Array,
  { fromPrevious, fromNext }: NeighbourKernel,
): Float64Array {
  const received = new Float64Array(scores.length);
  for (let slot = 0; slot < scores.length; slot += 1) {
    const score = scores[slot] ?? 0;
    if (score === 0) continue;
    // A hit gives to those after it what they take from a previous turn, and the other way round.
    spread(received, slot, score, next, fromPrevious);
    spread(received, slot, score, previous, fromNext);
  }
  return received;
}

function spread(
  received: Float64Array,
  from: number,
  score: number,
  links: Int32Array,
  weights: readonly number[],
): void {
  let slot = links[from] ?? -1;
  for (const weight of weights) {
    if (slot < 0) return;
    received[slot] = (received[slot] ?? 0) + weight * score;
    slot = links[slot] ?? -1;
  }
}
