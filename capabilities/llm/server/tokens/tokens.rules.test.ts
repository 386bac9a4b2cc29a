import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTokens } from './tokens.rules.ts';

describe('countTokens', () => {
  // The bounds: one token a common English word, two or more a Russian one, at most one a letter.
  it.each([
    ['', 0, 0],
    ['hello world', 2, 3],
    ['The quick brown fox jumps over the lazy dog.', 10, 13],
    ['Съешь ещё этих мягких французских булок, да выпей чаю.', 17, 30],
    ['2024-05-07', 6, 10],
    ['Привет, мир!', 4, 8],
    ['👍', 1, 3],
  ])('%j is between %i and %i', (text, least, most) => {
    expect(countTokens(text)).toBeGreaterThanOrEqual(least);
    expect(countTokens(text)).toBeLessThanOrEqual(most);
  });

  it('grows with the text and is never more than a few tokens a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        expect(countTokens(`${left} ${right}`)).toBeLessThanOrEqual(
          countTokens(left) + countTokens(right) + 2,
        );
        expect(countTokens(left)).toBeLessThanOrEqual(3 * left.length);
        expect(countTokens(left + left)).toBeGreaterThanOrEqual(countTokens(left));
      }),
    );
  });
});
