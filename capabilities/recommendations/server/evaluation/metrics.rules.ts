/** How good lists of recommendations are; all from 0 to 1. */
export interface Metrics {
  readonly precision: number;
  readonly recall: number;
  readonly ndcg: number;
  /** Mean average precision; a person's is divided by how much there was to find. */
  readonly map: number;
  /** People for whom anything was found. */
  readonly hitRate: number;
}

/** Of one person: the list in its order, and what was to be found (at least one thing). */
export function metricsOf(list: readonly number[], wanted: ReadonlySet<number>, k: number): Metrics {
  let hits = 0;
  let gain = 0;
  let precisions = 0;
  list.slice(0, k).forEach((item, place) => {
    if (!wanted.has(item)) return;
    hits += 1;
    gain += 1 / Math.log2(place + 2);
    precisions += hits / (place + 1);
  });
  let ideal = 0;
  for (let place = 0; place < Math.min(k, wanted.size); place += 1) ideal += 1 / Math.log2(place + 2);
  return {
    precision: hits / k,
    recall: hits / wanted.size,
    ndcg: gain / ideal,
    map: precisions / wanted.size,
    hitRate: hits > 0 ? 1 : 0,
  };
}

/** The mean over people. */
export function meanOf(all: readonly Metrics[]): Metrics {
  const mean = (pick: (one: Metrics) => number): number =>
    all.length === 0 ? 0 : all.reduce((sum, one) => sum + pick(one), 0) / all.length;
  return {
    precision: mean((one) => one.precision),
    recall: mean((one) => one.recall),
    ndcg: mean((one) => one.ndcg),
    map: mean((one) => one.map),
    hitRate: mean((one) => one.hitRate),
  };
}
