/** Percentile of ascending values by linear interpolation between ranks (type 7); 0 of nothing. */
export function percentile(ascending: ArrayLike<number>, share: number): number {
  if (ascending.length === 0) return 0;
  const rank = (ascending.length - 1) * share;
  const below = Math.floor(rank);
  const low = ascending[below] as number;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] as number;
  return low + (rank - below) * (high - low);
}

export interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

/** Mean and sample standard deviation. */
export function momentsOf(values: ArrayLike<number>): Moments {
  let mean = 0;
  let squares = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    const step = value - mean;
    mean += step / (at + 1);
    squares += step * (value - mean);
  }
  return { mean, deviation: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 };
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Equal bins from the least to the greatest value; one bin when all are the same. */
export function histogram(ascending: ArrayLike<number>, bins: number): readonly Bin[] {
  const low = ascending[0] ?? 0;
  const high = ascending[ascending.length - 1] ?? 0;
  if (!(high > low)) return [{ from: low, to: high, count: ascending.length }];
  const width = (high - low) / bins;
  const counts = new Array<number>(bins).fill(0);
  for (let at = 0; at < ascending.length; at += 1) {
    const bin = Math.min(bins - 1, Math.floor(((ascending[at] as number) - low) / width));
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts.map((count, bin) => ({ from: low + bin * width, to: low + (bin + 1) * width, count }));
}

/** Values on either side of a percentile between which its true place lies with 95 % confidence. */
export function percentileInterval(ascending: ArrayLike<number>, share: number): readonly [number, number] {
  const count = ascending.length;
  const spread = count > 0 ? (1.96 * Math.sqrt(share * (1 - share) * count)) / count : 0;
  return [
    percentile(ascending, Math.max(0, share - spread)),
    percentile(ascending, Math.min(1, share + spread)),
  ];
}

/** To so many digits, so that sums of fractions print plainly. */
export function round(value: number, digits = 4): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
