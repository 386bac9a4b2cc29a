import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kopecksOf, sumText } from './money.rules.ts';

describe('sums as they are typed', () => {
  it.each([
    ['0', 0],
    ['1500', 150_000],
    ['99.5', 9_950],
    ['99,05', 9_905],
    [' 1 000,50 ', 100_050],
    ['1\u00a0000', 100_000],
  ])('%j is %d kopecks', (text, kopecks) => {
    expect(kopecksOf(text)).toBe(kopecks);
  });

  it.each(['', ' ', '-5', '1,234.50', '1.005', '5.', '.5', '1e3', 'сто', '99999999999999999'])(
    '%j is no sum',
    (text) => {
      expect(kopecksOf(text)).toBeUndefined();
    },
  );

  it('are read back as they were written, in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.constantFrom('ru', 'en'),
        (kopecks, language) => {
          expect(kopecksOf(sumText(kopecks, language))).toBe(kopecks);
        },
      ),
    );
  });

  it('show no kopecks where there are none', () => {
    expect([sumText(150_000, 'ru'), sumText(9_905, 'ru'), sumText(9_950, 'en')]).toEqual([
      '1500',
      '99,05',
      '99.50',
    ]);
  });
});
