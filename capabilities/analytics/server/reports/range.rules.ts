import { Refusal } from '#base/refusal';
import { day } from '#base/time';
import type { DayRange } from './scope.ts';

const longest = 366;

const badRange = (pointer: string, message: string): Refusal =>
  new Refusal('invalid', 'analytics.range_invalid', 'This range of days cannot be read.', {
    errors: [{ pointer, message }],
  });

/** A calendar day's start in UTC; undefined when there is no such day. */
function startOf(text: string): number | undefined {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text ? at : undefined;
}

/** The range asked for; the last 30 days unless said. Throws `analytics.range_invalid`. */
export function rangeOf(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: Date,
): DayRange {
  const to = asked.to ?? now.toISOString().slice(0, 10);
  const end = startOf(to);
  if (end === undefined) throw badRange('/query/to', 'is no day of the calendar');
  const from = asked.from ?? new Date(end - 29 * day).toISOString().slice(0, 10);
  const start = startOf(from);
  if (start === undefined) throw badRange('/query/from', 'is no day of the calendar');
  if (start > end) throw badRange('/query/from', 'is after the end');
  if ((end - start) / day >= longest)
    throw badRange('/query/from', `is more than ${longest} days before the end`);
  return { from, to };
}

/** Every day of the range. */
export function daysOf({ from, to }: DayRange): readonly string[] {
  const [start, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  return Array.from({ length: Math.round((end - start) / day) + 1 }, (_, index) =>
    new Date(start + index * day).toISOString().slice(0, 10),
  );
}
