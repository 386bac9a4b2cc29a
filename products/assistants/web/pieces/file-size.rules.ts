/** The largest unit in which a size is at least one; a unit is 1,024 of the one before. */
export function sizeOf(bytes: number): {
  readonly value: number;
  readonly unit: 'byte' | 'kilobyte' | 'megabyte';
} {
  if (bytes < 1_024) return { value: bytes, unit: 'byte' };
  if (bytes < 1_024 * 1_024) return { value: bytes / 1_024, unit: 'kilobyte' };
  return { value: bytes / 1_024 / 1_024, unit: 'megabyte' };
}
