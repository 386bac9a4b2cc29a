import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksAgain, isCorrection, isQuestion, titleOf } from './utterance.rules.ts';

describe('titleOf', () => {
  it('keeps a short message and cuts a long one between words', () => {
    expect(titleOf('  Where do\n I live?  ')).toBe('Where do I live?');
    expect(titleOf('Расскажи, пожалуйста, всё, что ты помнишь о проекте библиотеки в Выборге')).toBe(
      'Расскажи, пожалуйста, всё, что ты помнишь о проекте…',
    );
  });

  it('fits the limit for any text that says something', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        fc.pre(text.trim() !== '');
        const title = titleOf(text);
        expect(title.length).toBeGreaterThan(0);
        expect(title.length).toBeLessThanOrEqual(61);
      }),
    );
  });
});

it.each([
  ['Where do I live?', true],
  ['Где я живу?!', false],
  ['Где я живу?', true],
  ['I moved. Where do I live now?', false],
  ['I live in Riga.', false],
  ['What did Dr. Orlov say?', false],
])('isQuestion(%s) is %s', (text, expected) => {
  expect(isQuestion(text)).toBe(expected);
});

it.each([
  ['No, it was on Tuesday', true],
  ['Нет, это было во вторник', true],
  ['Actually she moved to Porto', true],
  ['Это не так, кошку зовут Плюшка', true],
  ['Nothing new today', false],
  ['Нетленка лежит на полке', false],
  ['Note that I like tea', false],
])('isCorrection(%s) is %s', (text, expected) => {
  expect(isCorrection(text)).toBe(expected);
});

it.each([
  ['When is the deadline in Vyborg?', 'What is the deadline in Vyborg?', true],
  ['А когда сдать библиотеку?', 'Когда нужно сдать библиотеку?', true],
  ['Where does Marina live?', 'When is the deadline?', false],
  ['The deadline is in Vyborg.', 'When is the deadline in Vyborg?', false],
])('asksAgain(%s, %s) is %s', (message, previous, expected) => {
  expect(asksAgain(message, previous)).toBe(expected);
});
