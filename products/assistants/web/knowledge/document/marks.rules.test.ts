import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtMarks, marksOf } from './marks.rules.ts';

describe('cutting at marks', () => {
  it('tells what is marked', () => {
    expect(cutAtMarks('закрытие месяца', [[9, 15]])).toEqual([
      { text: 'закрытие ', marked: false, at: 0 },
      { text: 'месяца', marked: true, at: 9 },
    ]);
  });

  it('gives the text back, whatever the marks', () => {
    const mark = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(mark), (text, marks) => {
        expect(
          cutAtMarks(text, marks)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('words of a question', () => {
  it.each([
    ['себестоимость', 'Расчёт себестоимости за месяц', ['себестоимости']],
    ['Расчет', 'Расчёт и расчёты', ['Расчёт', 'расчёты']],
    ['НДС по', 'Ставка НДС', ['НДС']],
    ['кот', 'которые', []],
    ['', 'ничего', []],
  ])('%s in %s', (question, text, expected) => {
    expect(marksOf(text, question).map(([from, to]) => text.slice(from, to))).toEqual(expected);
  });
});
