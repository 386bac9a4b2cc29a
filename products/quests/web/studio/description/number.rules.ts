/** A number as it stands in a field: nothing for what is none. */
export function numberText(value: number | null): string {
  return value === null || !Number.isFinite(value) ? '' : String(value).replace('.', ',');
}

/** What a person typed: null for nothing, NaN for what is no number. Comma and point mean the same. */
export function readNumber(text: string): number | null {
  const bare = text.replace(/\s/g, '').replace(',', '.').replace('−', '-');
  if (bare === '') return null;
  return /^-?\d*\.?\d+$|^-?\d+\.?$/.test(bare) ? Number(bare) : Number.NaN;
}
