import { type DiagramFinding, finding } from '../finding.ts';
import type { BpmnFlow, BpmnModel } from '../model/bpmn.ts';
import { nodeFindings } from './node-rules.ts';

function reachable(
  from: readonly string[],
  next: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const seen = new Set(from);
  for (const id of seen) for (const other of next.get(id) ?? []) seen.add(other);
  return seen;
}

function poolFindings(nodes: BpmnModel['nodes'], where: string, pool: string | undefined) {
  const found: DiagramFinding[] = [];
  const starts = nodes.filter((node) => node.type === 'start').length;
  if (starts !== 1)
    found.push(
      finding(
        'error',
        'start_event',
        `Стартовых событий${where}: ${starts}, а нужно одно.`,
        `Start events${where}: ${starts}, one is needed.`,
        pool,
      ),
    );
  if (!nodes.some((node) => node.type === 'end'))
    found.push(
      finding('error', 'end_event', `Нет конечного события${where}.`, `There is no end event${where}.`, pool),
    );
  return found;
}

/**
 * What a process breaks of the rules of good BPMN: one start, an end, no dangling nodes, gateways that are
 * named and really split or join, nothing split or joined without one, labels that begin with a verb.
 */
export function checkProcess(
  model: BpmnModel,
  boundaryEvents: ReadonlySet<string> = new Set(),
): readonly DiagramFinding[] {
  const outgoing = Map.groupBy(model.flows, (flow) => flow.from);
  const incoming = Map.groupBy(model.flows, (flow) => flow.to);
  const none: readonly BpmnFlow[] = [];
  const found: DiagramFinding[] = [];

  const nodesOf = Map.groupBy(model.nodes, (node) => node.pool);
  if (nodesOf.size === 0)
    found.push(
      finding('error', 'start_event', 'В процессе нет ни одного узла.', 'The process has no nodes.'),
    );
  for (const [id, nodes] of nodesOf) {
    const pool = (model.pools ?? []).find((item) => item.id === id);
    found.push(...poolFindings(nodes, pool === undefined ? '' : ` («${pool.name.slice(0, 60)}»)`, id));
  }

  const seenFlows = new Set<string>();
  for (const { from, to, name } of model.flows) {
    const key = JSON.stringify([from, to, name]);
    if (seenFlows.has(key))
      found.push(
        finding(
          'error',
          'duplicate_flow',
          'Два потока между теми же узлами.',
          'Two flows between the same nodes.',
          from,
        ),
      );
    seenFlows.add(key);
  }
  for (const node of model.nodes) {
    const out = outgoing.get(node.id) ?? none;
    const boundaries = out.filter((flow) => boundaryEvents.has(flow.to)).length;
    found.push(...nodeFindings({ node, incoming: incoming.get(node.id) ?? none, outgoing: out, boundaries }));
  }

  const starts = model.nodes.filter((node) => node.type === 'start').map((node) => node.id);
  const ends = model.nodes.filter((node) => node.type === 'end').map((node) => node.id);
  const targets = new Map([...outgoing].map(([id, flows]) => [id, flows.map((flow) => flow.to)]));
  const sources = new Map([...incoming].map(([id, flows]) => [id, flows.map((flow) => flow.from)]));
  const [forwards, backwards] = [reachable(starts, targets), reachable(ends, sources)];
  for (const { id } of model.nodes) {
    if (starts.length > 0 && !forwards.has(id))
      found.push(
        finding(
          'error',
          'unreachable',
          'До узла нельзя дойти от начала.',
          'The node cannot be reached from the start.',
          id,
        ),
      );
    else if (ends.length > 0 && !backwards.has(id))
      found.push(
        finding(
          'error',
          'endless',
          'От узла нельзя дойти до конца.',
          'No end can be reached from the node.',
          id,
        ),
      );
  }
  return found;
}
