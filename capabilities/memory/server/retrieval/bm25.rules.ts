import { frequencyOf, slotOf } from './postings.ts';
import type { MemoryLevel } from './space-document.ts';
import type { SpaceView } from './space-view.ts';

export interface Bm25 {
  /** Saturation of repeated words. */
  readonly k1: number;
  /** How much longer documents are held back, 0..1. */
  readonly b: number;
}

/** Never negative, so that a word in most documents cannot push its documents down. */
export function inverseFrequency(documents: number, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

export function termScore(frequency: number, length: number, averageLength: number, { k1, b }: Bm25): number {
  const norm = averageLength === 0 ? 1 : 1 - b + (b * length) / averageLength;
  return (frequency * (k1 + 1)) / (frequency + k1 * norm);
}

/** BM25 of the live documents of a level for distinct query terms, by slot; 0 where no term occurs. */
export function scoreLevel(
  view: SpaceView,
  level: MemoryLevel,
  terms: readonly string[],
  parameters: Bm25,
): Float64Array {
  const scores = new Float64Array(view.columns.count);
  const { live, length } = view.columns;
  const postings = view.postings(level);
  const { documents, averageLength } = view.statistics(level);
  for (const term of terms) {
    const number = view.term(term);
    const frequency = number < 0 ? 0 : postings.documentFrequency(number);
    if (frequency === 0) continue;
    const weight = inverseFrequency(documents, frequency);
    const entries = postings.entries(number);
    const count = postings.length(number);
    for (let at = 0; at < count; at += 1) {
      const entry = entries[at] ?? 0;
      const slot = slotOf(entry);
      // A slot emptied since may stand here until compaction, but is never used again before it.
      if (live[slot] !== 1) continue;
      scores[slot] =
        (scores[slot] ?? 0) +
        weight * termScore(frequencyOf(entry), length[slot] ?? 0, averageLength, parameters);
    }
  }
  return scores;
}

/** BM25 of whole sessions, each read as one document made of its live turns; by session number. */
export function scoreSessions(view: SpaceView, terms: readonly string[], parameters: Bm25): Float64Array {
  const scores = new Float64Array(view.sessionCount);
  if (view.liveSessions === 0) return scores;
  const { live, session } = view.columns;
  const averageLength = view.totalSessionLength / view.liveSessions;
  const postings = view.postings(0);
  const frequencies = new Int32Array(view.sessionCount);
  for (const term of terms) {
    const number = view.term(term);
    if (number < 0) continue;
    const touched: number[] = [];
    const entries = postings.entries(number);
    const count = postings.length(number);
    for (let at = 0; at < count; at += 1) {
      const entry = entries[at] ?? 0;
      const slot = slotOf(entry);
      const owner = session[slot] ?? -1;
      if (live[slot] !== 1 || owner < 0) continue;
      if (frequencies[owner] === 0) touched.push(owner);
      frequencies[owner] = (frequencies[owner] ?? 0) + frequencyOf(entry);
    }
    const weight = inverseFrequency(view.liveSessions, touched.length);
    for (const owner of touched) {
      const gained =
        weight * termScore(frequencies[owner] ?? 0, view.sessionLength(owner), averageLength, parameters);
      scores[owner] = (scores[owner] ?? 0) + gained;
      frequencies[owner] = 0;
    }
  }
  return scores;
}
