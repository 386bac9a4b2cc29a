import type { DistributionName, ThreePoints } from '../plan.ts';
import { betaQuantiles, deviationOf, meanOf, quantileSteps } from './distributions.rules.ts';
import { normalProbability, normalQuantile } from './normal.rules.ts';
import type { Random } from './random.ts';

export interface Estimate {
  readonly points: ThreePoints;
  readonly distribution?: DistributionName | undefined;
}

/** Draws one value of each estimate. */
export type Draw = (into: Float64Array) => void;

const kinds = { certain: 0, beta: 1, triangular: 2, lognormal: 3 } as const;
/** Shapes closer than this share a table: the mean moves by less than 0.02 % of the range. */
const shapesPerUnit = 512;

interface Compiled {
  readonly kind: number;
  /** Lowest value or mean of the logarithm. */
  readonly base: number;
  /** Range or deviation of the logarithm. */
  readonly scale: number;
  /** Where the mode of a triangle lies within its range. */
  readonly mode: number;
  readonly table: Float64Array;
}

const noTable = new Float64Array(0);

function compile({ points, distribution }: Estimate, tables: Map<number, Float64Array>): Compiled {
  const { optimistic, likely, pessimistic } = points;
  const range = pessimistic - optimistic;
  if (range === 0) return { kind: kinds.certain, base: likely, scale: 0, mode: 0, table: noTable };
  const mode = (likely - optimistic) / range;
  if (distribution === 'triangular') {
    return { kind: kinds.triangular, base: optimistic, scale: range, mode, table: noTable };
  }
  // A logarithm needs values above nothing.
  if (distribution === 'lognormal' && optimistic >= 0) {
    const mean = meanOf(points, distribution);
    const spread = Math.log(1 + (deviationOf(points, distribution) / mean) ** 2);
    const base = Math.log(mean) - spread / 2;
    return { kind: kinds.lognormal, base, scale: Math.sqrt(spread), mode: 0, table: noTable };
  }
  const shape = Math.round((1 + 4 * mode) * shapesPerUnit);
  const table = tables.get(shape) ?? betaQuantiles(shape / shapesPerUnit);
  tables.set(shape, table);
  return { kind: kinds.beta, base: optimistic, scale: range, mode, table };
}

/**
 * Draws values of estimates. With a correlation (0 to 1) a factor common to all shifts every value of a draw the same
 * way: the normal scores of any two estimates correlate by that much.
 */
export function createDraw(estimates: readonly Estimate[], random: Random, correlation = 0): Draw {
  const tables = new Map<number, Float64Array>();
  const compiled = estimates.map((estimate) => compile(estimate, tables));
  const kind = Uint8Array.from(compiled, (entry) => entry.kind);
  const base = Float64Array.from(compiled, (entry) => entry.base);
  const scale = Float64Array.from(compiled, (entry) => entry.scale);
  const mode = Float64Array.from(compiled, (entry) => entry.mode);
  const quantiles = compiled.map(({ table }) => table);
  const common = Math.sqrt(correlation);
  const own = Math.sqrt(1 - correlation);

  return (into) => {
    const factor = correlation > 0 ? common * normalQuantile(random()) : 0;
    for (let at = 0; at < kind.length; at += 1) {
      const shape = kind[at];
      if (shape === kinds.certain) {
        into[at] = base[at] as number;
        continue;
      }
      let probability = random();
      let score = 0;
      if (correlation > 0) {
        score = factor + own * normalQuantile(probability);
        if (shape !== kinds.lognormal) probability = normalProbability(score);
      } else if (shape === kinds.lognormal) score = normalQuantile(probability);
      if (shape === kinds.lognormal) {
        into[at] = Math.exp((base[at] as number) + (scale[at] as number) * score);
        continue;
      }
      let share: number;
      if (shape === kinds.beta) {
        const table = quantiles[at] as Float64Array;
        const place = probability * quantileSteps;
        const step = Math.min(quantileSteps - 1, Math.floor(place));
        const low = table[step] as number;
        share = low + (place - step) * ((table[step + 1] as number) - low);
      } else {
        const peak = mode[at] as number;
        share =
          probability < peak ? Math.sqrt(probability * peak) : 1 - Math.sqrt((1 - probability) * (1 - peak));
      }
      into[at] = (base[at] as number) + (scale[at] as number) * share;
    }
  };
}
