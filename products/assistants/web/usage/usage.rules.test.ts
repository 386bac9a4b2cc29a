import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountOf, everyDay, filledDays, ranked, widthOf } from './usage.rules.ts';

const counts = (requests: number, tokens: number, cost: number) => ({
  requests,
  input_tokens: tokens,
  output_tokens: 1,
  cost,
});

test('days without questions are there, over the end of a month too', () => {
  expect(everyDay('2026-10-30', '2026-11-02')).toEqual([
    '2026-10-30',
    '2026-10-31',
    '2026-11-01',
    '2026-11-02',
  ]);
  expect(everyDay('2026-11-02', '2026-11-01')).toEqual([]);
  expect(everyDay('never', '2026-11-01')).toEqual([]);
  const report = {
    from: '2026-11-01',
    to: '2026-11-03',
    by_day: [{ day: '2026-11-02', ...counts(2, 9, 1) }],
  };
  expect(filledDays(report).map(({ requests }) => requests)).toEqual([0, 2, 0]);
});

test('a measure puts lines in order', () => {
  const lines = [
    { name: 'a', ...counts(1, 50, 0) },
    { name: 'b', ...counts(3, 10, 2) },
  ];
  const names = (measure: 'requests' | 'tokens' | 'cost') => ranked(lines, measure).map(({ name }) => name);
  expect(names('requests')).toEqual(['b', 'a']);
  expect(names('tokens')).toEqual(['a', 'b']);
  expect(names('cost')).toEqual(['b', 'a']);
  expect(amountOf(counts(1, 50, 0), 'tokens')).toBe(51);
});

test('bars stay between nothing and all', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (value, largest) => {
      const width = widthOf(value, largest);
      expect(width >= 0 && width <= 100).toBe(true);
    }),
  );
});
