import type { DistributionName, ThreePoints } from '../plan.ts';

/** Mean of an estimate in its own unit. */
export function meanOf(
  { optimistic, likely, pessimistic }: ThreePoints,
  name: DistributionName = 'beta_pert',
): number {
  return name === 'triangular'
    ? (optimistic + likely + pessimistic) / 3
    : (optimistic + 4 * likely + pessimistic) / 6;
}

/** Standard deviation of the distribution that is drawn from. */
export function deviationOf(points: ThreePoints, name: DistributionName = 'beta_pert'): number {
  const { optimistic: low, likely: mode, pessimistic: high } = points;
  const mean = meanOf(points, name);
  if (name === 'lognormal') return (high - low) / 6;
  if (name === 'beta_pert') return Math.sqrt(Math.max(0, ((mean - low) * (high - mean)) / 7));
  const squares = low ** 2 + mode ** 2 + high ** 2 - low * mode - low * high - mode * high;
  return Math.sqrt(Math.max(0, squares / 18));
}

const cells = 2_048;
/** Steps of the table from a probability to a quantile. */
export const quantileSteps = 1_024;

/** Quantiles of Beta(alpha, 6 − alpha), 1 ≤ alpha ≤ 5, at equal steps of probability, by integrating its density. */
export function betaQuantiles(alpha: number): Float64Array {
  const beta = 6 - alpha;
  const density = (x: number): number => x ** (alpha - 1) * (1 - x) ** (beta - 1);
  const sums = new Float64Array(cells + 1);
  let left = density(0);
  for (let cell = 0; cell < cells; cell += 1) {
    const right = density((cell + 1) / cells);
    const middle = density((cell + 0.5) / cells);
    sums[cell + 1] = (sums[cell] as number) + left + 4 * middle + right;
    left = right;
  }
  const total = sums[cells] as number;
  const table = new Float64Array(quantileSteps + 1);
  let cell = 0;
  for (let step = 0; step <= quantileSteps; step += 1) {
    const wanted = (step / quantileSteps) * total;
    while (cell < cells - 1 && (sums[cell + 1] as number) < wanted) cell += 1;
    const before = sums[cell] as number;
    const width = (sums[cell + 1] as number) - before;
    table[step] = (cell + (width > 0 ? (wanted - before) / width : 0)) / cells;
  }
  table[quantileSteps] = 1;
  return table;
}
