import { gramOf } from './ease.rules.ts';
import type { RatingMatrix } from './rating-matrix.ts';

/** Neighbours kept for each item. */
export const neighbourCount = 100;

/**
 * Item-item cosine of likes that are all 1, shrunk by how many people two items share: row i holds the nearest
 * neighbours of item i, all else is 0. What the nightly SQL computes, for evaluation.
 */
export function itemKnnWeights(
  matrix: RatingMatrix,
  shrinkage: number,
  neighbours = neighbourCount,
): Float64Array<ArrayBuffer> {
  const { items: n } = matrix;
  const gram = gramOf(matrix);
  const result = new Float64Array(n * n);
  const together = (left: number, right: number): number =>
    gram[Math.max(left, right) * n + Math.min(left, right)] ?? 0;
  for (let row = 0; row < n; row += 1) {
    const scored: { readonly column: number; readonly weight: number }[] = [];
    for (let column = 0; column < n; column += 1) {
      const common = together(row, column);
      if (column === row || common === 0) continue;
      const cosine = common / Math.sqrt(together(row, row) * together(column, column));
      scored.push({ column, weight: (cosine * common) / (common + shrinkage) });
    }
    scored.sort((left, right) => right.weight - left.weight || left.column - right.column);
    for (const { column, weight } of scored.slice(0, neighbours)) result[row * n + column] = weight;
  }
  return result;
}
