import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateModels, topUnseen } from './evaluate.rules.ts';
import { generateRatings } from './generated-ratings.fixture.ts';
import { meanOf, metricsOf } from './metrics.rules.ts';
import { parseRatings } from './parse-ratings.rules.ts';
import { mostRated, splitByUser } from './split.rules.ts';

describe('files of ratings', () => {
  const expected = [
    { user: '1', item: '10' },
    { user: '2', item: '10' },
  ];
  it.each([
    ['u.data', '1\t10\t5\t881250949\n2\t10\t3\t881250950\n'],
    ['ratings.dat', '1::10::5::978300760\r\n2::10::3::978302109\r\n'],
    ['CSV with a heading', '\ufeffuserId,movieId,rating,timestamp\n1,10,5.0,1\n2,10,3.0,2'],
    ['CSV in another order', 'rating,item_id,user_id\n5,10,1\n3,10,2'],
    ['CSV with an odd heading', 'who;what;stars\n1;10;5\n2;10;1'],
    ['CSV without a heading', '1,10,5\n2,10,3\n1,10,4\n'],
    ['quoted cells', '"user","item"\n"1","10"\n"2","10"'],
  ])('are read: %s', (_name, text) => expect(parseRatings(text)).toEqual(expected));

  it.each(['one column', '', '1,10,5\n,3,3', 'a\tb\n'])('are refused: %j', (text) => {
    if (text === 'a\tb\n') expect(parseRatings(text)).toEqual([{ user: 'a', item: 'b' }]);
    else
      expect(() => parseRatings(text)).toThrow(
        expect.objectContaining({ code: 'recommendations.not_a_ratings_file' }),
      );
  });
});

describe('the split', () => {
  const ratings = generateRatings(30, 40, 10, 1);

  it('gives a quarter of each person to find, repeats with its seed, and loses nothing', () => {
    const first = splitByUser(ratings, 7);
    expect(splitByUser(ratings.toReversed(), 7)).toEqual(first);
    expect(splitByUser(ratings, 8).test).not.toEqual(first.test);
    const { train, test } = first;
    test.forEach((wanted, user) => {
      const seen = [...train.columns.subarray(train.offsets[user] ?? 0, train.offsets[user + 1] ?? 0)];
      expect(wanted.length).toBe(
        seen.length + wanted.length - Math.round((seen.length + wanted.length) * 0.75),
      );
      expect(seen.filter((item) => wanted.includes(item))).toEqual([]);
    });
    expect(train.columns.length + test.flat().length).toBe(ratings.length);
  });

  it('can be of the most rated items only', () => {
    const kept = mostRated(ratings, 5);
    expect(new Set(kept.map(({ item }) => item)).size).toBe(5);
  });
});

describe('metrics', () => {
  it('are what the hand computes', () => {
    const found = metricsOf([1, 2, 3, 4], new Set([1, 3, 9]), 4);
    expect(found.precision).toBeCloseTo(2 / 4, 12);
    expect(found.recall).toBeCloseTo(2 / 3, 12);
    // Found at places 1 and 3: 1/log2(2) + 1/log2(4); at best at 1, 2, 3.
    expect(found.ndcg).toBeCloseTo((1 + 0.5) / (1 + 1 / Math.log2(3) + 0.5), 12);
    expect(found.map).toBeCloseTo((1 / 1 + 2 / 3) / 3, 12);
    expect(found.hitRate).toBe(1);
  });

  it('of nothing found are 0, of everything found 1', () => {
    expect(metricsOf([5], new Set([1]), 10)).toEqual({
      precision: 0,
      recall: 0,
      ndcg: 0,
      map: 0,
      hitRate: 0,
    });
    const all = metricsOf([1, 2], new Set([1, 2]), 2);
    expect(all).toEqual({ precision: 1, recall: 1, ndcg: 1, map: 1, hitRate: 1 });
    expect(meanOf([all, metricsOf([5], new Set([1]), 2)]).ndcg).toBe(0.5);
    expect(meanOf([]).ndcg).toBe(0);
  });
});

describe('the ranking', () => {
  it('takes the best unseen, equal ones in their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.nat({ max: 39 })),
        (scores, k, hidden) => {
          const seen = new Set(hidden);
          const expected = scores
            .map((score, item) => ({ score, item }))
            .filter(({ item }) => !seen.has(item))
            .sort((left, right) => right.score - left.score || left.item - right.item)
            .slice(0, k)
            .map(({ item }) => item);
          expect(topUnseen(Float64Array.from(scores), seen, k)).toEqual(expected);
        },
      ),
    );
  });
});

describe('the models', () => {
  it('do better the more they know: popularity, then item-kNN, then EASE', () => {
    const split = splitByUser(generateRatings(500, 300, 40, 3), 42);
    const [popularity, knn, ease] = evaluateModels(split, {
      k: 10,
      lambda: 100,
      shrinkage: 10,
      time: () => 0,
    });
    expect(knn?.ndcg).toBeGreaterThan((popularity?.ndcg ?? 1) * 1.1);
    expect(ease?.ndcg).toBeGreaterThan((knn?.ndcg ?? 1) * 1.02);
    expect(ease?.coverage).toBeGreaterThan(popularity?.coverage ?? 1);
  });
});
