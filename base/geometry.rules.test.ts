import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  bearingBetween,
  boxesAround,
  boxesBetween,
  destination,
  distanceBetween,
  distanceToLine,
  distanceToSegment,
  isInPolygon,
  isPosition,
  isReached,
  type Position,
  wrapLongitude,
} from './geometry.ts';

const anywhere = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});
const bearing = fc.double({ min: 0, max: 360, noNaN: true });

const holds = ({ southWest, northEast }: Box, { lat, lng }: Position): boolean =>
  lat >= southWest.lat && lat <= northEast.lat && lng >= southWest.lng && lng <= northEast.lng;

describe('distances', () => {
  it.each([
    [{ lat: 55.7539, lng: 37.6208 }, { lat: 59.9398, lng: 30.3146 }, 633_600],
    [{ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 }, 111_195],
    [{ lat: 90, lng: 10 }, { lat: -90, lng: -100 }, 20_015_115],
  ])('from %o to %o', (from, to, metres) => {
    expect(Math.abs(distanceBetween(from, to) - metres) / metres).toBeLessThan(0.002);
  });

  it('arrives where the bearing and the distance say', () => {
    const middle = fc.record({
      lat: fc.double({ min: -80, max: 80, noNaN: true }),
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(middle, bearing, fc.double({ min: 10, max: 500_000, noNaN: true }), (from, way, metres) => {
        const to = destination(from, way, metres);
        expect(distanceBetween(from, to)).toBeCloseTo(metres, 2);
        const off = Math.abs(wrapLongitude(bearingBetween(from, to) - way));
        expect(off).toBeLessThan(0.01);
      }),
    );
  });

  it('measures to the way between two places, and to the ends beyond it', () => {
    const from = { lat: 60, lng: 30 };
    const east = destination(from, 90, 1_000);
    expect(distanceToSegment(destination(destination(from, 90, 500), 0, 40), from, east)).toBeCloseTo(40, 0);
    expect(distanceToSegment(destination(from, 270, 70), from, east)).toBeCloseTo(70, 3);
    expect(distanceToSegment(destination(east, 90, 80), from, east)).toBeCloseTo(80, 3);
    expect(distanceToSegment(east, from, from)).toBeCloseTo(1_000, 3);
    expect(distanceToLine(from, [])).toBe(Number.POSITIVE_INFINITY);
    expect(distanceToLine(east, [from])).toBeCloseTo(1_000, 3);
    expect(distanceToLine(destination(east, 0, 30), [from, east, destination(east, 0, 60)])).toBeCloseTo(
      0,
      1,
    );
  });

  it('is never farther from a way than from any point of it', () => {
    fc.assert(
      fc.property(
        anywhere,
        bearing,
        bearing,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, way, side, share) => {
          const to = destination(from, way, 5_000);
          const on = destination(from, bearingBetween(from, to), share * distanceBetween(from, to));
          const near = destination(on, side, 300);
          expect(distanceToSegment(near, from, to)).toBeLessThanOrEqual(distanceBetween(near, on) + 0.001);
        },
      ),
    );
  });
});

describe('boxes', () => {
  it('hold every place within the radius', () => {
    fc.assert(
      fc.property(
        anywhere,
        bearing,
        fc.double({ min: 0, max: 5_000_000, noNaN: true }),
        (centre, way, metres) => {
          const boxes = boxesAround(centre, metres);
          const within = destination(centre, way, metres * 0.999_999);
          expect(boxes.some((box) => holds(box, within))).toBe(true);
          for (const { southWest, northEast } of boxes) {
            expect(isPosition(southWest) && isPosition(northEast)).toBe(true);
            expect(southWest.lng).toBeLessThanOrEqual(northEast.lng);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are split where a view crosses the antimeridian', () => {
    expect(boxesBetween({ lat: 50, lng: 170 }, { lat: 60, lng: -170 })).toEqual([
      { southWest: { lat: 50, lng: 170 }, northEast: { lat: 60, lng: 180 } },
      { southWest: { lat: 50, lng: -180 }, northEast: { lat: 60, lng: -170 } },
    ]);
    expect(boxesBetween({ lat: -100, lng: -200 }, { lat: 100, lng: 200 })).toEqual([
      { southWest: { lat: -90, lng: -180 }, northEast: { lat: 90, lng: 180 } },
    ]);
  });
});

describe('polygons', () => {
  const square = [
    { lat: 59.9, lng: 30.2 },
    { lat: 59.9, lng: 30.4 },
    { lat: 60, lng: 30.4 },
    { lat: 60, lng: 30.2 },
  ];
  it.each([
    [{ lat: 59.95, lng: 30.3 }, true],
    [{ lat: 59.95, lng: 30.5 }, false],
    [{ lat: 59.95, lng: 30.1 }, false],
    [{ lat: 60.05, lng: 30.3 }, false],
  ])('tell that %o is inside: %s', (position, inside) => {
    const [first] = square;
    expect(isInPolygon(position, square)).toBe(inside);
    expect(isInPolygon(position, first === undefined ? square : [...square, first])).toBe(inside);
    const shifted = square.map(({ lat, lng }) => ({ lat, lng: wrapLongitude(lng + 149.7) }));
    expect(isInPolygon({ lat: position.lat, lng: wrapLongitude(position.lng + 149.7) }, shifted)).toBe(
      inside,
    );
  });

  it('of fewer than three corners hold nothing', () => {
    expect(isInPolygon({ lat: 1, lng: 1 }, [])).toBe(false);
    expect(
      isInPolygon({ lat: 1, lng: 1 }, [
        { lat: 0, lng: 0 },
        { lat: 2, lng: 2 },
      ]),
    ).toBe(false);
  });
});

it.each([
  [30, 30, 0, true],
  [59, 30, 29, true],
  [59, 30, 28, false],
  [61, 30, 10_000, false],
  [35, 30, -10, false],
])('at %d m from a place of %d m with ±%d m is reached: %s', (distance, radius, accuracy, reached) => {
  expect(isReached(distance, radius, accuracy)).toBe(reached);
});
