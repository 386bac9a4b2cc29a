/** A source of uniform numbers in [0, 1). */
export type Random = () => number;

function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** Gamma(shape, 1) by Marsaglia and Tsang; shapes below 1 by their usual boost. */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  // The chance of even one rejection is a few per cent; the limit only guards against a broken random source.
  for (let attempt = 0; attempt < 64; attempt += 1) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
  return d;
}

/** One draw from Beta(alpha, beta), both above 0. */
export function sampleBeta(alpha: number, beta: number, random: Random): number {
  const a = gamma(alpha, random);
  const b = gamma(beta, random);
  return a + b === 0 ? alpha / (alpha + beta) : a / (a + b);
}
