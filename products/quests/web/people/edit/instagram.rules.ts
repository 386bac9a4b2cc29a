/** What the field takes: a name, with or without `@`, or the address of a page. */
export const instagramPattern =
  '^\\s*(https?://)?(www\\.)?(instagram\\.com/)?@?[A-Za-z0-9._]{1,30}/?(\\?\\S*)?\\s*$';

/** The bare name out of what somebody typed or pasted; null when there is none. */
export function instagramHandle(typed: string): string | null {
  const name = typed
    .trim()
    .replace(/^(https?:\/\/)?(www\.)?instagram\.com\//i, '')
    .replace(/\?.*$/, '')
    .replace(/\/$/, '')
    .replace(/^@/, '');
  return /^[A-Za-z0-9._]{1,30}$/.test(name) ? name : null;
}
