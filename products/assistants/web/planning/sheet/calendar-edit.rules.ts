import { clockOf, clockText } from './clock.rules.ts';
import type { CalendarRow, ExceptionCells, ExceptionRow, Sheet, SpanCells } from './sheet.ts';

/** What a new calendar begins with. */
export type CalendarDraft = Pick<CalendarRow, 'name' | 'week'> & {
  readonly exceptions: readonly ExceptionCells[];
};

const office: readonly SpanCells[] = [
  { from: '09:00', to: '13:00' },
  { from: '14:00', to: '18:00' },
];
const wholeDay: readonly SpanCells[] = [{ from: '00:00', to: '24:00' }];

/** Five days of eight hours: also what holds where a plan names no calendar. */
export const officeWeek: CalendarRow['week'] = [office, office, office, office, office, [], []];
export const roundTheClockWeek: CalendarRow['week'] = Array.from({ length: 7 }, () => wholeDay);

function freeNumber(keys: readonly string[], prefix: string): number {
  return 1 + Math.max(-1, ...keys.map((key) => Number(key.slice(prefix.length)) || 0));
}

function freeId(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`c${number}`)) number += 1;
  return `c${number}`;
}

const rowsOf = (cells: readonly ExceptionCells[], first: number): readonly ExceptionRow[] =>
  cells.map(({ from, to, name, spans }, at) => ({
    key: `exception-${first + at}`,
    origin: null,
    from,
    to,
    name,
    spans,
  }));

/** A new calendar at the end. */
export function addCalendar(sheet: Sheet, { name, week, exceptions }: CalendarDraft): Sheet {
  const keys = sheet.calendars.map(({ key }) => key);
  const row: CalendarRow = {
    key: `calendar-${freeNumber(keys, 'calendar-')}`,
    id: freeId(new Set(sheet.calendars.map(({ id }) => id))),
    origin: null,
    name,
    week,
    exceptions: rowsOf(exceptions, 0),
  };
  return { ...sheet, calendars: [...sheet.calendars, row] };
}

/** Writes one calendar anew. */
export function changeCalendar(
  sheet: Sheet,
  key: string,
  change: (calendar: CalendarRow) => CalendarRow,
): Sheet {
  return {
    ...sheet,
    calendars: sheet.calendars.map((row) => (row.key === key ? change(row) : row)),
  };
}

export function setDay(calendar: CalendarRow, day: number, spans: readonly SpanCells[]): CalendarRow {
  return { ...calendar, week: calendar.week.with(day, spans) };
}

/** One more span after the last: an hour later, four hours long, within the day. Nothing more fits after 23:00. */
export function withSpan(spans: readonly SpanCells[]): readonly SpanCells[] {
  const last = spans.at(-1);
  if (last === undefined) return office.slice(0, 1);
  const end = clockOf(last.to) ?? 0;
  const from = Math.min(end + 60, 24 * 60 - 60);
  return from <= end
    ? spans
    : [...spans, { from: clockText(from), to: clockText(Math.min(from + 240, 24 * 60)) }];
}

/** More exceptions at the end, where they cover what was said before. */
export function addExceptions(calendar: CalendarRow, cells: readonly ExceptionCells[]): CalendarRow {
  const first = freeNumber(
    calendar.exceptions.map(({ key }) => key),
    'exception-',
  );
  return { ...calendar, exceptions: [...calendar.exceptions, ...rowsOf(cells, first)] };
}

export function setException(
  calendar: CalendarRow,
  key: string,
  cells: Partial<ExceptionCells>,
): CalendarRow {
  return {
    ...calendar,
    exceptions: calendar.exceptions.map((row) => (row.key === key ? { ...row, ...cells } : row)),
  };
}

export function removeException(calendar: CalendarRow, key: string): CalendarRow {
  return { ...calendar, exceptions: calendar.exceptions.filter((row) => row.key !== key) };
}

/** Who works by a calendar: ids of resources, keys of tasks. */
export interface CalendarUsers {
  readonly plan: boolean;
  readonly resources: readonly string[];
  readonly tasks: readonly string[];
}

export function usersOf(sheet: Sheet, id: string): CalendarUsers {
  return {
    plan: sheet.calendar === id,
    resources: sheet.resources.filter(({ calendar }) => calendar === id).map((row) => row.id),
    tasks: sheet.tasks.filter(({ calendar }) => calendar === id).map(({ key }) => key),
  };
}

/** Only these work by it: others that did go back to what holds without saying. */
export function setUsers(sheet: Sheet, id: string, users: Partial<CalendarUsers>): Sheet {
  const { plan, resources, tasks } = users;
  const next = (calendar: string, chosen: boolean): string => (chosen ? id : calendar === id ? '' : calendar);
  return {
    ...sheet,
    ...(plan === undefined ? {} : { calendar: next(sheet.calendar, plan) }),
    ...(resources === undefined
      ? {}
      : {
          resources: sheet.resources.map((row) => ({
            ...row,
            calendar: next(row.calendar, resources.includes(row.id)),
          })),
        }),
    ...(tasks === undefined
      ? {}
      : {
          tasks: sheet.tasks.map((row) => {
            const calendar = next(row.calendar, tasks.includes(row.key));
            return calendar === row.calendar ? row : { ...row, calendar };
          }),
        }),
  };
}

/** Leaves a calendar out; whoever worked by it works by what holds without saying. */
export function removeCalendar(sheet: Sheet, key: string): Sheet {
  const gone = sheet.calendars.find((row) => row.key === key);
  if (gone === undefined) return sheet;
  const calendars = sheet.calendars.filter((row) => row.key !== key);
  // A second one of the same id goes on being used.
  if (calendars.some(({ id }) => id === gone.id)) return { ...sheet, calendars };
  return { ...setUsers(sheet, gone.id, { plan: false, resources: [], tasks: [] }), calendars };
}
