import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, placeOf } from './fold.rules.ts';

describe('folding', () => {
  it.each([
    ['Ёж и Й', 'еж и и'],
    ['ﬁ ＡＢ', 'fi ab'],
    ['х\u00adу\u200bи', 'хуи'],
    ['a\u0301', 'a'],
  ])('makes %j into %j', (text, plain) => expect(fold(text).text).toBe(plain));

  it('keeps a place of the original for every unit, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text);
        expect(folded.starts).toHaveLength(folded.text.length);
        expect(folded.ends).toHaveLength(folded.text.length);
        for (let index = 0; index < folded.text.length; index += 1) {
          const [from, to] = placeOf(folded, index, index + 1);
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(from).toBeGreaterThanOrEqual(folded.starts[index - 1] ?? 0);
        }
      }),
    );
  });
});
