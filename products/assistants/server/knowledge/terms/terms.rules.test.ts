import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.rules.ts';
import { platformNames, platformTerm } from './platform-names.rules.ts';
import { countPostings } from './postings.rules.ts';
import { countTerms, termsOfQuery, termsOfWord, wordsOf } from './terms.rules.ts';

const termsOf = (word: string): readonly string[] => termsOfWord(word).map(({ term }) => term);

describe('terms', () => {
  it.each([
    ['Партнёры', ['партнер']],
    ['и', []],
    ['КонтролироватьОстатки', ['=контролироватьостатки', 'контролирова', 'остатк']],
    ['сч_Основной', ['=сч_основной', 'сч', 'основн']],
    ['HTTPЗапросОтвет', ['=httpзапросответ', 'http', 'запрос', 'ответ']],
    ['___', []],
  ])('of %s', (word, expected) => {
    expect(termsOf(word)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['СтрНайти', 'StrFind'],
    ['стрразделить', 'STRSPLIT'],
    ['НачатьТранзакцию', 'BeginTransaction'],
    ['ТаблицаЗначений', 'ValueTable'],
    ['ПриСозданииНаСервере', 'OnCreateAtServer'],
    ['HTTPСоединение', 'HTTPConnection'],
    ['Справочник', 'Catalog'],
  ])('of %s and %s have one in common', (russian, english) => {
    const common = termsOf(russian).filter((term) => termsOf(english).includes(term));
    expect(common.some((term) => term.startsWith('@'))).toBe(true);
  });

  it('know about three hundred names of the platform, each in both languages', () => {
    expect(platformNames.length).toBeGreaterThan(280);
    for (const [russian, english] of platformNames) {
      expect(russian).toMatch(/^[\p{L}\d]+$/u);
      expect(english).toMatch(/^[A-Za-z\d]+$/u);
      expect(platformTerm(english.toLowerCase())).toBeDefined();
      expect(platformTerm(russian.toLowerCase().replaceAll('ё', 'е'))).toBeDefined();
    }
  });

  it('of any text are bounded, and stand where their words stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        let last = 0;
        for (const { start, end, terms } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
          for (const { term, weight } of terms) {
            expect(term.length).toBeLessThanOrEqual(130);
            expect(weight).toBeGreaterThan(0);
          }
        }
        expect(termsOfQuery(text).length).toBeLessThanOrEqual(64);
      }),
    );
  });

  it('are counted, and those above a text do not make it longer', () => {
    const texts = [
      { no: 0, content: 'обмен обмен данными', above: ['Обмен'] },
      { no: 1, content: 'склад', above: [] },
    ];
    const { postings, lengths } = countPostings(texts);
    expect(lengths).toEqual([3, 1]);
    const at = postings.terms.indexOf([...countTerms('обмен').keys()][0] ?? '');
    expect([postings.nos[at], postings.counts[at], postings.lengths[at]]).toEqual([0, 3, 3]);
  });
});

describe('excerpts', () => {
  const weights = new Map(termsOfQuery('обмен данными').map(({ term, weight }) => [term, weight]));

  it('show where the words stand thickest', () => {
    const text = `Обмен бывает разный. ${'Здесь о другом. '.repeat(60)}Настройка обмена данными описана тут. ${'Конец. '.repeat(60)}`;
    const { text: shown, marks } = excerptOf(text, weights);
    expect(marks.map(([from, to]) => shown.slice(from, to))).toEqual(['обмена', 'данными']);
    expect(shown.length).toBeLessThan(400);
  });

  it('of any text are a part of it, with marks inside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('обмен', 'данные', 'слово', ' ', '\n', '😀', 'а'.repeat(400)), {
          maxLength: 200,
        }),
        fc.integer({ min: 100, max: 400 }),
        (pieces, length) => {
          const text = pieces.join('');
          const found = excerptOf(text, weights, length);
          expect(text.includes(found.text)).toBe(true);
          expect(found.text.isWellFormed()).toBe(true);
          for (const [from, to] of found.marks) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThanOrEqual(found.text.length);
          }
        },
      ),
    );
  });
});
