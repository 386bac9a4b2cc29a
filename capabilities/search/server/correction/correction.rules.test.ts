import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherLayout } from './layout.rules.ts';
import { transliterated } from './transliteration.rules.ts';
import { editDistance, forgiven, likeliest } from './typo.rules.ts';

describe('typing errors', () => {
  it.each([
    ['мост', 0],
    ['замок', 1],
    ['крепость', 1],
    ['набережна', 2],
  ])('in %s: %d are forgiven', (word, most) => {
    expect(forgiven(word)).toBe(most);
  });

  it.each([
    ['крепость', 'крепость', 0],
    ['крепость', 'крипость', 1],
    ['крепость', 'крепсоть', 1],
    ['крепость', 'крпость', 1],
    ['крепость', 'креепость', 1],
    ['крепость', 'еркпость', 2],
    ['крепость', 'замок', 3],
  ])('from %s to %s: %d', (from, to, distance) => {
    expect(editDistance(from, to, 2)).toBe(distance);
  });

  it('count the same both ways, and one for each error made', () => {
    const word = fc.string({ unit: fc.constantFrom(...'абвг'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(word, word, (from, to) => {
        expect(editDistance(from, to, 9)).toBe(editDistance(to, from, 9));
        expect(editDistance(from, to, 9) === 0).toBe(from === to);
        expect(editDistance(from, to, 1)).toBe(Math.min(2, editDistance(from, to, 9)));
        expect(editDistance(from, `${from}а`, 9)).toBe(1);
      }),
    );
  });

  it('lead to the nearest word, then to the most frequent', () => {
    const known = [
      { word: 'замки', documents: 5 },
      { word: 'замок', documents: 3 },
      { word: 'знаки', documents: 90 },
    ];
    expect(likeliest('замик', known)).toBe('замки');
    expect(likeliest('замкк', known)).toBe('замки');
    expect(likeliest('замокк', known)).toBe('замок');
    expect(likeliest('сад', known)).toBeUndefined();
  });
});

describe('the other layout', () => {
  it.each([
    ['rhtgjcnm', 'крепость'],
    ['Vjcrdf', 'москва'],
    [',fiyz', 'башня'],
    ['цфдлы', 'walks'],
    ['123', '123'],
  ])('%s → %s', (typed, meant) => {
    expect(otherLayout(typed)).toBe(meant);
  });
});

describe('the other alphabet', () => {
  it.each([
    ['krepost', 'крепост'],
    ['Zamok', 'замок'],
    ['shchuka', 'щука'],
    ['nochnoy', 'ночной'],
    ['yaroslavl', 'ярославл'],
    ['крепость', 'krepost'],
    ['эрмитаж', 'ermitazh'],
    ['123', '123'],
  ])('%s → %s', (typed, meant) => {
    expect(transliterated(typed)).toBe(meant);
  });
});
