import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invertPositiveDefinite, NotPositiveDefinite } from './invert.rules.ts';

/** M·Mᵀ + I of made-up numbers: symmetric and positive definite. */
function positiveDefinite(n: number, seed: number): Float64Array {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  const m = Float64Array.from({ length: n * n }, random);
  const a = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1)
    for (let column = 0; column < n; column += 1) {
      let sum = row === column ? 1 : 0;
      for (let k = 0; k < n; k += 1) sum += (m[row * n + k] ?? 0) * (m[column * n + k] ?? 0);
      a[row * n + column] = sum;
    }
  return a;
}

/** The greatest difference of A·B from the identity. */
function differenceFromIdentity(a: Float64Array, b: Float64Array, n: number): number {
  let worst = 0;
  for (let row = 0; row < n; row += 1)
    for (let column = 0; column < n; column += 1) {
      let sum = row === column ? -1 : 0;
      for (let k = 0; k < n; k += 1) sum += (a[row * n + k] ?? 0) * (b[k * n + column] ?? 0);
      worst = Math.max(worst, Math.abs(sum));
    }
  return worst;
}

describe('the inverse', () => {
  it.each([1, 2, 3, 63, 64, 65, 127, 128, 129, 200, 257])('of %i rows gives the identity', (n) => {
    const a = positiveDefinite(n, n);
    const inverse = a.slice();
    invertPositiveDefinite(inverse, n);
    expect(differenceFromIdentity(a, inverse, n)).toBeLessThan(1e-8);
  });

  it('gives the identity whatever the matrix, and is symmetric', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), fc.integer(), (n, seed) => {
        const a = positiveDefinite(n, seed);
        const inverse = a.slice();
        invertPositiveDefinite(inverse, n);
        expect(differenceFromIdentity(a, inverse, n)).toBeLessThan(1e-8);
        for (let row = 0; row < n; row += 1)
          for (let column = 0; column < row; column += 1)
            expect(inverse[row * n + column]).toBe(inverse[column * n + row]);
      }),
      { numRuns: 30 },
    );
  });

  it('is refused where there is none', () => {
    expect(() => invertPositiveDefinite(Float64Array.of(1, 2, 2, 1), 2)).toThrow(NotPositiveDefinite);
    expect(() => invertPositiveDefinite(Float64Array.of(0), 1)).toThrow(NotPositiveDefinite);
    expect(() => invertPositiveDefinite(Float64Array.of(1, 2), 2)).toThrow(RangeError);
  });
});
