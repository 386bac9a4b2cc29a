/** Minutes of a day. */
export const dayMinutes = 1_440;

const shape = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?)?$/;

/**
 * Reads a local moment as minutes since 1970-01-01T00:00 of the same local time; seconds are dropped.
 * A day without a time is its beginning, or its end on request. Nothing for a text that is no moment.
 */
export function parseMoment(text: string, dayMeans: 'beginning' | 'end' = 'beginning'): number | undefined {
  const parts = shape.exec(text);
  if (parts === null) return undefined;
  const [year, month, day, hours, minutes] = parts.slice(1).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (year < 1970 || year > 2199 || (hours ?? 0) > 24 || (minutes ?? 0) > 59) return undefined;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined;
  const beginning = midnight.getTime() / 60_000;
  if (parts[4] === undefined) return dayMeans === 'end' ? beginning + dayMinutes : beginning;
  const within = (hours ?? 0) * 60 + (minutes ?? 0);
  return within > dayMinutes ? undefined : beginning + within;
}

/** `2026-03-02T09:00`, to the nearest minute. Moments beyond what a date can hold become its limit. */
export function formatMoment(moment: number): string {
  const limit = 130_000_000;
  const minutes = Math.round(Math.max(-limit, Math.min(limit, moment)));
  return new Date(minutes * 60_000).toISOString().slice(0, 16);
}

export function formatDay(moment: number): string {
  return formatMoment(Math.floor(moment / dayMinutes) * dayMinutes).slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
