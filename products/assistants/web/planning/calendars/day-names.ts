/** Names of the days of the week, Monday first. */
export function weekdayNames(language: string, weekday: 'long' | 'short'): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
  // 5 January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format((4 + day) * 86_400_000));
}
