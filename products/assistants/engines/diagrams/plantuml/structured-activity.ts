import { type Graph, graphOf, meetingPoints, topologicalOrder } from '../layout/graph.ts';
import type { FlowchartModel, FlowchartNode } from '../model/flowchart.ts';
import { plantText } from '../text/plantuml-text.ts';

const depthLimit = 30;

function opening(node: FlowchartNode, index: number, count: number, text: string): string {
  if (node.shape === 'parallel') return index === 0 ? 'fork' : 'fork again';
  const question = plantText(node.label);
  if (count > 2) return `${index === 0 ? `switch (${question})\n` : ''}case (${text})`;
  return index === 0 ? `if (${question}) then (${text})` : `else (${text})`;
}

function closing(node: FlowchartNode, count: number): string {
  if (node.shape === 'parallel') return 'end fork';
  return count > 2 ? 'endswitch' : 'endif';
}

/**
 * Structured activity syntax (if, fork, swimlanes) of a flowchart that nests properly: one start, no way back,
 * branches that meet again. Undefined for any other.
 */
export function structuredActivity(model: FlowchartModel): readonly string[] | undefined {
  const { nodes, edges } = model;
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  const arcs = edges.map(({ from, to }) => [indexOf.get(from) ?? 0, indexOf.get(to) ?? 0] as const);
  const graph: Graph = graphOf(nodes.length, arcs);
  const order = topologicalOrder(graph);
  const starts = graph.predecessors.flatMap((list, node) => (list.length === 0 ? [node] : []));
  if (order === undefined || starts.length !== 1 || edges.some((edge) => edge.dashed === true))
    return undefined;

  const meeting = meetingPoints(graph, order);
  const labels = new Map(edges.map((edge, index) => [arcs[index]?.join('>'), edge.label ?? '']));
  const groupName = new Map((model.groups ?? []).map((group) => [group.id, plantText(group.name)]));
  const lines: string[] = [];
  const written = new Set<number>();
  // The first swimlane must be opened before anything else.
  const grouped = order.map((index) => nodes[index]?.group).find((group) => group !== undefined);
  let lane = grouped === undefined ? undefined : groupName.get(grouped);
  if (lane !== undefined) lines.push(`|${lane}|`);

  const emit = (node: FlowchartNode) => {
    const next = node.group === undefined ? undefined : groupName.get(node.group);
    if (next !== undefined && next !== lane) lines.push(`|${next}|`);
    lane = next ?? lane;
  };
  const branch = (from: number, to: number) => labels.get([from, to].join('>')) ?? '';

  /** Writes from `first` up to, not including, `last`; false when the graph does not nest. */
  const write = (first: number, last: number, depth: number): boolean => {
    for (let at = first; at !== last && at >= 0; at = meeting[at] ?? -1) {
      const node = nodes[at];
      if (node === undefined || written.has(at) || depth > depthLimit) return false;
      written.add(at);
      emit(node);
      const next = graph.successors[at] ?? [];
      const point = meeting[at] ?? -1;
      if (new Set(next).size !== next.length) return false;
      if (node.shape === 'start') lines.push('start');
      // A join has nothing to say: the branches already meet here.
      else if (node.shape !== 'parallel' && (node.shape !== 'decision' || next.length === 1))
        lines.push(
          node.shape === 'decision' && node.label.trim().length < 2 ? '' : `:${plantText(node.label)};`,
        );
      if (next.length === 0) lines.push('stop');
      if (next.length < 2) {
        const [only] = next;
        if (only !== undefined && branch(at, only) !== '') lines.push(`-> ${plantText(branch(at, only))};`);
        continue;
      }
      for (const [index, target] of next.entries()) {
        const text = plantText(branch(at, target), '');
        lines.push(opening(node, index, next.length, text));
        const before = lane;
        if (!write(target, point, depth + 1)) return false;
        if (before !== undefined && before !== lane) lines.push(`|${before}|`);
        lane = before;
      }
      lines.push(closing(node, next.length));
    }
    return true;
  };
  if (!write(starts[0] ?? 0, -1, 0) || written.size !== nodes.length) return undefined;
  return lines.filter((line) => line !== '');
}
