/** Text PostgreSQL or UTF-8 cannot hold: NUL characters and halves of surrogate pairs. */
export function unreadable(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed();
}

/** Finds what `unreadable` means anywhere in a JSON value. */
export function unreadableValue(value: unknown): boolean {
  if (typeof value === 'string') return unreadable(value);
  if (Array.isArray(value)) return value.some(unreadableValue);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => unreadable(key) || unreadableValue(inner));
}

/** A short title for lists: the beginning of the text, cut at a word. */
export function labelOf(content: string, limit = 80): string {
  const line = content.replace(/\s+/gu, ' ').trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  const end = space > limit / 2 ? space : limit - 1;
  return `${line
    .slice(0, end)
    .toWellFormed()
    .replace(/\uFFFD$/u, '')
    .trimEnd()}…`;
}
