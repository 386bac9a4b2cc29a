import { dayMinutes, parseMoment, weekdayOf } from '../moment.rules.ts';
import type { Calendar, DaySpan } from '../plan.ts';

/** Working time in order, apart from one another: minutes since 1970, alternating begin and end. */
export type Spans = readonly number[];

/** Days since 1970, both ends included. */
export interface Horizon {
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Lays a calendar out over days. A later exception covers an earlier one. */
export function layOut(calendar: Calendar, horizon: Horizon): Spans {
  const changed = new Map<number, readonly DaySpan[]>();
  for (const { from, to, hours } of calendar.exceptions) {
    const first = Math.max(Math.floor((parseMoment(from) ?? 0) / dayMinutes), horizon.firstDay);
    const last = Math.min(Math.floor((parseMoment(to) ?? -1) / dayMinutes), horizon.lastDay);
    for (let day = first; day <= last; day += 1) changed.set(day, hours);
  }
  const spans: number[] = [];
  for (let day = horizon.firstDay; day <= horizon.lastDay; day += 1) {
    for (const { from, to } of changed.get(day) ?? calendar.week[weekdayOf(day)] ?? []) {
      const begin = day * dayMinutes + from;
      if (spans.length > 0 && spans.at(-1) === begin) spans.pop();
      else spans.push(begin);
      spans.push(day * dayMinutes + to);
    }
  }
  return spans;
}

/** Time that is working time in both. */
export function intersect(left: Spans, right: Spans): Spans {
  const common: number[] = [];
  let [a, b] = [0, 0];
  while (a < left.length && b < right.length) {
    const [leftEnd, rightEnd] = [left[a + 1] ?? 0, right[b + 1] ?? 0];
    const from = Math.max(left[a] ?? 0, right[b] ?? 0);
    const to = Math.min(leftEnd, rightEnd);
    if (from < to) common.push(from, to);
    if (leftEnd <= rightEnd) a += 2;
    if (rightEnd <= leftEnd) b += 2;
  }
  return common;
}

/** Working minutes of a week without exceptions. */
export function weekWork(calendar: Calendar): number {
  return calendar.week.flat().reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Days that all exceptions of a calendar cover, one counted as often as it is covered. */
export function exceptionDays({ exceptions }: Calendar): number {
  return exceptions.reduce(
    (sum, { from, to }) => sum + ((parseMoment(to, 'end') ?? 0) - (parseMoment(from) ?? 0)) / dayMinutes,
    0,
  );
}
