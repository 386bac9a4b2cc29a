export type Cell = string | number | null;

// Spreadsheets take a text that begins so for a formula; the full-width forms are folded to the others by some.
const formula = /^[\s\u00a0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

function written(cell: Cell, separator: string, point: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', point) : '';
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table as a file for spreadsheets: with a byte order mark, CRLF after each row, and the separator and the decimal
 * point that they expect in the language. Texts that would be run as formulas are not.
 */
export function csvOf(rows: readonly (readonly Cell[])[], language: 'ru' | 'en'): string {
  const [separator, point] = language === 'ru' ? [';', ','] : [',', '.'];
  const lines = rows.map((row) => row.map((cell) => written(cell, separator, point)).join(separator));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
}
