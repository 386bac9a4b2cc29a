import { type BpmnFlow, type BpmnModel, type BpmnNode, isGateway } from '../model/bpmn.ts';

/** The place of a node, for one put beside it. */
function beside(node: BpmnNode, suffix: string, type: BpmnNode['type']): BpmnNode {
  return {
    id: `${node.id}\u0000${suffix}`,
    type,
    ...(node.pool === undefined ? {} : { pool: node.pool }),
    ...(node.lane === undefined ? {} : { lane: node.lane }),
  };
}

/**
 * The same process with a gateway wherever flows split or join without one: an exclusive gateway in front of a
 * node (or splitting gateway) with several flows in, a parallel one behind an activity with several flows out.
 */
export function withExplicitGateways(model: BpmnModel): BpmnModel {
  const incoming = Map.groupBy(model.flows, (flow) => flow.to);
  const outgoing = Map.groupBy(model.flows, (flow) => flow.from);
  const added: BpmnNode[] = [];
  const extra: BpmnFlow[] = [];
  const doorIn = new Map<string, string>();
  const doorOut = new Map<string, string>();
  for (const node of model.nodes) {
    const [ins, outs] = [incoming.get(node.id)?.length ?? 0, outgoing.get(node.id)?.length ?? 0];
    if (ins > 1 && (!isGateway(node.type) || outs > 1)) {
      const join = beside(node, 'join', 'exclusive');
      added.push(join);
      extra.push({ from: join.id, to: node.id });
      doorIn.set(node.id, join.id);
    }
    if (outs > 1 && !isGateway(node.type)) {
      const split = beside(node, 'split', 'parallel');
      added.push(split);
      extra.push({ from: node.id, to: split.id });
      doorOut.set(node.id, split.id);
    }
  }
  if (added.length === 0) return model;
  const flows = model.flows.map((flow) => ({
    ...flow,
    from: doorOut.get(flow.from) ?? flow.from,
    to: doorIn.get(flow.to) ?? flow.to,
  }));
  return { ...model, nodes: [...model.nodes, ...added], flows: [...flows, ...extra] };
}
