import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAboutAll, stretchesOf } from './underline.rules.ts';

const both = { ru: '', en: '' };
const finding = (start: number, end: number) => ({
  key: 'vague-term',
  severity: 'major' as const,
  message: both,
  hint: both,
  start,
  end,
  words: '',
});

test('a sentence is cut at its findings, also at those inside others', () => {
  const text = 'Система быстро и удобно печатает.';
  expect(stretchesOf(text, [finding(8, 23), finding(8, 14)])).toEqual([
    { start: 0, text: 'Система ', findings: [], ends: [] },
    { start: 8, text: 'быстро', findings: [0, 1], ends: [1] },
    { start: 14, text: ' и удобно', findings: [0], ends: [0] },
    { start: 23, text: ' печатает.', findings: [], ends: [] },
  ]);
});

test('what is about the whole sentence underlines nothing', () => {
  expect(isAboutAll('Всё. ', finding(0, 4))).toBe(true);
  expect(stretchesOf('Всё.', [finding(0, 4)])).toEqual([{ start: 0, text: 'Всё.', findings: [], ends: [] }]);
});

test('stretches always make up the sentence', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.array(fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 })), {
        maxLength: 8,
      }),
      (text, ranges) => {
        const stretches = stretchesOf(
          text,
          ranges.map(([start, end]) => finding(start, end)),
        );
        expect(stretches.map((each) => each.text).join('')).toBe(text);
      },
    ),
  );
});
