import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryEdge, memoryNode } from '../memory-node.fixture.ts';
import { fitCamera, lookAt } from './camera.rules.ts';
import { carryOver, type GraphPart, hitIndex, mergeParts, nodeAt, radiusOf } from './graph-model.rules.ts';
import { labelOrder, shortLabel, takesFreePlace } from './labels.rules.ts';

const number = fc.integer({ min: 1, max: 12 });
const part: fc.Arbitrary<GraphPart> = fc.record({
  nodes: fc.array(
    number.map((id) => memoryNode(id, { level: (['l0', 'l1', 'l2', 'l3'] as const)[id % 4] ?? 'l0' })),
    { maxLength: 12 },
  ),
  edges: fc.array(
    fc.tuple(number, number).map(([from, to]) => memoryEdge(from, to)),
    { maxLength: 20 },
  ),
});

describe('merging parts of the graph', () => {
  it('keeps every node and edge once, and only edges with both ends', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const model = mergeParts(parts);
        const wanted = new Set(parts.flatMap(({ nodes }) => nodes.map(({ id }) => id)));
        expect(new Set(model.nodes.map(({ id }) => id))).toEqual(wanted);
        expect(model.nodes).toHaveLength(wanted.size);
        model.edges.forEach(({ from_id, to_id }, index) => {
          expect(model.nodes[model.ends[index * 2] ?? -1]?.id).toBe(from_id);
          expect(model.nodes[model.ends[index * 2 + 1] ?? -1]?.id).toBe(to_id);
        });
      }),
    );
  });

  it('changes nothing when the same part comes again, and keeps places of the nodes seen first', () => {
    fc.assert(
      fc.property(part, part, (one, other) => {
        const once = mergeParts([one, other]);
        expect(mergeParts([one, other, one])).toEqual(once);
        const alone = mergeParts([one]);
        expect(once.nodes.slice(0, alone.nodes.length).map(({ id }) => id)).toEqual(
          alone.nodes.map(({ id }) => id),
        );
      }),
    );
  });

  it('hides levels with their edges', () => {
    const model = mergeParts(
      [{ nodes: [memoryNode(1), memoryNode(2, { level: 'l2' })], edges: [memoryEdge(1, 2)] }],
      new Set(['l0']),
    );
    expect(model.nodes.map(({ level }) => level)).toEqual(['l2']);
    expect(model.edges).toEqual([]);
  });
});

describe('finding the node under the pointer', () => {
  const coordinate = fc.double({ min: -300, max: 300, noNaN: true });
  it('agrees with looking at every node', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 40 }),
        coordinate,
        coordinate,
        fc.integer({ min: 0, max: 20 }),
        (places, x, y, reach) => {
          const nodes = places.map((_place, index) => memoryNode(index + 1, { connections: index }));
          const positions = Float32Array.from(places.flat());
          const found = nodeAt(hitIndex(positions), positions, nodes, x, y, reach);
          const distances = nodes.map(
            (node, index) =>
              Math.hypot((positions[index * 2] ?? 0) - x, (positions[index * 2 + 1] ?? 0) - y) -
              radiusOf(node),
          );
          const nearest = Math.min(...distances);
          if (nearest > reach) expect(found).toBeNull();
          else expect(distances[found ?? -1]).toBe(nearest);
        },
      ),
    );
  });

  it('passes over nodes without a place', () => {
    const positions = Float32Array.from([Number.NaN, Number.NaN, 10, 10]);
    const nodes = [memoryNode(1), memoryNode(2)];
    expect(nodeAt(hitIndex(positions), positions, nodes, 10, 10, 0)).toBe(1);
    expect(nodeAt(hitIndex(positions), positions, nodes, 0, -50, 4)).toBeNull();
  });
});

describe('places of a grown graph', () => {
  it('stay for known nodes, begin beside a known neighbour for new ones, are open for strangers', () => {
    const model = mergeParts([
      { nodes: [memoryNode(1), memoryNode(2), memoryNode(3)], edges: [memoryEdge(1, 2)] },
    ]);
    const places = carryOver(model, new Map([[memoryNode(1).id, [100, 50]]]));
    expect([places[0], places[1]]).toEqual([100, 50]);
    expect(Math.hypot((places[2] ?? 0) - 100, (places[3] ?? 0) - 50)).toBeCloseTo(24, 3);
    expect(places[4]).toBeNaN();
  });
});

describe('the camera', () => {
  it('shows everything, and puts a point in the middle', () => {
    const coordinate = fc.integer({ min: -2_000, max: 2_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 20 }), (places) => {
        const camera = fitCamera(Float32Array.from(places.flat()), 800, 600);
        for (const [x, y] of places) {
          expect(x * camera.k + camera.x).toBeGreaterThanOrEqual(-0.01);
          expect(x * camera.k + camera.x).toBeLessThanOrEqual(800.01);
          expect(y * camera.k + camera.y).toBeGreaterThanOrEqual(-0.01);
          expect(y * camera.k + camera.y).toBeLessThanOrEqual(600.01);
        }
      }),
    );
    const seen = lookAt({ x: 0, y: 0, k: 1 }, 40, -20, 800, 600);
    expect([40 * seen.k + seen.x, -20 * seen.k + seen.y]).toEqual([400, 300]);
    expect(fitCamera(new Float32Array(0), 800, 600)).toEqual({ x: 400, y: 300, k: 1 });
  });
});

describe('labels', () => {
  it('go to the node in focus and its neighbours, else from the highest level down', () => {
    const model = mergeParts([
      {
        nodes: [memoryNode(1), memoryNode(2, { level: 'l3' }), memoryNode(3, { level: 'l2' })],
        edges: [memoryEdge(1, 3)],
      },
    ]);
    expect([...labelOrder(model, 0, 1)]).toEqual([0, 2]);
    expect([...labelOrder(model, null, 0.3)]).toEqual([1]);
    expect([...labelOrder(model, null, 3)]).toEqual([1, 2, 0]);
  });

  it('are short, and never lie over another', () => {
    expect(shortLabel('  a\n b ')).toBe('a b');
    expect([...shortLabel('я'.repeat(60))]).toHaveLength(28);
    const taken = [{ left: 0, right: 10, top: 0, bottom: 10 }];
    expect(takesFreePlace(taken, { left: 5, right: 15, top: 5, bottom: 15 })).toBe(false);
    expect(takesFreePlace(taken, { left: 11, right: 15, top: 5, bottom: 15 })).toBe(true);
    expect(taken).toHaveLength(2);
  });
});
