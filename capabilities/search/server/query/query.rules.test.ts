import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tierOf } from '../documents/lexeme.rules.ts';
import { parseQuery, type Unit } from './parse.rules.ts';
import { tiersToRead } from './tiers.rules.ts';
import { conditionQuery } from './tsquery.rules.ts';

const shown = ({ words, isPrefix }: Unit): string =>
  words.map(({ word, step }) => (step === 1 ? word : `${step}:${word}`)).join(' ') + (isPrefix ? '*' : '');

describe('a query', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['', [], []],
    ['Старая крепость', ['старая', 'крепость*'], []],
    ['крепость ', ['крепость'], []],
    ['крепость!', ['крепость'], []],
    ['крепость -замок', ['крепость'], ['замок']],
    ['замок - крепость', ['замок', 'крепость*'], []],
    ['санкт-петербург', ['санкт', 'петербург*'], []],
    ['"дом на набережной" ёлка', ['дом 2:набережной', 'елка*'], []],
    ['-«подземный ход» музей', ['музей*'], ['подземный ход']],
    ['"незакрытая кавычка', ['незакрытая', 'кавычка*'], []],
    ['что где когда?', ['что', 'где', 'когда'], []],
    ['прогулка на', ['прогулка'], []],
    ['«»"" - -- ()&|!:*', [], []],
  ])('%s', (text, wanted, unwanted) => {
    const parsed = parseQuery(text);
    expect(parsed.wanted.map(shown)).toEqual(wanted);
    expect(parsed.unwanted.map(shown)).toEqual(unwanted);
  });

  it('stays within bounds and quotes whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const { wanted, unwanted } = parseQuery(text);
        expect(wanted.length).toBeLessThanOrEqual(12);
        const condition = conditionQuery(
          { collection: text, facets: { [text]: [text] }, tiers: [] },
          wanted,
          unwanted,
        );
        const outside = condition.replaceAll(/'(?:[^'\\]|''|\\\\)*'/gs, '');
        expect(outside).toMatch(/^[ &|!():*<>0-9]*$/);
      }),
    );
  });
});

describe('tiers of popularity', () => {
  it('never fall as popularity grows', () => {
    const popularity = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(popularity, popularity, (one, other) => {
        expect(tierOf(Math.min(one, other))).toBeLessThanOrEqual(tierOf(Math.max(one, other)));
      }),
    );
  });

  const counts = [
    { lexeme: '~200', documents: 1_000 },
    { lexeme: '~190', documents: 4_000 },
    { lexeme: '~180', documents: 95_000 },
    { lexeme: 'крепост', documents: 90_000 },
    { lexeme: 'маяк', documents: 4_000 },
  ];
  it.each([
    [['крепост'], [[200, 190], []]],
    [['маяк'], [[]]],
    [['крепост', 'маяк'], [[]]],
    [['неизвестн'], [[]]],
    [[], [[200, 190], []]],
  ])('for %o', (asked, looks) => {
    expect(tiersToRead(counts, asked, 2_000)).toEqual(looks);
  });
});
