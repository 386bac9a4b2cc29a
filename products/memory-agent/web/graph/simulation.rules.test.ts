import { describe, expect, it } from 'vitest';
import { createSimulation } from './simulation.ts';

const graph = {
  kind: 'graph',
  generation: 1,
  positions: Float32Array.from([0, 0, Number.NaN, Number.NaN, 400, 400]),
  ends: Uint32Array.from([0, 1]),
  radii: Float32Array.from([5, 5, 5]),
  heat: 1,
  still: false,
} as const;

describe('the layout', () => {
  it('comes to rest with every node placed, linked ones nearer than strangers', () => {
    const simulation = createSimulation(graph);
    for (let tick = 0; tick < 1_000 && !simulation.resting(); tick += 1) simulation.tick();
    expect(simulation.resting()).toBe(true);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = simulation.positions();
    expect(Number.isFinite(x1) && Number.isFinite(y1)).toBe(true);
    expect(Math.hypot(x0 - x1, y0 - y1)).toBeLessThan(Math.hypot(x0 - x2, y0 - y2));
  });

  it('keeps a held node where the pointer is, and wakes up for it', () => {
    const simulation = createSimulation(graph);
    while (!simulation.resting()) simulation.tick();
    simulation.hold(0, 123, 45);
    expect(simulation.resting()).toBe(false);
    simulation.tick();
    expect([...simulation.positions()].slice(0, 2)).toEqual([123, 45]);
    simulation.release(0);
    while (!simulation.resting()) simulation.tick();
    expect([...simulation.positions()].slice(0, 2)).not.toEqual([123, 45]);
  });
});
