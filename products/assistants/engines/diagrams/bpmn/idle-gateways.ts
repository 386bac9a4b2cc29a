import { type BpmnFlow, type BpmnModel, isGateway } from '../model/bpmn.ts';

/** Each pass may leave a gateway idle that was not before; more than a few in a row are rare. */
const passLimit = 20;

const keyOf = ({ from, to, name }: BpmnFlow) => JSON.stringify([from, to, name]);

/** The same process without doubled flows and without gateways that have one flow in and one out. */
export function withoutIdleGateways(model: BpmnModel): BpmnModel {
  let current = model;
  for (let pass = 0; pass < passLimit; pass++) {
    const next = onePass(current);
    if (next.nodes.length === current.nodes.length && next.flows.length === current.flows.length) return next;
    current = next;
  }
  return current;
}

function onePass(model: BpmnModel): BpmnModel {
  const unique = new Map(model.flows.map((flow) => [keyOf(flow), flow]));
  const flows = new Set<BpmnFlow>(unique.values());
  const incoming = new Map<string, Set<BpmnFlow>>();
  const outgoing = new Map<string, Set<BpmnFlow>>();
  const at = (index: Map<string, Set<BpmnFlow>>, id: string) => {
    const known = index.get(id) ?? new Set<BpmnFlow>();
    index.set(id, known);
    return known;
  };
  const add = (flow: BpmnFlow) => {
    flows.add(flow);
    at(outgoing, flow.from).add(flow);
    at(incoming, flow.to).add(flow);
  };
  const remove = (flow: BpmnFlow) => {
    flows.delete(flow);
    at(outgoing, flow.from).delete(flow);
    at(incoming, flow.to).delete(flow);
  };
  for (const flow of flows) add(flow);
  const nodes = model.nodes.filter((node) => {
    const [before, ...moreIn] = at(incoming, node.id);
    const [after, ...moreOut] = at(outgoing, node.id);
    const idle = isGateway(node.type) && before !== undefined && after !== undefined && before !== after;
    if (!idle || moreIn.length + moreOut.length > 0) return true;
    remove(before);
    remove(after);
    const name = before.name ?? after.name;
    add({ from: before.from, to: after.to, ...(name === undefined ? {} : { name }) });
    return false;
  });
  return { ...model, nodes, flows: [...flows] };
}
