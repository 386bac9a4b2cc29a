import type { LinkType } from '../plan.ts';

/** Custom fields that keep optimistic and pessimistic durations, as the PERT add-in of MS Project did. */
export const durationFields = { optimistic: '188743783', pessimistic: '188743785' } as const;

/** Link types by their numbers. */
export const linkTypes: readonly LinkType[] = ['FF', 'FS', 'SF', 'SS'];

/** Money is written in hundredths, lags in tenths of a minute. */
export const hundredths = 100;
export const lagsPerHour = 600;

/** Formats of lags that count around the clock, and those in percent. */
export const elapsedFormats: ReadonlySet<number> = new Set([4, 6, 8, 10, 12, 36, 38, 40, 42, 44]);
export const percentFormats: ReadonlySet<number> = new Set([19, 20, 51, 52]);

/** `PT8H30M0S` as hours; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const parts = /^PT(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,8})(?:\.\d+)?S)?$/.exec(text);
  if (parts === null || text === 'PT') return undefined;
  return Number(parts[1] ?? 0) + Number(parts[2] ?? 0) / 60 + Number(parts[3] ?? 0) / 3_600;
}

export function printDuration(hours: number): string {
  const seconds = Math.round(hours * 3_600);
  const rest = seconds % 3_600;
  return `PT${Math.floor(seconds / 3_600)}H${Math.floor(rest / 60)}M${rest % 60}S`;
}

/** `09:00:00` as minutes of a day. */
export function parseTime(text: string): number {
  const parts = /^(\d{2}):(\d{2})/.exec(text);
  return parts === null ? Number.NaN : Number(parts[1]) * 60 + Number(parts[2]);
}

export function printTime(minutes: number): string {
  const within = minutes % 1_440;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(within / 60))}:${two(within % 60)}:00`;
}
