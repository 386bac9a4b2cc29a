import { clockOf, clockText, tidyClock } from './clock.rules.ts';
import { filled, orNothing, unknownOf } from './file-values.rules.ts';
import type { CalendarFile, CalendarRow, ExceptionFile, ExceptionRow, SpanCells, Wrong } from './sheet.ts';

function spanOf(hours: string): SpanCells {
  const [from = '', to = ''] = hours.split(/[-–]/).map((part) => part.trim());
  return { from: tidyClock(from), to: tidyClock(to) };
}

const exceptionOf = (origin: ExceptionFile, at: number): ExceptionRow => ({
  key: `exception-${at}`,
  origin,
  from: origin.from,
  to: origin.to === origin.from ? '' : (origin.to ?? ''),
  name: origin.name ?? '',
  spans: (origin.hours ?? []).map(spanOf),
});

/** Calendars as they are written on the page. */
export function calendarRows(calendars: readonly CalendarFile[]): readonly CalendarRow[] {
  return calendars.map((origin, at) => ({
    key: `calendar-${at}`,
    origin,
    id: origin.id,
    name: origin.name ?? origin.id,
    week: Array.from({ length: 7 }, (_, day) => (origin.week[day] ?? []).map(spanOf)),
    exceptions: (origin.exceptions ?? []).map(exceptionOf),
  }));
}

function hoursOf(spans: readonly SpanCells[], at: string, wrong: Wrong): string[] {
  return spans.flatMap(({ from, to }) => {
    const [begin, end] = [clockOf(from), clockOf(to)];
    if (begin !== undefined && end !== undefined) return [`${clockText(begin)}-${clockText(end)}`];
    wrong(at, 'time', begin === undefined ? from : to);
    return [];
  });
}

const exceptionFields = ['from', 'to', 'hours', 'name'];
const calendarFields = ['id', 'name', 'week', 'exceptions'];

function exceptionFile(row: ExceptionRow, at: string, wrong: Wrong): ExceptionFile {
  const hours = hoursOf(row.spans, at, wrong);
  if (row.from.trim() === '') wrong(at, 'date', '');
  return {
    ...unknownOf(row.origin, exceptionFields),
    from: row.from.trim(),
    ...filled({
      to: orNothing(row.to),
      hours: hours.length === 0 ? undefined : hours,
      name: orNothing(row.name),
    }),
  };
}

/** The calendar a row means; times nobody can read are told at their day or exception. */
export function calendarFile(row: CalendarRow, at: string, wrong: Wrong): CalendarFile {
  const week = row.week.map((day, place) => hoursOf(day, `${at}/week/${place}`, wrong));
  const exceptions = row.exceptions.map((each, place) =>
    exceptionFile(each, `${at}/exceptions/${place}`, wrong),
  );
  return {
    ...unknownOf(row.origin, calendarFields),
    id: row.id,
    name: row.name.trim(),
    week,
    ...(exceptions.length === 0 ? {} : { exceptions }),
  };
}
