import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOf, meetingPoints, topologicalOrder } from './graph.ts';
import { type Box, layeredLayout } from './layered.ts';

const input = fc.record({
  bands: fc.array(fc.nat(2), { minLength: 1, maxLength: 25 }),
  edges: fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 40 }),
});

const apart = (one: Box, other: Box) =>
  one.x + one.width <= other.x ||
  other.x + other.width <= one.x ||
  one.y + one.height <= other.y ||
  other.y + other.height <= one.y;

describe('layeredLayout', () => {
  it('sets boxes apart and inside their bands, and leads every edge from box to box at right angles', () => {
    fc.assert(
      fc.property(input, ({ bands, edges }) => {
        const nodes = bands.map((band) => ({ width: 100, height: 80, band }));
        const known = edges.filter(([from, to]) => from < nodes.length && to < nodes.length);
        const layout = layeredLayout(nodes, known, [40, 0, 50], 100);
        for (const [index, box] of layout.boxes.entries()) {
          const band = layout.bands[bands[index] ?? 0];
          expect(box.y).toBeGreaterThanOrEqual(band?.y ?? Number.NaN);
          expect(box.y + box.height).toBeLessThanOrEqual((band?.y ?? 0) + (band?.height ?? 0));
          expect(box.x + box.width).toBeLessThan(layout.width);
          for (const other of layout.boxes.slice(index + 1)) expect(apart(box, other)).toBe(true);
        }
        for (const [index, [from, to]] of known.entries()) {
          const route = layout.routes[index] ?? [];
          const [source, target] = [layout.boxes[from], layout.boxes[to]];
          expect(route[0]).toEqual({ x: (source?.x ?? 0) + 100, y: (source?.y ?? 0) + 40 });
          expect(route.at(-1)).toEqual({ x: target?.x, y: (target?.y ?? 0) + 40 });
          for (const [step, point] of route.slice(1).entries())
            expect(point.x === route[step]?.x || point.y === route[step]?.y).toBe(true);
        }
      }),
    );
  });

  it('leads no edge through a box', () => {
    fc.assert(
      fc.property(input, ({ bands, edges }) => {
        const nodes = bands.map((band) => ({ width: 100, height: 80, band }));
        const known = edges.filter(([from, to]) => from < nodes.length && to < nodes.length);
        const layout = layeredLayout(nodes, known, [40, 0, 50], 100);
        for (const route of layout.routes) {
          for (const [step, point] of route.slice(1).entries()) {
            const before = route[step] ?? point;
            const [x, y] = [Math.min(before.x, point.x), Math.min(before.y, point.y)];
            const line = {
              x: x + 1,
              y: y + 1,
              width: Math.abs(before.x - point.x) - 2,
              height: Math.abs(before.y - point.y) - 2,
            };
            for (const box of layout.boxes) expect(apart(line, box)).toBe(true);
          }
        }
      }),
    );
  });
});

describe('meetingPoints', () => {
  it('finds where branches meet', () => {
    const graph = graphOf(6, [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
      [3, 4],
      [3, 5],
    ]);
    expect(meetingPoints(graph, topologicalOrder(graph) ?? [])).toEqual([3, 3, 3, -1, -1, -1]);
  });
  it('has no order for a circle', () => {
    expect(
      topologicalOrder(
        graphOf(2, [
          [0, 1],
          [1, 0],
        ]),
      ),
    ).toBeUndefined();
  });
});
