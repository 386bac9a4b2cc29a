/** Days since 1970-01-01 (UTC); the only unit dates are computed in here. */
export type DayNumber = number;

const DAY_MS = 86_400_000;

export function dayOf(milliseconds: number): DayNumber {
  return Math.floor(milliseconds / DAY_MS);
}

/** The day of a civil date (`month` 1..12), or null where no such date exists. */
export function dayFrom(year: number, month: number, day: number): DayNumber | null {
  if (year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month))
    return null;
  return dayOf(Date.UTC(year, month - 1, day));
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 Monday .. 6 Sunday. */
  readonly weekday: number;
}

export function civil(day: DayNumber): CivilDate {
  const date = new Date(day * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: (((day + 3) % 7) + 7) % 7,
  };
}

export function monthLength(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function toIso(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export interface DaySpan {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** The month `offset` months away from the given one. */
export function monthSpan(year: number, month: number, offset = 0): DaySpan {
  const first = new Date(Date.UTC(year, month - 1 + offset, 1));
  const from = dayOf(first.getTime());
  return { from, to: from + monthLength(first.getUTCFullYear(), first.getUTCMonth() + 1) - 1 };
}

export function yearSpan(year: number): DaySpan {
  return { from: dayOf(Date.UTC(year, 0, 1)), to: dayOf(Date.UTC(year, 11, 31)) };
}

/** Monday to Sunday of the week a day lies in. */
export function weekSpan(day: DayNumber): DaySpan {
  const monday = day - civil(day).weekday;
  return { from: monday, to: monday + 6 };
}

/** The same day of the month `months` away, or that month's last day. */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const { year, month, day: dayOfMonth } = civil(day);
  const span = monthSpan(year, month, months);
  return Math.min(span.to, span.from + dayOfMonth - 1);
}

/** Seasons of the northern half: 0 winter (December to February), 1 spring, 2 summer, 3 autumn. */
export function seasonSpan(year: number, season: number): DaySpan {
  const firstMonth = season * 3;
  return {
    from: monthSpan(year, firstMonth === 0 ? 0 : firstMonth, 0).from,
    to: monthSpan(year, firstMonth + 2).to,
  };
}
