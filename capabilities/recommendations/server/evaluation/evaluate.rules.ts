import { easeWeights } from '../models/ease.rules.ts';
import { itemKnnWeights } from '../models/item-knn.rules.ts';
import type { RatingMatrix } from '../models/rating-matrix.ts';
import { type Metrics, meanOf, metricsOf } from './metrics.rules.ts';
import type { Split } from './split.rules.ts';

export interface ModelReport extends Metrics {
  readonly model: string;
  /** Share of all items that anybody was recommended. */
  readonly coverage: number;
  readonly buildMs: number;
}

/** Scores of all items for one row of the matrix. */
type Scorer = (user: number) => Float64Array;

function popularity({ items, columns, users: _users }: RatingMatrix): Scorer {
  const counts = new Float64Array(items);
  for (const item of columns) counts[item] = (counts[item] ?? 0) + 1;
  return () => counts;
}

/** The sum of the weight rows of what the person liked. */
function bySums({ items, offsets, columns }: RatingMatrix, weights: Float64Array): Scorer {
  const scores = new Float64Array(items);
  return (user) => {
    scores.fill(0);
    const end = offsets[user + 1] ?? 0;
    for (let at = offsets[user] ?? 0; at < end; at += 1) {
      const row = (columns[at] ?? 0) * items;
      for (let item = 0; item < items; item += 1)
        scores[item] = (scores[item] ?? 0) + (weights[row + item] ?? 0);
    }
    return scores;
  };
}

/** The unseen items with the highest scores; equal ones in their order. */
export function topUnseen(scores: Float64Array, seen: ReadonlySet<number>, k: number): readonly number[] {
  const top: number[] = [];
  const score = (item: number): number => scores[item] ?? 0;
  for (let item = 0; item < scores.length; item += 1) {
    if (seen.has(item)) continue;
    const last = top[top.length - 1];
    if (top.length === k && last !== undefined && score(item) <= score(last)) continue;
    let place = top.length;
    while (place > 0 && score(item) > score(top[place - 1] ?? 0)) place -= 1;
    top.splice(place, 0, item);
    if (top.length > k) top.pop();
  }
  return top;
}

export interface EvaluationOptions {
  readonly k: number;
  readonly lambda: number;
  readonly shrinkage: number;
  /** Milliseconds from some moment. */
  readonly time: () => number;
}

/** Popularity, item-kNN and EASE on the same split: full ranking of everything the person had not seen. */
export function evaluateModels({ train, test }: Split, options: EvaluationOptions): readonly ModelReport[] {
  const { k, lambda, shrinkage, time } = options;
  const models: readonly (readonly [string, () => Scorer])[] = [
    ['popularity', () => popularity(train)],
    ['item-kNN cosine', () => bySums(train, itemKnnWeights(train, shrinkage))],
    ['EASE', () => bySums(train, easeWeights(train, lambda))],
  ];
  return models.map(([model, build]) => {
    const start = time();
    const score = build();
    const buildMs = time() - start;
    const recommended = new Set<number>();
    const metrics = test.flatMap((wanted, user) => {
      if (wanted.length === 0) return [];
      const seen = new Set(train.columns.subarray(train.offsets[user] ?? 0, train.offsets[user + 1] ?? 0));
      const list = topUnseen(score(user), seen, k);
      for (const item of list) recommended.add(item);
      return metricsOf(list, new Set(wanted), k);
    });
    return { model, ...meanOf(metrics), coverage: recommended.size / Math.max(1, train.items), buildMs };
  });
}
