/** The same column, at least `capacity` long; grows by doubling, so appending stays linear. */
export function grownInt32(column: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  if (capacity <= column.length) return column;
  const next = new Int32Array(Math.max(capacity, column.length * 2));
  next.set(column);
  return next;
}

export function grownFloat64(column: Float64Array<ArrayBuffer>, capacity: number): Float64Array<ArrayBuffer> {
  if (capacity <= column.length) return column;
  const next = new Float64Array(Math.max(capacity, column.length * 2));
  next.set(column);
  return next;
}

export function grownUint8(column: Uint8Array<ArrayBuffer>, capacity: number): Uint8Array<ArrayBuffer> {
  if (capacity <= column.length) return column;
  const next = new Uint8Array(Math.max(capacity, column.length * 2));
  next.set(column);
  return next;
}
