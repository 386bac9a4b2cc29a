/** Undirected weighted edges between nodes 0..n-1. */
export interface GraphEdge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

const ROUNDS = 20;

/**
 * Communities of a graph by label propagation: each node takes the label that weighs most among its neighbours, in
 * the order of the nodes, the smallest label on a tie, until nothing changes. Deterministic. Answers the label of
 * each node; labels are node numbers.
 */
export function propagateLabels(nodes: number, edges: readonly GraphEdge[]): number[] {
  const neighbours: { node: number; weight: number }[][] = Array.from({ length: nodes }, () => []);
  for (const { a, b, weight } of edges) {
    neighbours[a]?.push({ node: b, weight });
    neighbours[b]?.push({ node: a, weight });
  }
  const labels = Array.from({ length: nodes }, (_, node) => node);
  for (let round = 0; round < ROUNDS; round += 1) {
    let changed = false;
    for (let node = 0; node < nodes; node += 1) {
      const votes = new Map<number, number>();
      for (const { node: other, weight } of neighbours[node] ?? []) {
        const label = labels[other] ?? other;
        votes.set(label, (votes.get(label) ?? 0) + weight);
      }
      const own = labels[node] ?? node;
      let best = own;
      let bestVotes = votes.get(own) ?? 0;
      for (const [label, vote] of votes) {
        if (vote > bestVotes + 1e-12 || (Math.abs(vote - bestVotes) <= 1e-12 && label < best)) {
          best = label;
          bestVotes = vote;
        }
      }
      if (best !== own) {
        labels[node] = best;
        changed = true;
      }
    }
    if (!changed) break;
  }
  return labels;
}
