/** A directed graph on 0..n-1. */
export interface Graph {
  readonly successors: readonly (readonly number[])[];
  readonly predecessors: readonly (readonly number[])[];
}

export function graphOf(count: number, edges: readonly (readonly [number, number])[]): Graph {
  const successors: number[][] = Array.from({ length: count }, () => []);
  const predecessors: number[][] = Array.from({ length: count }, () => []);
  for (const [from, to] of edges) {
    successors[from]?.push(to);
    predecessors[to]?.push(from);
  }
  return { successors, predecessors };
}

/** Nodes after all their predecessors; undefined when there is a circle. */
export function topologicalOrder({ successors, predecessors }: Graph): readonly number[] | undefined {
  const waiting = predecessors.map((list) => list.length);
  const order = waiting.flatMap((count, node) => (count === 0 ? [node] : []));
  for (const node of order) {
    for (const next of successors[node] ?? []) {
      const left = (waiting[next] ?? 0) - 1;
      waiting[next] = left;
      if (left === 0) order.push(next);
    }
  }
  return order.length === successors.length ? order : undefined;
}

/**
 * For each node of a graph without circles the node where all its ways out meet again (immediate
 * postdominator); -1 is the world behind the last nodes.
 */
export function meetingPoints(graph: Graph, order: readonly number[]): readonly number[] {
  const meeting = order.map(() => -1);
  const depth = order.map(() => 1);
  const depthOf = (node: number) => (node < 0 ? 0 : (depth[node] ?? 0));
  const meet = (left: number, right: number): number => {
    let [one, other] = [left, right];
    while (one !== other) {
      if (depthOf(one) >= depthOf(other)) one = meeting[one] ?? -1;
      else other = meeting[other] ?? -1;
    }
    return one;
  };
  for (const node of order.toReversed()) {
    const [first, ...others] = graph.successors[node] ?? [];
    const point = first === undefined ? -1 : others.reduce(meet, first);
    meeting[node] = point;
    depth[node] = depthOf(point) + 1;
  }
  return meeting;
}
