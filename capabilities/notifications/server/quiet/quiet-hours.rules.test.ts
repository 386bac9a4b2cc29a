import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minuteOf, quietUntil, timeOf } from './quiet-hours.rules.ts';

const hours = (from: string, to: string) => ({ from: minuteOf(from), to: minuteOf(to) });
const night = hours('22:00', '07:00');

describe('the end of quiet hours', () => {
  it.each([
    ['before midnight', night, '2026-03-10T20:30:00Z', 'Europe/Moscow', '2026-03-11T04:00:00.000Z'],
    ['after midnight', night, '2026-03-10T21:30:00Z', 'Europe/Moscow', '2026-03-11T04:00:00.000Z'],
    ['at their first minute', night, '2026-03-10T19:00:00Z', 'Europe/Moscow', '2026-03-11T04:00:00.000Z'],
    ['at their end', night, '2026-03-11T04:00:00Z', 'Europe/Moscow', null],
    ['by day', night, '2026-03-10T12:00:00Z', 'Europe/Moscow', null],
    [
      'within a day',
      hours('12:00', '14:00'),
      '2026-03-10T10:00:00Z',
      'Europe/Moscow',
      '2026-03-10T11:00:00.000Z',
    ],
    // Berlin 2026-03-29: 02:00 becomes 03:00. The night is an hour shorter.
    [
      'in the night the clock goes forward',
      night,
      '2026-03-28T22:00:00Z',
      'Europe/Berlin',
      '2026-03-29T05:00:00.000Z',
    ],
    [
      'until a time that the clock leaps over',
      hours('22:00', '02:30'),
      '2026-03-28T23:00:00Z',
      'Europe/Berlin',
      '2026-03-29T01:00:00.000Z',
    ],
    // Berlin 2026-10-25: 03:00 becomes 02:00. The night is an hour longer.
    [
      'in the night the clock goes back',
      night,
      '2026-10-24T21:00:00Z',
      'Europe/Berlin',
      '2026-10-25T06:00:00.000Z',
    ],
    [
      'again, after the clock went back into them',
      hours('22:00', '02:30'),
      '2026-10-25T01:10:00Z',
      'Europe/Berlin',
      '2026-10-25T01:30:00.000Z',
    ],
    [
      'in an unknown zone, as in UTC',
      night,
      '2026-03-10T23:00:00Z',
      'Mars/Olympus',
      '2026-03-11T07:00:00.000Z',
    ],
  ] as const)('%s', (_when, quiet, now, zone, end) => {
    expect(quietUntil(quiet, new Date(now), zone)?.toISOString() ?? null).toBe(end);
  });

  it('is never without quiet hours', () => {
    expect(quietUntil(null, new Date('2026-03-10T23:00:00Z'), 'UTC')).toBeNull();
    expect(quietUntil({ from: 60, to: 60 }, new Date('2026-03-10T01:00:00Z'), 'UTC')).toBeNull();
  });

  const zones = [
    'UTC',
    'Europe/Moscow',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'America/Sao_Paulo',
  ];
  const wall = (at: number, zone: string) => {
    const text = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    return minuteOf(text.format(at));
  };

  it('is the first moment outside, whatever the zone does to its clock', () => {
    const minute = fc.integer({ min: 0, max: 1_439 });
    // Around the changes of 2026 in most zones, and anywhere.
    const instant = fc.oneof(
      fc.integer({ min: Date.UTC(2026, 2, 6), max: Date.UTC(2026, 3, 6) }),
      fc.integer({ min: Date.UTC(2026, 8, 25), max: Date.UTC(2026, 10, 3) }),
      fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2035, 0, 1) }),
    );
    fc.assert(
      fc.property(minute, minute, instant, fc.constantFrom(...zones), (from, to, at, zone) => {
        fc.pre(from !== to);
        const isQuiet = (moment: number) => {
          const now = wall(moment, zone);
          return from < to ? now >= from && now < to : now >= from || now < to;
        };
        const end = quietUntil({ from, to }, new Date(at), zone);
        expect(isQuiet(at)).toBe(end !== null);
        if (end === null) return;
        expect(isQuiet(end.getTime())).toBe(false);
        expect(isQuiet(end.getTime() - 1)).toBe(true);
        expect(end.getTime() - at).toBeLessThanOrEqual(25 * 3_600_000);
        for (let step = at; step < end.getTime(); step += 15 * 60_000) expect(isQuiet(step)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('writes and reads times of day', () => {
    for (let minute = 0; minute < 1_440; minute += 1) expect(minuteOf(timeOf(minute))).toBe(minute);
    expect(timeOf(65)).toBe('01:05');
  });
});
