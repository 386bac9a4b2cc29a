import { describe, expect, it } from 'vitest';
import { boardOf, cityOf } from '../boards/board.rules.ts';
import { moved, readNumber } from '../tasks/number-answer.rules.ts';
import { clockText } from '../walk/clock.rules.ts';
import { directionOf, isEnough, withFix } from './fixes.rules.ts';

const fix = (second: number, accuracy = 10, lat = 59.9386) => ({
  lat,
  lng: 30.3141,
  accuracy,
  at: new Date(Date.UTC(2026, 10, 21, 10, 0, second)).toISOString(),
});

describe('readings of a position', () => {
  it('are kept for a minute', () => {
    const kept = [fix(0), fix(30), fix(61)].reduce(withFix, []);
    expect(kept).toEqual([fix(30), fix(61)]);
  });

  it('suffice when one is at the place, or after three', () => {
    const target = { lat: 59.9386, lng: 30.3141, radius: 30 };
    expect(isEnough([fix(0)], target)).toBe(true);
    expect(isEnough([fix(0, 10, 59.95)], target)).toBe(false);
    expect(isEnough([fix(0, 10, 59.95), fix(1, 10, 59.95), fix(2, 10, 59.95)], target)).toBe(true);
    expect(isEnough([fix(0, 80)], null)).toBe(false);
    expect(isEnough([fix(0, 15)], null)).toBe(true);
  });

  it.each([
    [0, 'n'],
    [359, 'n'],
    [45, 'ne'],
    [181, 's'],
    [-90, 'w'],
  ])('%s degrees are %s', (bearing, direction) => expect(directionOf(bearing)).toBe(direction));
});

it.each([
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['−3', -3],
  ['1 000', 1_000],
  [',5', 0.5],
  ['12,5,1', null],
  ['', null],
  ['1e9', null],
  ['0x10', null],
])('the number %j', (text, number) => expect(readNumber(text)).toBe(number));

it('an item moves within its list only', () => {
  const list = ['a', 'b', 'c'];
  expect(moved(list, 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(list, 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(list, 0, -1)).toBe(list);
  expect(moved(list, 2, 1)).toBe(list);
});

it('a clock', () => {
  expect([clockText(0), clockText(65.9), clockText(3_845), clockText(-4)]).toEqual([
    '0:00',
    '1:05',
    '1:04:05',
    '0:00',
  ]);
});

it('addresses of boards', () => {
  expect([boardOf('city'), boardOf('nonsense'), boardOf(null)]).toEqual(['city', 'week', 'week']);
  expect([cityOf('saint-petersburg'), cityOf('../x'), cityOf(null)]).toEqual([
    'saint-petersburg',
    null,
    null,
  ]);
});
