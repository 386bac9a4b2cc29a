import type { Calendar, CalendarException, DaySpan } from '../plan.ts';

const office: readonly DaySpan[] = [
  { from: 9 * 60, to: 13 * 60 },
  { from: 14 * 60, to: 18 * 60 },
];
const wholeDay: readonly DaySpan[] = [{ from: 0, to: 24 * 60 }];

/** Monday to Friday, 09–13 and 14–18. */
export function fiveDayCalendar(id = 'standard', exceptions: readonly CalendarException[] = []): Calendar {
  const week = [office, office, office, office, office, [], []];
  return { id, name: id, week, exceptions };
}

/** Every hour of every day. */
export function roundTheClockCalendar(id = 'round_the_clock'): Calendar {
  return { id, name: id, week: Array.from({ length: 7 }, () => wholeDay), exceptions: [] };
}

/**
 * The non-working holidays of article 112 of the Labour Code of Russia in a year. The government moves days off every
 * year; those moves are not here and belong into the calendar of the project.
 */
export function russianHolidays(year: number): readonly CalendarException[] {
  const days: readonly (readonly [string, string, string])[] = [
    ['01-01', '01-08', 'Новогодние каникулы и Рождество'],
    ['02-23', '02-23', 'День защитника Отечества'],
    ['03-08', '03-08', 'Международный женский день'],
    ['05-01', '05-01', 'Праздник Весны и Труда'],
    ['05-09', '05-09', 'День Победы'],
    ['06-12', '06-12', 'День России'],
    ['11-04', '11-04', 'День народного единства'],
  ];
  return days.map(([from, to, name]) => ({ from: `${year}-${from}`, to: `${year}-${to}`, hours: [], name }));
}
