import { invertPositiveDefinite } from '../linear/invert.rules.ts';
import type { RatingMatrix } from './rating-matrix.ts';

/** The lower half of XᵀX and its diagonal, row-major. */
export function gramOf({ users, items, offsets, columns, values }: RatingMatrix): Float64Array<ArrayBuffer> {
  const gram = new Float64Array(items * items);
  for (let user = 0; user < users; user += 1) {
    const end = offsets[user + 1] ?? 0;
    for (let right = offsets[user] ?? 0; right < end; right += 1) {
      const value = values[right] ?? 0;
      const row = (columns[right] ?? 0) * items;
      for (let left = offsets[user] ?? 0; left <= right; left += 1) {
        const at = row + (columns[left] ?? 0);
        gram[at] = (gram[at] ?? 0) + value * (values[left] ?? 0);
      }
    }
  }
  return gram;
}

/**
 * EASE (Steck 2019): the item-by-item weights B with an empty diagonal that reproduce X best under the penalty λ,
 * B = I − P·diag(P)⁻¹ with P = (XᵀX + λI)⁻¹. Row i holds what liking item i says about the others.
 */
export function easeWeights(matrix: RatingMatrix, lambda: number): Float64Array<ArrayBuffer> {
  const { items: n } = matrix;
  const weights = gramOf(matrix);
  for (let item = 0; item < n; item += 1) weights[item * n + item] = (weights[item * n + item] ?? 0) + lambda;
  invertPositiveDefinite(weights, n);
  const diagonal = Float64Array.from({ length: n }, (_, item) => weights[item * n + item] ?? 1);
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column < n; column += 1) {
      const at = row * n + column;
      weights[at] = row === column ? 0 : -(weights[at] ?? 0) / (diagonal[column] ?? 1);
    }
  }
  return weights;
}

/** The strongest weights of each row. */
export interface TopWeights {
  /** Weights of each row; rows with fewer end in zeros. */
  readonly top: number;
  readonly columns: Int32Array<ArrayBuffer>;
  readonly weights: Float64Array<ArrayBuffer>;
}

/**
 * Keeps of each row the strongest weights, negative ones included, the strongest first; equal ones by column. In single
 * precision: what differs by the rounding of the inversion only is equal.
 */
export function strongest(dense: Float64Array, n: number, most: number): TopWeights {
  const top = Math.min(most, n);
  const columns = new Int32Array(n * top);
  const weights = new Float64Array(n * top);
  const sizes = new Float64Array(n);
  for (let row = 0; row < n; row += 1) {
    const values = dense.subarray(row * n, row * n + n);
    for (let column = 0; column < n; column += 1) sizes[column] = Math.fround(Math.abs(values[column] ?? 0));
    const least = sizes.toSorted()[n - top] ?? 0;
    const size = (column: number): number => sizes[column] ?? 0;
    const chosen: number[] = [];
    for (let column = 0; column < n; column += 1)
      if (size(column) >= least && size(column) > 0) chosen.push(column);
    chosen.sort((left, right) => size(right) - size(left) || left - right);
    chosen.slice(0, top).forEach((column, place) => {
      columns[row * top + place] = column;
      weights[row * top + place] = Math.fround(values[column] ?? 0);
    });
  }
  return { top, columns, weights };
}
