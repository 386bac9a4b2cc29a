import { analyze } from './analyze.ts';

/** Only the head of a very long list is read: a summary of it all would cost the square of its length. */
const MAX_SENTENCES = 2000;
const MAX_PICKED = 50;

interface Scored {
  readonly index: number;
  readonly text: string;
  readonly terms: readonly string[];
  readonly position: number;
}

function documentFrequency(sentences: readonly Scored[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const { terms } of sentences) {
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  return frequency;
}

/** What a sentence would add: the weight of its words that no picked sentence said, per root of its length. */
function gain(sentence: Scored, weights: ReadonlyMap<string, number>, covered: ReadonlySet<string>): number {
  let sum = 0;
  for (const term of sentence.terms) sum += (weights.get(term) ?? 0) * (covered.has(term) ? 0.1 : 1);
  return (sum * sentence.position) / Math.sqrt(sentence.terms.length + 3);
}

function shorten(text: string, budget: number): string {
  if (text.length <= budget) return text;
  const cut = text
    .slice(0, Math.max(0, budget - 1))
    .toWellFormed()
    .replace(/\uFFFD$/u, '');
  const space = cut.lastIndexOf(' ');
  return budget < 1 ? '' : `${(space > budget / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/**
 * Chooses the sentences that together say most of what all of them say, within `budget` UTF-16 units (sentences
 * joined by one space), in their original order. Frequent words weigh most, what only repeats is left out, earlier
 * sentences are slightly preferred. Deterministic. If not even the best sentence fits, it is cut at a word.
 */
export function extractiveSummary(sentences: readonly string[], budget: number): string[] {
  const count = Math.min(sentences.length, MAX_SENTENCES);
  const candidates: Scored[] = sentences.slice(0, count).map((text, index) => ({
    index,
    text: text.trim(),
    terms: [...new Set(analyze(text))],
    position: 1 + 0.2 * (1 - index / count),
  }));
  const weights = new Map(
    [...documentFrequency(candidates)].map(([term, frequency]) => [term, Math.log(1 + frequency)]),
  );
  const covered = new Set<string>();
  const picked: Scored[] = [];
  let left = budget;
  while (picked.length < MAX_PICKED) {
    const best = bestFitting(candidates, picked, weights, covered, left);
    if (best === null) break;
    picked.push(best);
    for (const term of best.terms) covered.add(term);
    left -= best.text.length + 1;
  }
  if (picked.length > 0) return picked.sort((a, b) => a.index - b.index).map(({ text }) => text);
  const best = bestFitting(candidates, [], weights, covered, Number.POSITIVE_INFINITY);
  const cut = best === null ? '' : shorten(best.text, budget);
  return cut === '' ? [] : [cut];
}

function bestFitting(
  candidates: readonly Scored[],
  picked: readonly Scored[],
  weights: ReadonlyMap<string, number>,
  covered: ReadonlySet<string>,
  left: number,
): Scored | null {
  let best: Scored | null = null;
  let bestGain = 0;
  for (const sentence of candidates) {
    if (sentence.text.length > left || sentence.text === '' || picked.includes(sentence)) continue;
    // What repeats what was picked is no part of a summary, however much room is left.
    if (picked.length > 0 && sentence.terms.every((term) => covered.has(term))) continue;
    const value = gain(sentence, weights, covered) + 1e-9;
    if (value > bestGain) {
      best = sentence;
      bestGain = value;
    }
  }
  return best;
}
