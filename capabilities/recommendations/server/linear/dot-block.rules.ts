/**
 * Subtracts from C what rows of A and rows of B give multiplied: C[i][j] -= Σ A[i][k]·B[j][k] over `depth` columns.
 * All three live in one row-major array of `stride` columns; the arguments are where their first cells are. Rows are
 * read side by side, and 4 × 2 sums stay in registers.
 */
export function subtractRowProducts(
  data: Float64Array,
  stride: number,
  place: { readonly a: number; readonly b: number; readonly c: number },
  size: { readonly rows: number; readonly columns: number; readonly depth: number },
): void {
  const { rows, columns, depth } = size;
  let row = 0;
  for (; row + 4 <= rows; row += 4) {
    const a0 = place.a + row * stride;
    const c0 = place.c + row * stride;
    let column = 0;
    for (; column + 2 <= columns; column += 2) {
      fourByTwo(data, stride, a0, place.b + column * stride, c0 + column, depth);
    }
    for (; column < columns; column += 1)
      for (let at = 0; at < 4; at += 1)
        oneByOne(data, a0 + at * stride, place.b + column * stride, c0 + at * stride + column, depth);
  }
  for (; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      oneByOne(
        data,
        place.a + row * stride,
        place.b + column * stride,
        place.c + row * stride + column,
        depth,
      );
}

function oneByOne(data: Float64Array, a: number, b: number, c: number, depth: number): void {
  let sum = 0;
  for (let k = 0; k < depth; k += 1) sum += (data[a + k] as number) * (data[b + k] as number);
  data[c] = (data[c] as number) - sum;
}

function fourByTwo(
  data: Float64Array,
  stride: number,
  a0: number,
  b0: number,
  c: number,
  depth: number,
): void {
  const a1 = a0 + stride;
  const a2 = a1 + stride;
  const a3 = a2 + stride;
  const b1 = b0 + stride;
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  let s20 = 0;
  let s21 = 0;
  let s30 = 0;
  let s31 = 0;
  for (let k = 0; k < depth; k += 1) {
    const left = data[b0 + k] as number;
    const right = data[b1 + k] as number;
    const x0 = data[a0 + k] as number;
    s00 += x0 * left;
    s01 += x0 * right;
    const x1 = data[a1 + k] as number;
    s10 += x1 * left;
    s11 += x1 * right;
    const x2 = data[a2 + k] as number;
    s20 += x2 * left;
    s21 += x2 * right;
    const x3 = data[a3 + k] as number;
    s30 += x3 * left;
    s31 += x3 * right;
  }
  data[c] = (data[c] as number) - s00;
  data[c + 1] = (data[c + 1] as number) - s01;
  data[c + stride] = (data[c + stride] as number) - s10;
  data[c + stride + 1] = (data[c + stride + 1] as number) - s11;
  data[c + 2 * stride] = (data[c + 2 * stride] as number) - s20;
  data[c + 2 * stride + 1] = (data[c + 2 * stride + 1] as number) - s21;
  data[c + 3 * stride] = (data[c + 3 * stride] as number) - s30;
  data[c + 3 * stride + 1] = (data[c + 3 * stride + 1] as number) - s31;
}
