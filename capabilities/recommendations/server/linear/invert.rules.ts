import { subtractRowProducts } from './dot-block.rules.ts';

/** Rows and columns of a block: three of them fit the second-level cache. */
const block = 64;

/** A·x = b has no answer by Cholesky: the matrix is not symmetric positive definite. */
export class NotPositiveDefinite extends Error {
  override readonly name = 'NotPositiveDefinite';
}

const cell = (data: Float64Array, at: number): number => data[at] as number;

/** Σ data[a + k]·data[b + k]. */
function dot(data: Float64Array, a: number, b: number, depth: number): number {
  let sum = 0;
  for (let k = 0; k < depth; k += 1) sum += cell(data, a + k) * cell(data, b + k);
  return sum;
}

/** The lower half becomes L of A = L·Lᵀ. */
function factor(data: Float64Array, n: number): void {
  for (let from = 0; from < n; from += block) {
    const width = Math.min(block, n - from);
    for (let row = from; row < from + width; row += 1) {
      for (let column = from; column < row; column += 1) {
        const rest =
          cell(data, row * n + column) - dot(data, row * n + from, column * n + from, column - from);
        data[row * n + column] = rest / cell(data, column * n + column);
      }
      const pivot = cell(data, row * n + row) - dot(data, row * n + from, row * n + from, row - from);
      if (!(pivot > 0)) throw new NotPositiveDefinite(`The pivot of row ${row} is ${pivot}.`);
      data[row * n + row] = Math.sqrt(pivot);
    }
    for (let row = from + width; row < n; row += 1) {
      for (let column = from; column < from + width; column += 1) {
        const rest =
          cell(data, row * n + column) - dot(data, row * n + from, column * n + from, column - from);
        data[row * n + column] = rest / cell(data, column * n + column);
      }
    }
    for (let right = from + width; right < n; right += block) {
      const columns = Math.min(block, n - right);
      for (let down = right; down < n; down += block) {
        const rows = Math.min(block, n - down);
        const place = { a: down * n + from, b: right * n + from, c: down * n + right };
        subtractRowProducts(data, n, place, { rows, columns, depth: width });
      }
    }
  }
}

/**
 * The upper half becomes the transpose of L⁻¹, the diagonal its diagonal: U[j][i] = (L⁻¹)[i][j] for j < i. The strict
 * lower half keeps L. Both are read row by row, which is what makes this fit the caches.
 */
function invertFactor(data: Float64Array, n: number): void {
  for (let from = 0; from < n; from += block) {
    const width = Math.min(block, n - from);
    for (let top = 0; top < from; top += block) {
      // U[top][from] := −Σ over the blocks before `from` of U[top][k]·L[from][k].
      const place = { a: top * n + top, b: from * n + top, c: top * n + from };
      zero(data, n, top, from, block, width);
      // In the first of these blocks U is triangular: its lower half is L, not U.
      triangular(data, n, top, from, width);
      if (from > top + block)
        subtractRowProducts(
          data,
          n,
          { a: place.a + block, b: place.b + block, c: place.c },
          { rows: block, columns: width, depth: from - top - block },
        );
      // Then · L[from][from]⁻ᵀ, column by column.
      for (let row = top; row < top + block; row += 1)
        for (let column = from; column < from + width; column += 1) {
          const rest =
            cell(data, row * n + column) - dot(data, row * n + from, column * n + from, column - from);
          data[row * n + column] = rest / cell(data, column * n + column);
        }
    }
    for (let column = from; column < from + width; column += 1)
      data[column * n + column] = 1 / cell(data, column * n + column);
    for (let row = from; row < from + width; row += 1)
      for (let column = row + 1; column < from + width; column += 1) {
        const sum = dot(data, row * n + row, column * n + row, column - row);
        data[row * n + column] = -sum * cell(data, column * n + column);
      }
  }
}

function zero(data: Float64Array, n: number, top: number, left: number, rows: number, columns: number): void {
  for (let row = top; row < top + rows; row += 1) data.fill(0, row * n + left, row * n + left + columns);
}

/** C[top][from] −= U[top][top]·L[from][top]ᵀ, of U the upper half only. */
function triangular(data: Float64Array, n: number, top: number, from: number, width: number): void {
  for (let row = top; row < top + block; row += 1)
    for (let column = from; column < from + width; column += 1) {
      const sum = dot(data, row * n + row, column * n + row, top + block - row);
      data[row * n + column] = cell(data, row * n + column) - sum;
    }
}

/** The lower half and the diagonal become U·Uᵀ = A⁻¹; `diagonal` holds U's until its row is done. */
function multiply(data: Float64Array, n: number): void {
  const diagonal = new Float64Array(n);
  for (let left = 0; left < n; left += block) {
    const columns = Math.min(block, n - left);
    for (let down = left; down < n; down += block) {
      const rows = Math.min(block, n - down);
      const end = down + rows;
      for (let row = down; row < end; row += 1)
        for (let column = left; column < Math.min(left + columns, row + 1); column += 1) {
          const sum = dot(data, row * n + row, column * n + row, end - row);
          if (row === column) diagonal[row] = sum;
          else data[row * n + column] = -sum;
        }
      if (down > left) {
        if (end < n)
          subtractRowProducts(
            data,
            n,
            { a: down * n + end, b: left * n + end, c: down * n + left },
            { rows, columns, depth: n - end },
          );
        for (let row = down; row < end; row += 1)
          for (let column = left; column < left + columns; column += 1)
            data[row * n + column] = -cell(data, row * n + column);
        continue;
      }
      for (let row = down; row < end; row += 1)
        for (let column = left; column <= row; column += 1) {
          const sum = dot(data, row * n + end, column * n + end, n - end);
          if (row === column) diagonal[row] = cell(diagonal, row) + sum;
          else data[row * n + column] = sum - cell(data, row * n + column);
        }
    }
  }
  for (let row = 0; row < n; row += 1) data[row * n + row] = cell(diagonal, row);
}

/**
 * Inverts a symmetric positive definite matrix in place (row-major, only its lower half is read) by Cholesky, in blocks.
 * n³ operations, no second matrix. Throws `NotPositiveDefinite`.
 */
export function invertPositiveDefinite(data: Float64Array, n: number): void {
  if (data.length !== n * n) throw new RangeError('The matrix is not square.');
  factor(data, n);
  invertFactor(data, n);
  multiply(data, n);
  for (let row = 0; row < n; row += 1)
    for (let column = 0; column < row; column += 1) data[column * n + row] = cell(data, row * n + column);
}
