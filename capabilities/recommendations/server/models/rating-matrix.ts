/** Who liked what how much, by rows of users: compressed sparse rows. */
export interface RatingMatrix {
  readonly users: number;
  readonly items: number;
  /** Where each user's row begins; one more than users. */
  readonly offsets: Int32Array<ArrayBuffer>;
  /** Items of the rows, ascending within a row. */
  readonly columns: Int32Array<ArrayBuffer>;
  readonly values: Float64Array<ArrayBuffer>;
}

/** Makes the matrix of rows that hold [item, value] each; items ascend within a row afterwards. */
export function matrixOf(
  rows: readonly (readonly (readonly [number, number])[])[],
  items: number,
): RatingMatrix {
  const total = rows.reduce((sum, row) => sum + row.length, 0);
  const offsets = new Int32Array(rows.length + 1);
  const columns = new Int32Array(total);
  const values = new Float64Array(total);
  let at = 0;
  rows.forEach((row, user) => {
    for (const [item, value] of row.toSorted(([left], [right]) => left - right)) {
      columns[at] = item;
      values[at] = value;
      at += 1;
    }
    offsets[user + 1] = at;
  });
  return { users: rows.length, items, offsets, columns, values };
}
