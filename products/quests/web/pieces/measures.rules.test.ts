import { expect, test } from 'vitest';
import { durationText, lengthText, moneyText } from './measures.rules.ts';

const plain = (text: string): string => text.replace(/\s/g, ' ');

test.each([
  [29_000, 'ru', '290 ₽'],
  [29_050, 'ru', '290,50 ₽'],
  [100_000, 'en', '₽1,000'],
])('%d kopecks in %s', (amount, language, text) => {
  expect(plain(moneyText({ amount, currency: 'RUB' }, language))).toBe(text);
});

test.each([
  [45, 'ru', '45 мин'],
  [60, 'ru', '1 ч'],
  [90, 'ru', '1 ч 30 мин'],
  [125, 'en', '2 hr 5 min'],
])('%d minutes in %s', (minutes, language, text) => {
  expect(plain(durationText(minutes, language))).toBe(text);
});

test.each([
  [42, 'ru', '42 м'],
  [854, 'ru', '850 м'],
  [998, 'ru', '1 км'],
  [3_240, 'ru', '3,2 км'],
  [12_600, 'en', '13 km'],
])('%d metres in %s', (metres, language, text) => {
  expect(plain(lengthText(metres, language))).toBe(text);
});
