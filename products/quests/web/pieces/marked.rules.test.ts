import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf } from './marked.rules.ts';

test('marks the words that were found', () => {
  expect(piecesOf('Тайны Невского', [[6, 14]])).toEqual([
    { at: 0, text: 'Тайны ', marked: false },
    { at: 6, text: 'Невского', marked: true },
  ]);
});

test('keeps every letter, whatever the marks', () => {
  const mark = fc.tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: -3, max: 30 }));
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.array(mark, { maxLength: 6 }), (text, marks) => {
      expect(
        piecesOf(text, marks)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
