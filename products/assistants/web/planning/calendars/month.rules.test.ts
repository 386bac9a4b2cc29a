import { describe, expect, it } from 'vitest';
import { russianHolidays } from '#products/assistants/engines/planning';
import { officeWeek } from '../sheet/calendar-edit.rules.ts';
import type { ExceptionRow, SpanCells } from '../sheet/sheet.ts';
import { russianHolidayCells } from './holidays.ts';
import {
  dayAfter,
  factsOf,
  hoursOf,
  monthAfter,
  usualSpans,
  weekdayOf,
  weeksOf,
  yearsBetween,
} from './month.rules.ts';

const exception = (key: string, from: string, to = '', spans: readonly SpanCells[] = []): ExceptionRow => ({
  key,
  from,
  to,
  name: key,
  spans,
  origin: null,
});

describe('months', () => {
  it('begin with Monday and hold their own days only', () => {
    const weeks = weeksOf('2026-03-15');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-03-01']);
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(31);
    expect(weekdayOf('2026-03-01')).toBe(6);
  });

  it('are walked over their ends', () => {
    expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01');
    expect(monthAfter('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthAfter('2026-01-15', -1)).toBe('2025-12-15');
    expect(monthAfter('2026-12-31', 12)).toBe('2027-12-31');
  });

  it('belong to the years of a plan, at most five', () => {
    expect(yearsBetween('2026-03-02', '2027-01-10T18:00')).toEqual([2026, 2027]);
    expect(yearsBetween('2026-03-02', '')).toEqual([2026]);
    expect(yearsBetween('2026-03-02', '2090-01-01')).toHaveLength(5);
    expect(yearsBetween('soon', '2026-01-01')).toEqual([]);
  });
});

describe('what a calendar makes of a day', () => {
  const pattern = {
    week: officeWeek,
    exceptions: [
      exception('holidays', '2026-05-01', '2026-05-03'),
      exception('worked', '2026-05-02', '', [{ from: '10:00', to: '12:30' }]),
      exception('unfinished', ''),
    ],
  };

  it.each([
    ['2026-04-30', 8, undefined],
    ['2026-05-01', 0, 'holidays'],
    ['2026-05-02', 2.5, 'worked'],
    ['2026-05-03', 0, 'holidays'],
    ['2026-05-09', 0, undefined],
  ])('%s', (day, hours, name) => {
    const facts = factsOf(pattern, day);
    expect([facts.hours, facts.exception?.name]).toEqual([hours, name]);
  });

  it('hours that cannot be read count for nothing', () => {
    expect(hoursOf([{ from: '9', to: 'x' }])).toBe(0);
  });

  it('a Saturday that is worked on has the hours of a Monday', () => {
    expect(usualSpans(pattern, '2026-05-09')).toEqual(officeWeek[0]);
  });
});

it('the holidays of Russia are those of the engine', async () => {
  const cells = await russianHolidayCells([2026], (day, russian) => `${day} ${russian}`);
  expect(cells.map(({ from }) => from)).toEqual(russianHolidays(2026).map(({ from }) => from));
  expect(cells[0]).toEqual({
    from: '2026-01-01',
    to: '2026-01-08',
    name: '01-01 Новогодние каникулы и Рождество',
    spans: [],
  });
  expect(cells[1]?.to).toBe('');
});
