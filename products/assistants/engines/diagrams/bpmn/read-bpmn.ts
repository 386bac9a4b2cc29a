import type { ModdleElement } from 'bpmn-moddle';
import { type DiagramFinding, finding } from '../finding.ts';
import type { BpmnFlow, BpmnModel, BpmnNode, BpmnPool } from '../model/bpmn.ts';
import { checkDiagram } from '../model/check-diagram.ts';
import { done, type Outcome } from '../outcome.ts';
import { elementOf, listOf } from './drawn.ts';
import { parseBpmn } from './parse-xml.ts';
import { readNode } from './read-nodes.ts';

export interface ReadBpmn {
  readonly model: BpmnModel;
  /** What the model could not take over, or only nearly. */
  readonly notes: readonly DiagramFinding[];
  /** Events on the edge of an activity; in the model a flow leads from the activity to them. */
  readonly boundaryEvents: ReadonlySet<string>;
}

function lanesOf(sets: readonly ModdleElement[]): readonly ModdleElement[] {
  return sets.flatMap((set) =>
    listOf(set, 'lanes').flatMap((lane) => {
      const child = elementOf(lane, 'childLaneSet');
      return child === undefined ? [lane] : lanesOf([child]);
    }),
  );
}

/** The model of parsed definitions; nothing is refused here. */
export function modelOf(definitions: ModdleElement): ReadBpmn {
  const notes: DiagramFinding[] = [];
  const note = (ru: string, en: string, at?: string) =>
    notes.push(finding('warning', 'not_read', ru, en, at));
  const roots = listOf(definitions, 'rootElements');
  const collaboration = roots.find((root) => root.$type === 'bpmn:Collaboration');
  const participants = listOf(collaboration, 'participants');
  const nodes: BpmnNode[] = [];
  const flows: BpmnFlow[] = [];
  const pools: BpmnPool[] = [];
  const boundaryEvents = new Set<string>();

  const readProcess = (process: ModdleElement, pool: string | undefined) => {
    const lanes = lanesOf(listOf(process, 'laneSets'));
    const laneOf = new Map<string | undefined, string | undefined>(
      lanes.flatMap((lane) => listOf(lane, 'flowNodeRef').map((node) => [node.id, lane.id] as const)),
    );
    for (const element of listOf(process, 'flowElements')) {
      const { id } = element;
      if (element.$type === 'bpmn:SequenceFlow') {
        const [from, to] = [elementOf(element, 'sourceRef')?.id, elementOf(element, 'targetRef')?.id];
        const name = element.name === undefined ? {} : { name: element.name };
        if (from !== undefined && to !== undefined) flows.push({ from, to, ...name });
        else note('Поток ведёт в никуда.', 'A flow leads nowhere.', id);
        continue;
      }
      const read = readNode(element);
      if (read === undefined || read.approximate)
        note(
          `Элемент ${element.$type} прочитан не полностью.`,
          `The element ${element.$type} is not fully read.`,
          id,
        );
      if (read === undefined) continue;
      const lane = pool === undefined ? undefined : laneOf.get(read.node.id);
      nodes.push({
        ...read.node,
        ...(pool === undefined ? {} : { pool }),
        ...(lane === undefined ? {} : { lane }),
      });
      const host = elementOf(element, 'attachedToRef')?.id;
      if (host !== undefined) {
        boundaryEvents.add(read.node.id);
        flows.push({ from: host, to: read.node.id });
      }
    }
    return lanes;
  };

  const readAlready = new Set<ModdleElement>();
  const poolFor = (id: string, name: string, process: ModdleElement | undefined) => {
    if (process !== undefined) readAlready.add(process);
    const lanes = process === undefined ? [] : readProcess(process, id);
    const named = lanes.flatMap((lane) =>
      lane.id === undefined ? [] : [{ id: lane.id, name: lane.name ?? lane.id }],
    );
    pools.push({ id, name, ...(named.length === 0 ? {} : { lanes: named }) });
  };
  for (const [index, participant] of participants.entries()) {
    const process = elementOf(participant, 'processRef');
    const known = process !== undefined && readAlready.has(process);
    poolFor(participant.id ?? `pool${index}`, participant.name ?? '', known ? undefined : process);
  }
  const loose = roots.filter((root) => root.$type === 'bpmn:Process' && !readAlready.has(root));
  const withLanes = loose.some((process) => listOf(process, 'laneSets').length > 0);
  for (const [index, process] of loose.entries()) {
    if (pools.length === 0 && loose.length === 1 && !withLanes) readProcess(process, undefined);
    else poolFor(process.id ?? `process${index}`, process.name ?? '', process);
  }

  const poolOf = new Map<string, string | undefined>([
    ...pools.map((pool) => [pool.id, pool.id] as const),
    ...nodes.map((node) => [node.id, node.pool] as const),
  ]);
  const isNode = new Set(nodes.map((node) => node.id));
  const kept = flows.filter((flow) => {
    const fits =
      isNode.has(flow.from) && isNode.has(flow.to) && poolOf.get(flow.from) === poolOf.get(flow.to);
    if (!fits) note('Поток выходит за пределы процесса.', 'A flow leaves its process.', flow.from);
    return fits;
  });
  const messages = listOf(collaboration, 'messageFlows').flatMap((message) => {
    const [from, to] = [elementOf(message, 'sourceRef')?.id ?? '', elementOf(message, 'targetRef')?.id ?? ''];
    const fits = poolOf.has(from) && poolOf.has(to) && poolOf.get(from) !== poolOf.get(to);
    if (!fits)
      note('Сообщение ведёт не из пула в пул.', 'A message does not lead from pool to pool.', message.id);
    return fits ? [{ from, to, ...(message.name === undefined ? {} : { name: message.name }) }] : [];
  });
  const name = definitions.name ?? (loose.length === 1 ? loose[0]?.name : undefined);
  const model: BpmnModel = {
    kind: 'bpmn',
    ...(name === undefined ? {} : { name }),
    ...(pools.length === 0 ? {} : { pools }),
    nodes,
    flows: kept,
    ...(messages.length === 0 ? {} : { messages }),
  };
  return { model, notes, boundaryEvents };
}

/** Reads BPMN 2.0 XML. Refuses what `parseBpmn` and `checkDiagram` refuse. */
export async function fromBpmn(xml: string): Promise<Outcome<ReadBpmn>> {
  const parsed = await parseBpmn(xml);
  if (!parsed.ok) return parsed;
  const read = modelOf(parsed.value.definitions);
  return checkDiagram(read.model) ?? done(read);
}
