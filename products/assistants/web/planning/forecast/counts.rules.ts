/** Whole numbers however they are set apart: spaces, commas, lines of a table. Null for anything else. */
export function countsOf(text: string): readonly number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  if (parts.some((part) => !/^\d{1,7}$/.test(part))) return null;
  const counts = parts.map(Number);
  return counts.length <= 2_000 && counts.every((count) => count <= 1_000_000) ? counts : null;
}
