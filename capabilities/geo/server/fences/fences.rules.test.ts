import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destination, type Position } from '#base/geometry';
import type { Fix, Shape } from '../index.ts';
import { crossingsOf, newsOf } from './crossing.rules.ts';
import { distanceToShape, shapeContains, touches } from './shape.rules.ts';

const centre = { lat: 55.752, lng: 37.617 };
const circle: Shape = { kind: 'circle', centre, radius: 50 };
const corner = (bearing: number): Position => destination(centre, bearing, 70);
const polygon: Shape = { kind: 'polygon', ring: [45, 135, 225, 315].map(corner) };
const corridor: Shape = {
  kind: 'corridor',
  line: [destination(centre, 270, 300), centre, destination(centre, 0, 300)],
  width: 40,
};
const away = (bearing: number, metres: number): Position => destination(centre, bearing, metres);

describe('shapes', () => {
  it.each<[Shape, Position, boolean]>([
    [circle, away(10, 49), true],
    [circle, away(10, 51), false],
    [polygon, away(0, 48), true],
    [polygon, away(0, 52), false],
    [polygon, away(45, 69), true],
    [corridor, away(270, 250), true],
    [corridor, destination(away(270, 150), 180, 19), true],
    [corridor, destination(away(270, 150), 180, 21), false],
    [corridor, away(90, 21), false],
  ])('%o contains %o: %s', (shape, position, inside) => {
    expect(shapeContains(shape, position)).toBe(inside);
    expect(shapeContains(shape, position, 30)).toBe(true);
  });

  it.each([circle, polygon, corridor])('are touched by a way through them: %o', (shape) => {
    expect(touches(shape, away(100, 400), away(280, 400))).toBe(true);
    expect(touches(shape, destination(away(100, 400), 180, 300), destination(away(280, 100), 180, 500))).toBe(
      false,
    );
  });

  it('of a point and a hair are no trouble', () => {
    expect(distanceToShape({ kind: 'corridor', line: [], width: 10 }, centre)).toBe(Number.POSITIVE_INFINITY);
    expect(distanceToShape({ kind: 'polygon', ring: [] }, centre)).toBe(Number.POSITIVE_INFINITY);
    expect(touches({ kind: 'corridor', line: [centre], width: 10 }, away(90, 50), away(270, 50))).toBe(true);
  });
});

/** Readings on a line through the fence, every ten seconds. */
const walk = (steps: readonly (readonly [number, number])[]): readonly Fix[] =>
  steps.map(([metres, accuracy], index) => ({
    ...away(metres < 0 ? 270 : 90, Math.abs(metres)),
    accuracy,
    at: new Date(Date.UTC(2026, 0, 1) + index * 10_000),
  }));
const kinds = (steps: readonly (readonly [number, number])[], inside = false): string =>
  crossingsOf(circle, walk(steps), { inside })
    .map(({ kind }) => kind)
    .join(' ');

describe('crossings', () => {
  it.each<[string, readonly (readonly [number, number])[], string]>([
    [
      'walking in and out',
      [
        [200, 5],
        [30, 5],
        [0, 5],
        [-30, 5],
        [-200, 5],
      ],
      'enter exit',
    ],
    [
      'standing at the border',
      [
        [49, 5],
        [52, 5],
        [48, 5],
        [60, 5],
        [49, 5],
        [66, 5],
      ],
      'enter',
    ],
    [
      'one drifted reading',
      [
        [10, 5],
        [160, 150],
        [12, 5],
      ],
      'enter',
    ],
    [
      'one reading of a cell tower',
      [
        [300, 5],
        [10, 900],
        [310, 5],
      ],
      '',
    ],
    [
      'rushing through between two readings',
      [
        [120, 5],
        [-120, 5],
      ],
      'enter exit',
    ],
    [
      'passing by',
      [
        [120, 5],
        [90, 5],
        [120, 5],
      ],
      '',
    ],
    [
      'stopping just beyond the border',
      [
        [120, 5],
        [-60, 5],
        [-55, 5],
        [-90, 5],
      ],
      'enter exit',
    ],
  ])('of %s', (_name, steps, expected) => {
    expect(kinds(steps)).toBe(expected);
  });

  it('are not drawn over a long silence', () => {
    const [from, to] = walk([
      [120, 5],
      [-120, 5],
    ]);
    if (from === undefined || to === undefined) throw new Error('Two readings were made.');
    const later = { ...to, at: new Date(from.at.getTime() + 301_000) };
    expect(crossingsOf(circle, [later], { inside: false, before: from })).toEqual([]);
    expect(crossingsOf(circle, [to], { inside: false, before: from })).toHaveLength(2);
  });

  it('alternate and follow the time, whatever the readings', () => {
    const step = fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 0, max: 300 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), (steps, inside) => {
        const found = crossingsOf(circle, walk(steps), { inside });
        found.forEach(({ kind, at }, index) => {
          expect(kind).toBe((index % 2 === 0) !== inside ? 'enter' : 'exit');
          expect(at.getTime()).toBeGreaterThanOrEqual(found[index - 1]?.at.getTime() ?? 0);
        });
      }),
    );
  });
});

describe('news', () => {
  const crossing = (kind: 'enter' | 'exit', second: number) => ({ kind, at: new Date(second * 1_000) });
  it.each([
    ['a story that only moved in time', [crossing('enter', 10)], [crossing('enter', 5)], []],
    [
      'a visit before',
      [crossing('enter', 20)],
      [crossing('enter', 5), crossing('exit', 9), crossing('enter', 20)],
      [5, 9],
    ],
    ['a story that was cut', [crossing('enter', 5), crossing('exit', 9)], [], []],
    ['the first story', [], [crossing('enter', 5)], [5]],
  ])('after %s', (_name, told, now, expected) => {
    expect(newsOf(told, now).map(({ at }) => at.getTime() / 1_000)).toEqual(expected);
  });
});
