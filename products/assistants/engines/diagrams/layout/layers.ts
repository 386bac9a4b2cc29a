import { type Graph, graphOf, topologicalOrder } from './graph.ts';

type Edge = readonly [number, number];

/** Indices of the edges that lead back to a node they came from. */
export function backEdges(count: number, edges: readonly Edge[]): ReadonlySet<number> {
  const outgoing: [edge: number, to: number][][] = Array.from({ length: count }, () => []);
  const hasIncoming = new Set<number>();
  for (const [index, [from, to]] of edges.entries()) {
    outgoing[from]?.push([index, to]);
    if (from !== to) hasIncoming.add(to);
  }
  const all = Array.from({ length: count }, (_, node) => node);
  const roots = [...all.filter((node) => !hasIncoming.has(node)), ...all];
  const state = new Uint8Array(count);
  const back = new Set<number>();
  for (const root of roots) {
    if (state[root] !== 0) continue;
    const path: { node: number; next: number }[] = [{ node: root, next: 0 }];
    state[root] = 1;
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const way = outgoing[top.node]?.[top.next++];
      if (way === undefined) {
        state[top.node] = 2;
        path.pop();
        continue;
      }
      const [edge, to] = way;
      if (state[to] === 1) back.add(edge);
      else if (state[to] === 0) {
        state[to] = 1;
        path.push({ node: to, next: 0 });
      }
    }
  }
  return back;
}

/** The column of each node: one more than the furthest of those before it. */
export function layersOf(count: number, forward: readonly Edge[]): readonly number[] {
  const graph: Graph = graphOf(count, forward);
  const layers = Array.from({ length: count }, () => 0);
  for (const node of topologicalOrder(graph) ?? []) {
    for (const next of graph.successors[node] ?? [])
      layers[next] = Math.max(layers[next] ?? 0, (layers[node] ?? 0) + 1);
  }
  return layers;
}
