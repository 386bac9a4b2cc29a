import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlendInput, bayesianRating, blend, type Candidate, diverse } from './blend.rules.ts';
import { reasonsOf } from './reasons.rules.ts';

const now = new Date('2026-05-20T12:00:00Z');
const candidate = (itemId: string, changes: Partial<Candidate> = {}): Candidate => ({
  itemId,
  city: 'riga',
  category: 'history',
  position: { lat: 56.95, lng: 24.1 },
  publishedAt: new Date('2025-01-01T00:00:00Z'),
  ratingSum: 0,
  ratingCount: 0,
  popularity: 0,
  ...changes,
});
const input = (candidates: readonly Candidate[], changes: Partial<BlendInput> = {}): BlendInput => ({
  candidates,
  taste: [],
  history: [],
  surroundings: { meanRating: 4, mostPopular: new Map([['riga', 100]]) },
  near: null,
  city: null,
  now,
  ...changes,
});
const reasonsFor = (changes: Partial<Candidate>, more: Partial<BlendInput> = {}) =>
  blend(input([candidate('a', changes)], more))[0]?.because;

describe('reasons', () => {
  it('name what gave the score, the strongest first', () => {
    const because = reasonsFor(
      { popularity: 100, ratingSum: 50, ratingCount: 10, publishedAt: new Date('2026-05-19T00:00:00Z') },
      {
        taste: [{ itemId: 'a', score: 2, becauseOf: 'liked' }],
        near: { lat: 56.95, lng: 24.1 },
        history: [{ itemId: 'liked', weight: 1, category: 'history' }],
      },
    );
    expect(because).toEqual([
      { kind: 'similar_to', itemId: 'liked' },
      { kind: 'near', metres: 0 },
      { kind: 'category' },
    ]);
  });

  it.each([
    ['popular', { popularity: 90 }, [{ kind: 'popular_in_city' }]],
    ['well rated by many', { ratingSum: 50, ratingCount: 10 }, [{ kind: 'highly_rated' }]],
    ['new', { publishedAt: new Date('2026-05-10T00:00:00Z') }, [{ kind: 'new' }]],
    ['one lucky star', { ratingSum: 5, ratingCount: 1, popularity: 90 }, [{ kind: 'popular_in_city' }]],
  ])('of strangers: %s', (_name, changes, expected) => expect(reasonsFor(changes)).toEqual(expected));

  it('never claim a nearness, taste, city or fame that is not there', () => {
    expect(reasonsFor({ position: null, popularity: 90 }, { near: { lat: 0, lng: 0 } })).toEqual([
      { kind: 'popular_in_city' },
    ]);
    expect(reasonsFor({ city: null, popularity: 90 })).not.toContainEqual({ kind: 'popular_in_city' });
    expect(reasonsOf([])).toHaveLength(1);
    expect(reasonsOf([{ kind: 'category', value: 0.1, affinity: 0.05 }])).toEqual([{ kind: 'category' }]);
    expect(reasonsOf([{ kind: 'near', value: 0.001, metres: 20_000.4 }])).toEqual([
      { kind: 'near', metres: 20_000 },
    ]);
  });
});

describe('the blend', () => {
  it('puts what is popular near first for people nobody knows', () => {
    const far = { lat: 55.75, lng: 37.61 };
    const ranked = blend(
      input(
        [
          candidate('quiet', { popularity: 1 }),
          candidate('loved', { popularity: 100 }),
          candidate('far', { popularity: 100, position: far, city: 'moscow' }),
        ],
        {
          near: { lat: 56.95, lng: 24.1 },
          surroundings: {
            meanRating: 4,
            mostPopular: new Map([
              ['riga', 100],
              ['moscow', 100],
            ]),
          },
        },
      ),
    );
    expect(ranked.map(({ itemId }) => itemId)).toEqual(['loved', 'quiet', 'far']);
  });

  it('puts taste first for people it knows', () => {
    const ranked = blend(
      input([candidate('famous', { popularity: 100 }), candidate('fitting')], {
        taste: [{ itemId: 'fitting', score: 0.4, becauseOf: 'liked' }],
        history: [{ itemId: 'liked', weight: 1, category: null }],
      }),
    );
    expect(ranked[0]?.itemId).toBe('fitting');
  });

  it('is the same whatever the order it is given', () => {
    const items = fc.array(
      fc.record({ popularity: fc.integer({ min: 0, max: 3 }), category: fc.constantFrom('a', 'b', null) }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 10 }), (made, limit) => {
        const candidates = made.map((changes, at) => candidate(`i${String(at).padStart(2, '0')}`, changes));
        const answer = diverse(blend(input(candidates)), limit);
        expect(diverse(blend(input(candidates.toReversed())), limit)).toEqual(answer);
        expect(answer).toHaveLength(Math.min(limit, candidates.length));
        expect(new Set(answer.map(({ itemId }) => itemId)).size).toBe(answer.length);
        for (const { because } of answer) expect(because.length).toBeGreaterThan(0);
      }),
    );
  });

  it('believes ratings the more there are', () => {
    expect(bayesianRating(5, 1, 4)).toBeCloseTo(25 / 6, 12);
    expect(bayesianRating(500, 100, 4)).toBeGreaterThan(4.9);
  });
});

describe('diversity', () => {
  const one = (itemId: string, category: string | null) => ({
    itemId,
    category,
    score: 1,
    because: [{ kind: 'new' } as const],
  });

  it('lets other categories in while there are any', () => {
    const ranked = [one('a', 'x'), one('b', 'x'), one('c', 'x'), one('d', 'y'), one('e', null)];
    expect(diverse(ranked, 4).map(({ itemId }) => itemId)).toEqual(['a', 'b', 'd', 'e']);
    expect(diverse(ranked.slice(0, 3), 3).map(({ itemId }) => itemId)).toEqual(['a', 'b', 'c']);
  });
});
