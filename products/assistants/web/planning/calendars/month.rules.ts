import { clockOf } from '../sheet/clock.rules.ts';
import type { CalendarRow, ExceptionRow, SpanCells } from '../sheet/sheet.ts';

const dayLength = 86_400_000;
const shape = /^\d{4}-\d{2}-\d{2}/;
const timeOf = (day: string): number => Date.parse(`${day}T00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

export function dayAfter(day: string, days: number): string {
  return dayOf(timeOf(day) + days * dayLength);
}

/** The same day of another month, or its last where it is shorter. */
export function monthAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** 0 is Monday. */
export function weekdayOf(day: string): number {
  return (new Date(timeOf(day)).getUTCDay() + 6) % 7;
}

/** The weeks of a month, Monday first; days of its neighbours are null. */
export function weeksOf(day: string): readonly (readonly (string | null)[])[] {
  const month = day.slice(0, 7);
  const first = `${month}-01`;
  const begin = dayAfter(first, -weekdayOf(first));
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_each, at) => {
      const each = dayAfter(begin, week * 7 + at);
      return each.startsWith(month) ? each : null;
    }),
  );
  return weeks.filter((week) => week.some((each) => each !== null));
}

export type Pattern = Pick<CalendarRow, 'week' | 'exceptions'>;

/** What a calendar makes of a day. */
export interface DayFacts {
  readonly spans: readonly SpanCells[];
  readonly hours: number;
  /** The exception that decides about the day: the last that covers it. */
  readonly exception: ExceptionRow | null;
}

const covers = ({ from, to }: ExceptionRow, day: string): boolean => {
  if (!shape.test(from)) return false;
  const end = shape.test(to) ? to : from;
  return from.slice(0, 10) <= day && day <= end.slice(0, 10);
};

/** Hours that can be read; what cannot is told elsewhere. */
export function hoursOf(spans: readonly SpanCells[]): number {
  return spans.reduce((sum, { from, to }) => {
    const minutes = (clockOf(to) ?? 0) - (clockOf(from) ?? 0);
    return sum + Math.max(0, Number.isNaN(minutes) ? 0 : minutes) / 60;
  }, 0);
}

export function factsOf({ week, exceptions }: Pattern, day: string): DayFacts {
  const exception = exceptions.findLast((each) => covers(each, day)) ?? null;
  const spans = exception === null ? (week[weekdayOf(day)] ?? []) : exception.spans;
  return { spans, hours: hoursOf(spans), exception };
}

/** Hours of the day that a day off would have if it were worked on. */
export function usualSpans({ week }: Pattern, day: string): readonly SpanCells[] {
  const own = week[weekdayOf(day)] ?? [];
  return own.length > 0 ? own : (week.find((spans) => spans.length > 0) ?? []);
}

/** Years from one day through another, at most five. */
export function yearsBetween(start: string, finish: string): readonly number[] {
  const first = Number(start.slice(0, 4));
  if (!shape.test(start) || !(first >= 1970 && first <= 2199)) return [];
  const last = shape.test(finish) ? Number(finish.slice(0, 4)) : first;
  const count = Math.min(5, Math.max(1, last - first + 1));
  return Array.from({ length: count }, (_, at) => first + at);
}
