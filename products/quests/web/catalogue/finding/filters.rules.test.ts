import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activeFilters,
  type Filters,
  filtersFrom,
  noFilters,
  queryOf,
  sorts,
  withFilters,
} from './filters.rules.ts';

const read = (text: string): Filters => filtersFrom(new URLSearchParams(text));

const code = fc.constantFrom('', 'spb', 'walk', 'old-town', 'a1');
const filters: fc.Arbitrary<Filters> = fc.record({
  q: fc.constantFrom('', 'мосты', 'львы и грифоны'),
  city: code,
  category: code,
  vehicle: code,
  place: code,
  activity: code,
  tool: code,
  language: fc.constantFrom('', 'ru', 'en'),
  difficulty: fc.option(fc.integer({ min: 1, max: 5 })),
  priceMax: fc.option(fc.integer({ min: 0, max: 100_000_000 })),
  durationMax: fc.option(fc.integer({ min: 1, max: 100_000 })),
  author: fc.constantFrom('', '00000000-0000-7000-8000-0000000000a1'),
  sort: fc.option(fc.constantFrom(...sorts)),
  view: fc.constantFrom('list' as const, 'map' as const),
});

describe('filters in the address', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(filters, (given) => {
        expect(filtersFrom(withFilters(new URLSearchParams(), given))).toEqual(given);
      }),
    );
  });

  it('leave out what is not set and keep what belongs to others', () => {
    expect(withFilters(new URLSearchParams('from=mail'), noFilters).toString()).toBe('from=mail');
    expect(withFilters(new URLSearchParams('city=spb&q=львы'), noFilters).toString()).toBe('');
  });

  it.each([
    'city=%3Cscript%3E',
    'city=UPPER',
    'difficulty=6',
    'difficulty=two',
    'price_max=-1',
    'duration_max=0',
    'language=russian',
    'author=somebody',
    'sort=best',
    'view=globe',
  ])('take %s for nothing', (text) => {
    expect(read(text)).toEqual(noFilters);
  });

  it('tell what narrows the list, and nothing else', () => {
    expect(activeFilters(read('q=львы&sort=new&view=map'))).toEqual([]);
    expect(activeFilters(read('city=spb&price_max=0&difficulty=2'))).toEqual([
      'city',
      'difficulty',
      'priceMax',
    ]);
  });
});

describe('what the server is asked', () => {
  it('is nothing without filters', () => {
    expect(queryOf(noFilters, null)).toEqual({});
  });

  it('carries the filters by their names on the wire', () => {
    expect(queryOf(read('q=львы&tool=torch&price_max=0&duration_max=90&sort=price'), null)).toEqual({
      q: 'львы',
      tool: 'torch',
      price_max: 0,
      duration_max: 90,
      sort: 'price',
    });
  });

  it('rounds the place and orders by distance only with one', () => {
    const byDistance = read('sort=distance');
    expect(queryOf(byDistance, null)).toEqual({});
    expect(queryOf(byDistance, { lat: 59.934_567, lng: 30.335_432, within: 1_000 })).toEqual({
      sort: 'distance',
      near_lat: 59.935,
      near_lng: 30.335,
      within: 1_000,
    });
  });
});
