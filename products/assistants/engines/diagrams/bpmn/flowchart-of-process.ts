import { type BpmnModel, type BpmnNode, isGateway } from '../model/bpmn.ts';
import type { FlowchartModel, FlowchartNode } from '../model/flowchart.ts';

function shapeOf(node: BpmnNode): FlowchartNode['shape'] {
  if (node.type === 'start' || node.type === 'end') return node.type;
  if (node.type === 'catch_event' || node.type === 'throw_event') return 'event';
  if (node.type === 'parallel') return 'parallel';
  return isGateway(node.type) ? 'decision' : 'action';
}

const bare: Partial<Record<BpmnNode['type'], string>> = {
  start: '●',
  end: '◉',
  parallel: '+',
  exclusive: '×',
  inclusive: '○',
};

/** The same process as a plain flowchart: lanes become groups, messages dashed arrows. */
export function flowchartOfProcess(model: BpmnModel): FlowchartModel {
  const pools = model.pools ?? [];
  const several = pools.length > 1;
  const groups = pools.flatMap((pool) => {
    const lanes = pool.lanes ?? [];
    if (lanes.length === 0) return [{ id: pool.id, name: pool.name }];
    return lanes.map((lane) => ({ id: lane.id, name: several ? `${pool.name}: ${lane.name}` : lane.name }));
  });
  const frames = new Set<string | undefined>(groups.map((group) => group.id));
  const nodes: FlowchartNode[] = model.nodes.map((node) => {
    const group = [node.lane, node.pool].find((id) => frames.has(id));
    const label = node.name?.trim() ? node.name : (bare[node.type] ?? '·');
    return { id: node.id, label, shape: shapeOf(node), ...(group === undefined ? {} : { group }) };
  });
  // A message may go to a pool nobody looks into; a flowchart needs a node there.
  const ids = new Set(nodes.map((node) => node.id));
  const outside = new Set(
    (model.messages ?? []).flatMap(({ from, to }) => [from, to]).filter((id) => !ids.has(id)),
  );
  const doorOf = (id: string) => (outside.has(id) ? `${id}\u0000pool` : id);
  for (const pool of pools) {
    if (outside.has(pool.id))
      nodes.push({
        id: doorOf(pool.id),
        label: pool.name,
        shape: 'action',
        ...(frames.has(pool.id) ? { group: pool.id } : {}),
      });
  }
  const label = (name: string | undefined) => (name?.trim() ? { label: name } : {});
  const flows = model.flows.map(({ from, to, name }) => ({ from, to, ...label(name) }));
  const messages = (model.messages ?? []).map(({ from, to, name }) => ({
    from: doorOf(from),
    to: doorOf(to),
    dashed: true,
    ...label(name),
  }));
  return {
    kind: 'flowchart',
    direction: 'right',
    ...(model.name === undefined ? {} : { title: model.name }),
    nodes,
    groups,
    edges: [...flows, ...messages],
  };
}
