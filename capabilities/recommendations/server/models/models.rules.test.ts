import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeEase } from './compute-ease.ts';
import { easeWeights, gramOf, strongest } from './ease.rules.ts';
import { itemKnnWeights } from './item-knn.rules.ts';
import { matrixOf, type RatingMatrix } from './rating-matrix.ts';

/** Three people: a and b go together, c is liked alone. */
const small = (): RatingMatrix =>
  matrixOf(
    [
      [
        [0, 1],
        [1, 1],
      ],
      [
        [1, 1],
        [0, 1],
      ],
      [[2, 1]],
    ],
    3,
  );

const anyMatrix = fc
  .array(fc.uniqueArray(fc.nat({ max: 14 }), { maxLength: 8 }), { minLength: 1, maxLength: 12 })
  .map((rows) =>
    matrixOf(
      rows.map((row) => row.map((item) => [item, 1] as const)),
      15,
    ),
  );

describe('EASE', () => {
  it('is what the hand computes', () => {
    // G + I = [[3,2,0],[2,3,0],[0,0,2]]: P = [[.6,-.4,0],[-.4,.6,0],[0,0,.5]], B[0][1] = .4/.6.
    const weights = easeWeights(small(), 1);
    expect([...weights].map((weight) => Number(weight.toFixed(12)))).toEqual([
      0, 0.666666666667, 0, 0.666666666667, 0, 0, 0, 0, 0,
    ]);
    expect([...gramOf(small())]).toEqual([2, 0, 0, 2, 2, 0, 0, 0, 1]);
  });

  it('is the stationary point of its penalty: the slope is 0 off the diagonal', () => {
    fc.assert(
      fc.property(anyMatrix, fc.double({ min: 0.5, max: 50, noNaN: true }), (matrix, lambda) => {
        const n = matrix.items;
        const gram = gramOf(matrix);
        const g = (left: number, right: number): number =>
          gram[Math.max(left, right) * n + Math.min(left, right)] ?? 0;
        const b = easeWeights(matrix, lambda);
        for (let row = 0; row < n; row += 1)
          for (let column = 0; column < n; column += 1) {
            if (row === column) continue;
            let slope = -g(row, column) + lambda * (b[row * n + column] ?? 0);
            for (let k = 0; k < n; k += 1) slope += g(row, k) * (b[k * n + column] ?? 0);
            expect(Math.abs(slope)).toBeLessThan(1e-8);
          }
      }),
      { numRuns: 50 },
    );
  });

  it('keeps the strongest weights, negative ones too, in a stable order', () => {
    const dense = Float64Array.of(0, -3, 2, 2, 0, 0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 0);
    const { top, columns, weights } = strongest(dense, 4, 2);
    expect(top).toBe(2);
    expect([...columns]).toEqual([1, 2, 0, 0, 0, 1, 0, 0]);
    expect([...weights]).toEqual([-3, 2, 0, 0, 1, 1, 0, 0]);
  });

  it('is the same from a thread, which takes the memory over', async () => {
    const matrix = small();
    const expected = strongest(easeWeights(small(), 1), 3, 2);
    expect(await computeEase(matrix, { lambda: 1, top: 2 })).toEqual(expected);
    expect(matrix.columns.length).toBe(0);
  });

  it('says when it cannot be computed, and stops when asked', async () => {
    await expect(computeEase(small(), { lambda: -10, top: 2 })).rejects.toThrow('pivot');
    const stop = new AbortController();
    const running = computeEase(small(), { lambda: 1, top: 2, signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    expect(() => computeEase(small(), { lambda: 1, top: 2, signal: stop.signal })).toThrow('enough');
  });
});

describe('item-kNN', () => {
  it('is the cosine, shrunk by people in common, of the nearest only', () => {
    expect([...itemKnnWeights(small(), 0)]).toEqual([0, 1, 0, 1, 0, 0, 0, 0, 0]);
    expect(itemKnnWeights(small(), 2)[1]).toBe(0.5);
    const crowded = matrixOf([[0, 1, 2].map((item) => [item, 1] as const)], 3);
    expect([...itemKnnWeights(crowded, 0, 1)]).toEqual([0, 1, 0, 1, 0, 0, 1, 0, 0]);
  });
});
