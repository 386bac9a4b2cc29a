import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoment, parseMoment, weekdayOf } from '../moment.rules.ts';
import { sixDays } from '../plan.fixture.ts';
import { intersect, layOut } from './spans.ts';
import { fiveDayCalendar, roundTheClockCalendar, russianHolidays } from './standard.ts';
import { createWorkingTime } from './working-time.ts';

const monday = (parseMoment('2026-03-02') ?? 0) / 1_440;
const horizon = { firstDay: monday - 14, lastDay: monday + 60 };
const holidays = fiveDayCalendar('five', [{ from: '2026-03-09', to: '2026-03-09', hours: [] }]);
const at = (text: string): number => parseMoment(text) ?? Number.NaN;

describe('moments', () => {
  it.each([
    '2026-02-30',
    '2026-13-01',
    '2026-3-1',
    '26-03-01',
    '2026-03-02T25:00',
    '2026-03-02T24:01',
    '',
    'today',
  ])('are refused: %s', (text) => expect(parseMoment(text)).toBeUndefined());

  it('are printed as they were read, and a day may mean its end', () => {
    expect(formatMoment(at('2026-03-02T09:30'))).toBe('2026-03-02T09:30');
    expect(formatMoment(parseMoment('2026-03-02', 'end') ?? 0)).toBe('2026-03-03T00:00');
    expect(weekdayOf(monday)).toBe(0);
    expect(weekdayOf(-4)).toBe(6);
  });
});

describe('working time', () => {
  const time = createWorkingTime(layOut(holidays, horizon), horizon);

  it.each([
    ['2026-03-02T09:00', 480, '2026-03-02T18:00', '2026-03-03T09:00'],
    ['2026-03-02T12:00', 120, '2026-03-02T15:00', '2026-03-02T15:00'],
    ['2026-03-06T09:00', 960, '2026-03-10T18:00', '2026-03-11T09:00'],
    ['2026-03-07T11:00', 60, '2026-03-10T10:00', '2026-03-10T10:00'],
  ])('from %s after %i minutes is %s or %s', (from, work, earliest, latest) => {
    expect(formatMoment(time.earliest(time.workAt(at(from)) + work))).toBe(earliest);
    expect(formatMoment(time.latest(time.workAt(at(from)) + work))).toBe(latest);
  });

  it('is undone by its inverse, in and beyond the horizon', () => {
    const calendars = [holidays, sixDays, roundTheClockCalendar()];
    fc.assert(
      fc.property(fc.nat(2), fc.integer({ min: -90_000, max: 200_000 }), (which, work) => {
        const calendar = calendars[which] ?? holidays;
        const other = createWorkingTime(layOut(calendar, horizon), horizon);
        expect(other.workAt(other.earliest(work))).toBeCloseTo(work, 6);
        expect(other.workAt(other.latest(work))).toBeCloseTo(work, 6);
        expect(other.earliest(work)).toBeLessThanOrEqual(other.latest(work));
      }),
    );
  });

  it('equals counting minutes one by one', () => {
    const spans = layOut(sixDays, horizon);
    const other = createWorkingTime(spans, horizon);
    const origin = at('2026-03-06T00:00');
    let counted = other.workAt(origin);
    for (let minute = 0; minute < 7 * 1_440; minute += 1) {
      const moment = origin + minute;
      expect(other.workAt(moment)).toBe(counted);
      if (
        spans.some((from, index) => index % 2 === 0 && moment >= from && moment < (spans[index + 1] ?? 0))
      ) {
        counted += 1;
      }
    }
  });

  it('in common is what both have', () => {
    const common = createWorkingTime(intersect(layOut(holidays, horizon), layOut(sixDays, horizon)), horizon);
    const from = common.workAt(at('2026-03-02'));
    expect(common.workAt(at('2026-03-03')) - from).toBe(180);
    expect(common.workAt(at('2026-03-09')) - from).toBe(5 * 180);
    expect(common.workAt(at('2026-03-11')) - common.workAt(at('2026-03-09'))).toBe(0);
  });

  it('knows the holidays of the Labour Code', () => {
    const days = russianHolidays(2026);
    expect(days).toHaveLength(7);
    expect(days.every(({ from, to, hours }) => from <= to && hours.length === 0)).toBe(true);
  });
});
