import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, normaliseAnswer, type Task } from '../../contract/index.ts';
import { editDistance, type Judgement, judge, matchesPattern } from './answers.rules.ts';

const question = 'What is it?';
const text = (answers: string[], forgive = true): Task => ({
  kind: 'text',
  question,
  answers,
  forgive_typos: forgive,
});
const options = [
  { id: 'a', text: 'One' },
  { id: 'b', text: 'Two' },
  { id: 'c', text: 'Three' },
];

const cases: readonly (readonly [string, Task, Answer, Judgement])[] = [
  ['exact', text(['Медный всадник']), { text: 'медный всадник' }, 'right'],
  ['case, ё, punctuation and blanks', text(['Пётр Первый']), { text: ' «ПЕТР   ПЕРВЫЙ!» ' }, 'right'],
  ['another alternative', text(['Нева', 'река Нева']), { text: 'Река Нева' }, 'right'],
  ['one letter wrong of seven', text(['колесница']), { text: 'калесница' }, 'right'],
  ['two letters swapped', text(['грифоны']), { text: 'гирфоны' }, 'right'],
  ['two wrong of seven', text(['грифоны']), { text: 'гирфаны' }, 'wrong'],
  ['short words are not forgiven', text(['лев']), { text: 'лес' }, 'wrong'],
  ['figures are not forgiven', text(['дом 1812']), { text: 'дом 1813' }, 'wrong'],
  ['typos not forgiven when the author says so', text(['колесница'], false), { text: 'калесница' }, 'wrong'],
  ['a pattern', text(['*львиный мост*']), { text: 'Это Львиный мост, конечно' }, 'right'],
  ['a player’s own star is no pattern', text(['грифон']), { text: '*' }, 'wrong'],
  ['nothing but signs', text(['*']), { text: '?!' }, 'wrong'],
  ['another kind of answer', text(['x']), { number: 1 }, 'unfit'],
  [
    'number within tolerance',
    { kind: 'number', question, value: 3.5, tolerance: 0.1 },
    { number: 3.6 },
    'right',
  ],
  ['number beyond', { kind: 'number', question, value: 3.5, tolerance: 0.1 }, { number: 3.61 }, 'wrong'],
  [
    'number as binary loses it',
    { kind: 'number', question, value: 0.3, tolerance: 0 },
    { number: 0.1 + 0.2 },
    'right',
  ],
  [
    'all right options in any order',
    { kind: 'choice', question, options, correct: ['a', 'c'], multiple: true },
    { option_ids: ['c', 'a'] },
    'right',
  ],
  [
    'one too many',
    { kind: 'choice', question, options, correct: ['a'], multiple: true },
    { option_ids: ['a', 'b'] },
    'wrong',
  ],
  [
    'the same twice',
    { kind: 'choice', question, options, correct: ['a', 'b'], multiple: true },
    { option_ids: ['a', 'a'] },
    'wrong',
  ],
  ['the order', { kind: 'sorting', question, items: options }, { order: ['a', 'b', 'c'] }, 'right'],
  ['another order', { kind: 'sorting', question, items: options }, { order: ['b', 'a', 'c'] }, 'wrong'],
  ['a code', { kind: 'code', question, code: 'QR-17 ab' }, { code: 'qr 17 AB' }, 'right'],
  ['a photo', { kind: 'photo', question }, { file_id: '01890000-0000-7000-8000-000000000000' }, 'right'],
  ['a station answers itself', { kind: 'station', question }, { text: 'open' }, 'unfit'],
  ['nothing is asked', { kind: 'gps' }, { text: 'here' }, 'unfit'],
];

describe('judging an answer', () => {
  it.each(cases)('%s', (_name, task, answer, expected) => {
    expect(judge(task, answer)).toBe(expected);
  });

  it('accepts every alternative as it was written', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), (answer) => {
        fc.pre(normaliseAnswer(answer).replaceAll('*', '').trim() !== '');
        fc.pre(!answer.includes('*'));
        expect(judge(text([answer], false), { text: answer })).toBe('right');
      }),
    );
  });
});

describe('patterns', () => {
  const reference = (pattern: string, given: string) =>
    new RegExp(
      `^${pattern
        .split('*')
        .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*')}$`,
      's',
    ).test(given);

  it('match like the star of a shell', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
    const words = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
    fc.assert(
      fc.property(letters, words, (pattern, given) => {
        expect(matchesPattern(pattern, given)).toBe(reference(pattern, given));
      }),
    );
  });

  it('never take long, however hostile', () => {
    expect(matchesPattern(`${'*a'.repeat(90)}b`, 'a'.repeat(500))).toBe(false);
  });
});

describe('the distance of two words', () => {
  it('is symmetric, zero for the same word only, and at most the longer length', () => {
    const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other);
        expect(distance).toBe(editDistance(other, one));
        expect(distance === 0).toBe(one === other);
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});
