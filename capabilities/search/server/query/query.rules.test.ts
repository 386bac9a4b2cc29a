import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairLexeme, pairsIn } from '../documents/pair.rules.ts';
import { lexemesOfTiers, standingsFrom, tierLexemes, tierOf } from '../documents/tier.rules.ts';
import { expectedShare, type Frequencies, lookFor, nextLook, sampleOf } from './looks.rules.ts';
import { parseQuery, type Unit } from './parse.rules.ts';
import { conditionQuery, exactly, rankByAll, rankByAny, scopeQuery } from './tsquery.rules.ts';

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
        const asked = { wanted, unwanted };
        const condition = [
          scopeQuery(text, []),
          scopeQuery(text, [1, 2]),
          conditionQuery(asked, { [text]: [text] }, exactly),
          conditionQuery(asked, {}, { continuations: [text], byPairs: true, common: new Set() }),
          rankByAll(wanted),
          rankByAny(wanted, [text]),
          rankByAny(wanted, undefined),
        ].join(' & ');
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

  it('are asked for by few lexemes: each document of them has one, no other has', () => {
    const tiers = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(tiers, fc.integer({ min: 1, max: 40 }), (there, taken) => {
        const ordered = there.toSorted((left, right) => right - left);
        const chosen = ordered.slice(0, taken);
        const lexemes = lexemesOfTiers('c', chosen);
        for (const tier of ordered) {
          const own = tierLexemes('c', tier === 0 ? 0 : 2 ** ((tier - 160 + 0.5) / 4));
          expect(own.filter((lexeme) => lexemes.includes(lexeme))).toHaveLength(
            chosen.includes(tier) ? 1 : 0,
          );
        }
      }),
    );
  });
});

describe('standings', () => {
  it('of the lowest tier ask for all that are as popular, by two lexemes', () => {
    expect(standingsFrom('c', [213, 190, 172])).toEqual(['~172 c', '>22 c']);
    expect(standingsFrom('c', [176])).toEqual(['>22 c']);
    expect(standingsFrom('c', [])).toEqual(['>0 c']);
  });
});

describe('a sample', () => {
  it('is taken where the depth of a look depends on it', () => {
    const tiers = [
      { tier: 200, documents: 3_500 },
      { tier: 190, documents: 2_000 },
      { tier: 180, documents: 95_000 },
    ];
    expect(sampleOf(tiers, 0.5, 2_000)).toEqual({ tiers: [200, 190], documents: 5_500 });
    expect(sampleOf(tiers, 0.001, 2_000)).toBeUndefined();
    expect(sampleOf(tiers.slice(0, 2), 0.9, 2_000)).toBeUndefined();
  });
});

describe('a look', () => {
  const frequencies: Frequencies = {
    tiers: [
      { tier: 200, documents: 1_000 },
      { tier: 190, documents: 4_000 },
      { tier: 180, documents: 95_000 },
    ],
    documents: new Map([
      ['крепост', 90_000],
      ['маяк', 4_000],
      ['@city=spb', 80_000],
      ['@level=2', 10_000],
    ]),
    beginning: [50_000, 50_000],
  };
  const first = (text: string, narrowed: Parameters<typeof expectedShare>[2] = {}): readonly number[] =>
    lookFor(frequencies.tiers, expectedShare(frequencies, parseQuery(text), narrowed), 2_000).tiers;

  it.each<[string, readonly number[]]>([
    ['крепость ', [200, 190]],
    ['маяк ', []],
    ['крепость -маяк', [200, 190]],
    ['крепость -крепость', []],
    ['"крепость маяк"', []],
    ['крепость маяк ', []],
    ['неизвестный ', []],
    ['неизвестный', [200, 190]],
    ['', [200, 190]],
  ])('for %s', (text, tiers) => {
    expect(first(text)).toEqual(tiers);
  });

  it('goes deeper the more a query narrows', () => {
    expect(first('', { facets: { city: ['spb'], level: ['2'] }, numbers: { price: {} } })).toEqual([]);
    expect(first('', { facets: { city: ['spb'], none: [] } })).toEqual([200, 190]);
    expect(first('', { facets: { city: ['msk'] } })).toEqual([]);
  });

  it('is followed by a wider one, by what it found', () => {
    const { tiers } = frequencies;
    const look = { tiers: [200], documents: 1_000 };
    expect(nextLook(tiers, look, 800, 2_000).tiers).toEqual([200, 190]);
    expect(nextLook(tiers, look, 100, 2_000).tiers).toEqual([]);
    expect(nextLook(tiers, look, 0, 2_000).tiers).toEqual([]);
  });
});

describe('phrases', () => {
  it('ask for the pairs that a text has where they stand in it', () => {
    const word = fc.constantFrom('крепость', 'замок', 'на', 'и', 'башня', 'город');
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 9 }), fc.nat(7), (words, from) => {
        const [phrase] = parseQuery(`"${words.slice(from, from + 4).join(' ')}"`).wanted;
        const pairs = new Set(pairsIn(words));
        phrase?.words.slice(1).forEach(({ word: right, step }, index) => {
          expect(pairs).toContain(pairLexeme(phrase.words[index]?.word ?? '', step, right));
        });
      }),
    );
  });
});
