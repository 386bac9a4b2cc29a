import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundsAround,
  boundsOfView,
  fitted,
  metresPerPixel,
  panned,
  project,
  unproject,
  zoomed,
  zoomRange,
} from './camera.rules.ts';

const size = { width: 390, height: 500 };
const place = fc.record({
  lat: fc.double({ min: -80, max: 80, noNaN: true }),
  lng: fc.double({ min: -170, max: 170, noNaN: true }),
});
const camera = fc.record({
  center: place,
  zoom: fc.double({ min: zoomRange.min, max: zoomRange.max, noNaN: true }),
});
const spot = fc.record({
  x: fc.double({ min: 0, max: 390, noNaN: true }),
  y: fc.double({ min: 0, max: 500, noNaN: true }),
});

describe('places and pixels', () => {
  it('lead to each other', () => {
    fc.assert(
      fc.property(camera, place, (view, at) => {
        const back = unproject(project(at, view, size), view, size);
        expect(back.lat).toBeCloseTo(at.lat, 6);
        expect(back.lng).toBeCloseTo(at.lng, 6);
      }),
    );
  });

  it('agree with what is known of the projection', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(78_271.517, 2);
    expect(metresPerPixel(60, 15)).toBeCloseTo(78_271.517 / 2 / 2 ** 15, 3);
    const middle = { center: { lat: 59.939, lng: 30.315 }, zoom: 14 };
    expect(project(middle.center, middle, size)).toEqual({ x: 195, y: 250 });
  });
});

describe('moving the map', () => {
  it('keeps the place under the finger while zooming', () => {
    fc.assert(
      fc.property(camera, spot, fc.double({ min: -2, max: 2, noNaN: true }), (view, at, by) => {
        const near = { ...view, center: { lat: view.center.lat / 2, lng: view.center.lng } };
        const held = unproject(at, near, size);
        const after = project(held, zoomed(near, by, at, size), size);
        // At the edge of the world the map stops instead.
        if (Math.abs(held.lat) < 80) {
          expect(after.x).toBeCloseTo(at.x, 3);
          expect(after.y).toBeCloseTo(at.y, 0);
        }
      }),
      { examples: [] },
    );
  });

  it('goes where it is pulled', () => {
    const view = { center: { lat: 59.939, lng: 30.315 }, zoom: 13 };
    const moved = panned(view, { x: 40, y: -25 });
    const { x, y } = project(view.center, moved, size);
    expect([x, y].map(Math.round)).toEqual([195 + 40, 250 - 25]);
  });
});

describe('fitting', () => {
  it('shows every place', () => {
    const around = fc.array(place, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(around, (places) => {
        const bounds = boundsAround(places);
        if (bounds === null) throw new Error('There are places.');
        const view = fitted(bounds, size);
        // The whole world does not fit into a phone.
        if (view.zoom > zoomRange.min) {
          for (const at of places) {
            const { x, y } = project(at, view, size);
            expect(x).toBeGreaterThanOrEqual(-0.5);
            expect(x).toBeLessThanOrEqual(size.width + 0.5);
            expect(y).toBeGreaterThanOrEqual(-0.5);
            expect(y).toBeLessThanOrEqual(size.height + 0.5);
          }
        }
      }),
    );
  });

  it('does not come closer than streets to a single place', () => {
    const at = { lat: 59.93, lng: 30.33 };
    const view = fitted({ south: at.lat, north: at.lat, west: at.lng, east: at.lng }, size);
    expect(view.zoom).toBe(16);
    const seen = boundsOfView(view, size);
    expect(seen.south < at.lat && at.lat < seen.north && seen.west < at.lng && at.lng < seen.east).toBe(true);
  });

  it('has nothing to fit to without places', () => {
    expect(boundsAround([])).toBeNull();
  });
});
