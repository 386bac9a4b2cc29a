import { type Quadtree, quadtree } from 'd3-quadtree';
import type { MemoryEdge, MemoryNode } from '../../contract/index.ts';
import type { Level } from '../levels/levels.ts';

/** A part of the memory as the server draws it. */
export interface GraphPart {
  readonly nodes: readonly MemoryNode[];
  readonly edges: readonly MemoryEdge[];
}

/** Nodes in a stable order, edges as pairs of their indices. */
export interface GraphModel {
  readonly nodes: readonly MemoryNode[];
  readonly edges: readonly MemoryEdge[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Source and target index of every edge, one after the other. */
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly neighbours: readonly ReadonlySet<number>[];
}

const edgeKey = ({ from_id, to_id, kind }: MemoryEdge): string => `${from_id}>${to_id}>${kind}`;

/**
 * One graph of several parts: nodes and edges once each, those seen first in front, edges without both ends left out.
 * Merging is idempotent, and later parts renew what earlier ones said of a node.
 */
export function mergeParts(parts: readonly GraphPart[], hidden: ReadonlySet<Level> = new Set()): GraphModel {
  const byId = new Map<string, MemoryNode>();
  const byKey = new Map<string, MemoryEdge>();
  for (const part of parts) {
    for (const node of part.nodes) if (!hidden.has(node.level)) byId.set(node.id, node);
    for (const edge of part.edges) byKey.set(edgeKey(edge), edge);
  }
  const nodes = [...byId.values()];
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  const edges = [...byKey.values()].filter(
    ({ from_id, to_id }) => from_id !== to_id && indexOf.has(from_id) && indexOf.has(to_id),
  );
  const ends = new Uint32Array(edges.length * 2);
  const neighbours = nodes.map(() => new Set<number>());
  edges.forEach((edge, index) => {
    const from = indexOf.get(edge.from_id) ?? 0;
    const to = indexOf.get(edge.to_id) ?? 0;
    ends[index * 2] = from;
    ends[index * 2 + 1] = to;
    neighbours[from]?.add(to);
    neighbours[to]?.add(from);
  });
  return { nodes, edges, indexOf, ends, neighbours };
}

const baseRadius: Readonly<Record<Level, number>> = { l0: 3.5, l1: 5.5, l2: 7, l3: 11 };

/** Radius of a node in the graph's own units: higher levels and better connected ones are larger. */
export function radiusOf(node: MemoryNode): number {
  return baseRadius[node.level] + Math.min(6, Math.sqrt(node.connections) * 0.7);
}

/** Where nodes are: x and y of each, one after the other, in the order of the model. */
export type Positions = Float32Array<ArrayBuffer>;

export type HitIndex = Quadtree<number>;

/** An index of positions for `nodeAt`; made anew when they change. */
export function hitIndex(positions: Positions): HitIndex {
  const indices = Array.from({ length: positions.length / 2 }, (_, index) => index);
  return quadtree<number>()
    .x((index) => positions[index * 2] ?? 0)
    .y((index) => positions[index * 2 + 1] ?? 0)
    .addAll(
      indices.filter(
        (index) => Number.isFinite(positions[index * 2]) && Number.isFinite(positions[index * 2 + 1]),
      ),
    );
}

const largestRadius = 18;

/**
 * The node under a point, or the nearest within `reach` beyond its rim; null when there is none. Where nodes overlap the
 * one whose rim is nearest (deepest inside) wins.
 */
export function nodeAt(
  index: HitIndex,
  positions: Positions,
  nodes: readonly MemoryNode[],
  x: number,
  y: number,
  reach: number,
): number | null {
  const far = largestRadius + reach;
  let best: number | null = null;
  let bestDistance = reach;
  index.visit((quad, x0, y0, x1, y1) => {
    if ('data' in quad) {
      for (let leaf: typeof quad | undefined = quad; leaf !== undefined; leaf = leaf.next) {
        const node = nodes[leaf.data];
        if (node === undefined) continue;
        const dx = (positions[leaf.data * 2] ?? 0) - x;
        const dy = (positions[leaf.data * 2 + 1] ?? 0) - y;
        const distance = Math.hypot(dx, dy) - radiusOf(node);
        if (distance <= bestDistance && (best === null || distance < bestDistance)) {
          best = leaf.data;
          bestDistance = distance;
        }
      }
    }
    return x0 > x + far || x1 < x - far || y0 > y + far || y1 < y - far;
  });
  return best;
}

/** Positions for a new model: known nodes stay, new ones begin beside a neighbour that is known, else unset (NaN). */
export function carryOver(
  model: GraphModel,
  before: ReadonlyMap<string, readonly [number, number]>,
): Positions {
  const positions = new Float32Array(model.nodes.length * 2).fill(Number.NaN);
  const put = (index: number, x: number, y: number): void => {
    positions[index * 2] = x;
    positions[index * 2 + 1] = y;
  };
  model.nodes.forEach(({ id }, index) => {
    const known = before.get(id);
    if (known !== undefined) put(index, known[0], known[1]);
  });
  model.nodes.forEach(({ id }, index) => {
    if (before.has(id)) return;
    for (const neighbour of model.neighbours[index] ?? []) {
      const known = before.get(model.nodes[neighbour]?.id ?? '');
      if (known === undefined) continue;
      const angle = index * 2.399963;
      put(index, known[0] + Math.cos(angle) * 24, known[1] + Math.sin(angle) * 24);
      return;
    }
  });
  return positions;
}
