import type { BpmnModel } from './bpmn.ts';
import type { Diagram } from './diagram.ts';

/** A node of a process must stand in a pool and lane that exist and belong together. */
function bpmnMisfit(model: BpmnModel): string | undefined {
  const pools = new Map((model.pools ?? []).map((pool) => [pool.id, pool]));
  const nodes = new Map(model.nodes.map((node) => [node.id, node]));
  for (const node of model.nodes) {
    const pool = node.pool === undefined ? undefined : pools.get(node.pool);
    const lanes = pool?.lanes ?? [];
    if (pools.size > 0 && pool === undefined) return node.pool ?? node.id;
    if (pools.size === 0 && (node.pool !== undefined || node.lane !== undefined)) return node.id;
    const fits = node.lane === undefined || lanes.some((lane) => lane.id === node.lane);
    if (!fits) return node.lane ?? node.id;
  }
  for (const { from, to } of model.flows) {
    const [source, target] = [nodes.get(from), nodes.get(to)];
    if (source === undefined) return from;
    if (target === undefined || target.pool !== source.pool) return to;
  }
  const poolOf = (id: string) => (pools.has(id) ? id : nodes.get(id)?.pool);
  const wrong = (model.messages ?? []).find(
    ({ from, to }) => poolOf(from) === undefined || poolOf(to) === undefined || poolOf(from) === poolOf(to),
  );
  return wrong?.from;
}

/** The first id that exists but cannot stand where it is used. */
export function checkReferenceKinds(diagram: Diagram): string | undefined {
  if (diagram.kind === 'bpmn') return bpmnMisfit(diagram);
  if (diagram.kind === 'flowchart') {
    const nodes = new Set(diagram.nodes.map((node) => node.id));
    const groups = new Set((diagram.groups ?? []).map((group) => group.id));
    const edge = diagram.edges.flatMap(({ from, to }) => [from, to]).find((id) => !nodes.has(id));
    return edge ?? diagram.nodes.find((node) => node.group !== undefined && !groups.has(node.group))?.group;
  }
  if (diagram.kind === 'c4') {
    const boundaries = new Set((diagram.boundaries ?? []).map((boundary) => boundary.id));
    const inside = [...diagram.elements, ...(diagram.boundaries ?? [])];
    const misfit = inside.find((item) => item.boundary !== undefined && !boundaries.has(item.boundary));
    const end = diagram.relations.flatMap(({ from, to }) => [from, to]).find((id) => boundaries.has(id));
    return misfit?.boundary ?? end;
  }
  return undefined;
}
