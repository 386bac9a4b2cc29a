import { exceptionDays, weekWork } from '../calendar/spans.ts';
import { type Fault, fault } from '../fault.ts';
import { dayMinutes, parseMoment } from '../moment.rules.ts';
import type { Calendar, DaySpan } from '../plan.ts';
import { limits } from './limits.ts';
import { checkMoment } from './values.ts';

function checkHours(hours: readonly DaySpan[], at: string): readonly Fault[] {
  let previous = 0;
  for (const { from, to } of hours) {
    if (!(from >= previous && to > from && to <= dayMinutes)) {
      return [
        fault(
          'bad_hours',
          at,
          'Рабочее время дня должно идти по порядку и не пересекаться, от 00:00 до 24:00.',
          'Working hours of a day must be in order and apart, from 00:00 to 24:00.',
        ),
      ];
    }
    previous = to;
  }
  return [];
}

export function checkCalendar(calendar: Calendar, at: string): readonly Fault[] {
  const found: Fault[] = [];
  if (calendar.week.length !== 7) {
    found.push(fault('bad_week', at, 'В неделе семь дней.', 'A week has seven days.'));
  } else if (weekWork(calendar) <= 0) {
    found.push(
      fault('no_working_time', at, 'В неделе нет рабочего времени.', 'The week has no working time.'),
    );
  }
  if (calendar.exceptions.length > limits.exceptions) {
    return [
      ...found,
      fault(
        'too_many',
        at,
        `Больше ${limits.exceptions} исключений.`,
        `More than ${limits.exceptions} exceptions.`,
      ),
    ];
  }
  for (const [day, hours] of calendar.week.entries()) found.push(...checkHours(hours, `${at}/week/${day}`));
  for (const [index, { from, to, hours }] of calendar.exceptions.entries()) {
    const place = `${at}/exceptions/${index}`;
    found.push(...checkMoment(from, place), ...checkMoment(to, place), ...checkHours(hours, place));
    if ((parseMoment(from) ?? 0) > (parseMoment(to) ?? Number.POSITIVE_INFINITY)) {
      found.push(
        fault(
          'bad_period',
          place,
          'Исключение кончается раньше, чем начинается.',
          'The exception ends before it begins.',
        ),
      );
    }
  }
  if (exceptionDays(calendar) > limits.exceptionDays) {
    found.push(
      fault(
        'too_many',
        at,
        `Исключения занимают больше ${limits.exceptionDays} дней.`,
        `The exceptions cover more than ${limits.exceptionDays} days.`,
      ),
    );
  }
  return found;
}
