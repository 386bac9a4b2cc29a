const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** An id somebody typed, or undefined while it is none. */
export function idOf(text: string): string | undefined {
  return idPattern.test(text.trim()) ? text.trim().toLowerCase() : undefined;
}

/** The instant at which a day begins (or, `shift` 1, ends) where the reader is. */
export function dayStart(text: string, shift: 0 | 1 = 0): string | undefined {
  if (!dayPattern.test(text)) return undefined;
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  const at = new Date(year, month - 1, day + shift);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
