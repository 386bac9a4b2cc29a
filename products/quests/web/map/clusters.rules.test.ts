import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clustersOf, looseZoom } from './clusters.rules.ts';

const near = [
  { id: 'a', place: { lat: 59.93, lng: 30.33 } },
  { id: 'b', place: { lat: 59.9301, lng: 30.3302 } },
  { id: 'c', place: { lat: 59.96, lng: 30.25 } },
];

it('puts neighbours together from afar and shows them one by one when near', () => {
  expect(clustersOf(near, 12).map(({ items }) => items.map(({ id }) => id))).toEqual([['a', 'b'], ['c']]);
  expect(clustersOf(near, looseZoom)).toHaveLength(3);
});

it('loses nobody and shows nobody twice', () => {
  const items = fc.array(
    fc.record({
      lat: fc.double({ min: 59.8, max: 60, noNaN: true }),
      lng: fc.double({ min: 30.2, max: 30.5, noNaN: true }),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(items, fc.double({ min: 3, max: 19, noNaN: true }), (places, zoom) => {
      const all = places.map((place, index) => ({ id: String(index), place }));
      const ids = clustersOf(all, zoom).flatMap((cluster) => cluster.items.map(({ id }) => id));
      expect(ids.sort()).toEqual(all.map(({ id }) => id).sort());
    }),
  );
});
