import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countFilters,
  type Filters,
  filtersFrom,
  kinds,
  noFilters,
  queryOf,
  withFilters,
} from './filters.rules.ts';

const share = fc.integer({ min: 0, max: 20 }).map((step) => Math.round(step * 5) / 100);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const filters: fc.Arbitrary<Filters> = fc.record({
  q: fc.string({ unit: 'binary', maxLength: 40 }),
  level: fc.constantFrom(null, 'l0', 'l1', 'l2', 'l3'),
  kind: fc.constantFrom(null, ...kinds),
  importance: fc.tuple(share, share).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  from: fc.oneof(fc.constant(''), day),
  to: fc.oneof(fc.constant(''), day),
  deleted: fc.boolean(),
});
const wellFormed = (text: string): boolean => text.isWellFormed();

describe('filters in the address', () => {
  it('come back as they were written, and leave other parts alone', () => {
    fc.assert(
      fc.property(
        filters.filter(({ q }) => wellFormed(q)),
        (wanted) => {
          const address = withFilters(new URLSearchParams('memory=one'), wanted);
          const again = new URLSearchParams(address.toString());
          expect(filtersFrom(again)).toEqual(wanted);
          expect(again.get('memory')).toBe('one');
        },
      ),
    );
  });

  it('leave an empty address when nothing is filtered', () => {
    expect(withFilters(new URLSearchParams('q=x&level=l2&min=0.3&deleted=1'), noFilters).toString()).toBe('');
    expect(countFilters(noFilters)).toBe(0);
  });

  it('take any address: what is not understood is not given', () => {
    const name = fc.constantFrom('q', 'level', 'kind', 'min', 'max', 'from', 'to', 'deleted', 'x');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), (pairs) => {
        const read = filtersFrom(new URLSearchParams(pairs.map(([key, value]) => [key, value])));
        expect(read.importance[0]).toBeLessThanOrEqual(read.importance[1]);
        expect(read.importance[0]).toBeGreaterThanOrEqual(0);
        expect(read.importance[1]).toBeLessThanOrEqual(1);
        expect(read.q.length).toBeLessThanOrEqual(500);
        expect(() => queryOf(read)).not.toThrow();
      }),
    );
    const odd = filtersFrom(
      new URLSearchParams('level=l9&kind=dream&min=NaN&max=7&from=1.5.2026&deleted=yes'),
    );
    expect(odd).toEqual(noFilters);
  });

  it('ask the server for whole days of the reader and nothing needless', () => {
    expect(queryOf(noFilters)).toEqual({});
    const { from, to } = queryOf({ ...noFilters, from: '2026-05-01', to: '2026-05-01' });
    expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(24 * 3_600_000);
    expect(queryOf({ ...noFilters, importance: [0.2, 1], deleted: true })).toEqual({
      min_importance: 0.2,
      deleted: true,
    });
  });
});
