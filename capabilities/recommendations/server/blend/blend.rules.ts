import { distanceBetween, type Position } from '#base/geometry';
import { day } from '#base/time';
import type { Recommendation } from '../index.ts';
import { type Component, reasonsOf } from './reasons.rules.ts';

/** An item that may be recommended: available and not excluded. */
export interface Candidate {
  readonly itemId: string;
  readonly city: string | null;
  readonly category: string | null;
  readonly position: Position | null;
  readonly publishedAt: Date;
  readonly ratingSum: number;
  readonly ratingCount: number;
  readonly popularity: number;
}

export interface HistoryItem {
  readonly itemId: string;
  readonly weight: number;
  /** Null when the item has none or is gone. */
  readonly category: string | null;
}

/** What a model says of an item, and the liked item that says most of it. */
export interface Taste {
  readonly itemId: string;
  readonly score: number;
  readonly becauseOf: string;
}

export interface Surroundings {
  /** In stars. */
  readonly meanRating: number;
  readonly mostPopular: ReadonlyMap<string | null, number>;
}

export interface BlendInput {
  readonly candidates: readonly Candidate[];
  readonly taste: readonly Taste[];
  readonly history: readonly HistoryItem[];
  readonly surroundings: Surroundings;
  readonly near: Position | null;
  readonly city: string | null;
  readonly now: Date;
}

const known = { taste: 0.5, near: 0.15, city: 0.1, category: 0.08, rating: 0.07, fresh: 0.04, popular: 0.06 };
/** For people nobody knows yet: what is popular near them. */
const unknown = { taste: 0, near: 0.3, city: 0.15, category: 0.05, rating: 0.15, fresh: 0.05, popular: 0.3 };

/** As many ratings of the collection's mean are mixed in: one lucky star is no fame. */
const priorRatings = 5;
/** At this distance nearness is worth 1/e; popularity fades more slowly. */
const walk = 3_000;
const trip = 25_000;
const freshDays = 30;

/** The mean rating in stars that the ratings and the collection's mean together suggest. */
export function bayesianRating(sum: number, count: number, mean: number): number {
  return (sum + priorRatings * mean) / (count + priorRatings);
}

function categoryShares(history: readonly HistoryItem[]): ReadonlyMap<string, number> {
  const total = history.reduce((sum, { weight }) => sum + weight, 0);
  const shares = new Map<string, number>();
  if (total === 0) return shares;
  for (const { category, weight } of history)
    if (category !== null) shares.set(category, (shares.get(category) ?? 0) + weight / total);
  return shares;
}

/** How close it is for popularity: everywhere counts when nobody says where they are. */
function localness(item: Candidate, metres: number | null, input: BlendInput): number {
  if (metres !== null) return Math.max(0.2, Math.exp(-metres / trip));
  if (input.city === null && input.near === null) return 1;
  return input.city !== null && item.city === input.city ? 1 : 0.2;
}

function componentsOf(
  item: Candidate,
  input: BlendInput,
  taste: (Taste & { readonly share: number }) | undefined,
  categories: ReadonlyMap<string, number>,
): readonly Component[] {
  const { surroundings, near, city, now } = input;
  const weights = input.taste.length > 0 ? known : unknown;
  const metres = near === null || item.position === null ? null : distanceBetween(near, item.position);
  const rating = bayesianRating(item.ratingSum, item.ratingCount, surroundings.meanRating);
  const most = surroundings.mostPopular.get(item.city) ?? 0;
  const fame = most > 0 ? Math.log1p(item.popularity) / Math.log1p(most) : 0;
  const affinity = item.category === null ? 0 : (categories.get(item.category) ?? 0);
  const ageDays = Math.max(0, (now.getTime() - item.publishedAt.getTime()) / day);
  return [
    ...(taste === undefined
      ? []
      : [{ kind: 'taste', value: weights.taste * taste.share, itemId: taste.becauseOf } as const]),
    ...(metres === null
      ? []
      : [{ kind: 'near', value: weights.near * Math.exp(-metres / walk), metres } as const]),
    { kind: 'city', value: city !== null && item.city === city ? weights.city : 0 },
    { kind: 'category', value: weights.category * affinity, affinity },
    {
      kind: 'rating',
      value: weights.rating * Math.min(1, Math.max(0, (rating - 1) / 4)),
      stars: rating,
      count: item.ratingCount,
    },
    { kind: 'fresh', value: weights.fresh * 2 ** (-ageDays / freshDays), ageDays },
    {
      kind: 'popular',
      value: weights.popular * fame * localness(item, metres, input),
      fame: item.city === null ? 0 : fame,
    },
  ];
}

/** Scores every candidate by its components; the highest first, equal ones by id. */
export function blend(input: BlendInput): readonly (Recommendation & { readonly category: string | null })[] {
  const best = Math.max(0, ...input.taste.map(({ score }) => score));
  const tastes = new Map(input.taste.map((taste) => [taste.itemId, { ...taste, share: taste.score / best }]));
  const categories = categoryShares(input.history);
  return input.candidates
    .map((item) => {
      const components = componentsOf(item, input, tastes.get(item.itemId), categories);
      return {
        itemId: item.itemId,
        category: item.category,
        score: components.reduce((sum, { value }) => sum + value, 0),
        because: reasonsOf(components),
      };
    })
    .toSorted((left, right) => right.score - left.score || (left.itemId < right.itemId ? -1 : 1));
}

/** The first `limit`, of no category more than two fifths (at least two) while others are left. */
export function diverse(
  ranked: readonly (Recommendation & { readonly category: string | null })[],
  limit: number,
): readonly Recommendation[] {
  const most = Math.max(2, Math.ceil(limit * 0.4));
  const counts = new Map<string, number>();
  const [first, rest]: [(typeof ranked)[number][], (typeof ranked)[number][]] = [[], []];
  for (const one of ranked) {
    const count = one.category === null ? 0 : (counts.get(one.category) ?? 0);
    if (first.length < limit && count < most) {
      if (one.category !== null) counts.set(one.category, count + 1);
      first.push(one);
    } else rest.push(one);
  }
  return [...first, ...rest]
    .slice(0, limit)
    .map(({ itemId, score, because }) => ({ itemId, score, because }));
}
