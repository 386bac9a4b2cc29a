import { matrixOf, type RatingMatrix } from '../models/rating-matrix.ts';
import type { Rating } from './parse-ratings.rules.ts';

/** Numbers from 0 to 1 that repeat with their seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other] as Item, result[at] as Item];
  }
  return result;
}

export interface Split {
  /** What models learn from; every rating counts as 1. */
  readonly train: RatingMatrix;
  /** What each person liked besides, by the same numbers. */
  readonly test: readonly (readonly number[])[];
}

/** Three quarters of each person's ratings at random to learn from; the same for the same seed and ratings. */
export function splitByUser(ratings: readonly Rating[], seed: number, share = 0.75): Split {
  const items = [...new Set(ratings.map(({ item }) => item))].sort();
  const places = new Map(items.map((item, place) => [item, place]));
  const people = [...Map.groupBy(ratings, ({ user }) => user)].sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  const random = randomFrom(seed);
  const parts = people.map(([, own]) => {
    const liked = own.map(({ item }) => places.get(item) ?? 0).sort((left, right) => left - right);
    const mixed = shuffled(liked, random);
    const cut = Math.round(mixed.length * share);
    return { train: mixed.slice(0, cut), test: mixed.slice(cut) };
  });
  return {
    train: matrixOf(
      parts.map(({ train }) => train.map((item) => [item, 1] as const)),
      items.length,
    ),
    test: parts.map(({ test }) => test),
  };
}

/** The ratings of the items that most people rated. */
export function mostRated(ratings: readonly Rating[], most: number): readonly Rating[] {
  const counts = [...Map.groupBy(ratings, ({ item }) => item)]
    .map(([item, own]) => ({ item, count: own.length }))
    .sort((left, right) => right.count - left.count || (left.item < right.item ? -1 : 1));
  const kept = new Set(counts.slice(0, most).map(({ item }) => item));
  return ratings.filter(({ item }) => kept.has(item));
}
