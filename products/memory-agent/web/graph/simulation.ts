import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Simulation,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { LayoutRequest } from './layout-messages.ts';

interface Body extends SimulationNodeDatum {
  readonly index: number;
  readonly radius: number;
}

export interface GraphSimulation {
  readonly positions: () => Float32Array<ArrayBuffer>;
  readonly resting: () => boolean;
  readonly tick: () => void;
  readonly hold: (index: number, x: number, y: number) => void;
  readonly release: (index: number) => void;
}

const finite = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);

/** Arranges a graph by forces, tick by tick; runs no timer of its own. */
export function createSimulation(graph: Extract<LayoutRequest, { readonly kind: 'graph' }>): GraphSimulation {
  const count = graph.radii.length;
  const bodies: Body[] = Array.from({ length: count }, (_, index) => {
    const x = graph.positions[index * 2];
    const y = graph.positions[index * 2 + 1];
    return { index, radius: graph.radii[index] ?? 4, ...(finite(x) && finite(y) ? { x, y } : {}) };
  });
  const links: SimulationLinkDatum<Body>[] = Array.from({ length: graph.ends.length / 2 }, (_, index) => ({
    source: graph.ends[index * 2] ?? 0,
    target: graph.ends[index * 2 + 1] ?? 0,
  }));
  const spread = count > 800 ? 0.9 : 1;
  const simulation: Simulation<Body, SimulationLinkDatum<Body>> = forceSimulation(bodies)
    .force('link', forceLink<Body, SimulationLinkDatum<Body>>(links).distance(count > 300 ? 38 * spread : 56))
    .force(
      'charge',
      forceManyBody<Body>()
        .strength(count > 300 ? -55 * spread : -110)
        .theta(1)
        .distanceMax(420),
    )
    .force('collide', forceCollide<Body>((body) => body.radius + 2).iterations(1))
    .force('x', forceX<Body>(0).strength(0.035))
    .force('y', forceY<Body>(0).strength(0.045))
    .alpha(graph.heat)
    .alphaDecay(count > 800 ? 0.035 : 0.0275)
    .stop();
  return {
    positions: () => {
      const positions = new Float32Array(count * 2);
      for (const body of bodies) {
        positions[body.index * 2] = body.x ?? 0;
        positions[body.index * 2 + 1] = body.y ?? 0;
      }
      return positions;
    },
    resting: () => simulation.alpha() < simulation.alphaMin() && simulation.alphaTarget() === 0,
    tick: () => simulation.tick(),
    hold: (index, x, y) => {
      const body = bodies[index];
      if (body === undefined) return;
      body.fx = x;
      body.fy = y;
      simulation.alphaTarget(0.2).alpha(Math.max(simulation.alpha(), 0.2));
    },
    release: (index) => {
      const body = bodies[index];
      if (body === undefined) return;
      body.fx = null;
      body.fy = null;
      simulation.alphaTarget(0);
    },
  };
}
