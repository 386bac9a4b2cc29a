import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import { type BpmnModel, type BpmnNode, type BpmnPool, isGateway } from '../model/bpmn.ts';
import { identifiers } from '../text/identifiers.ts';
import { plainText } from '../text/plain-text.ts';
import { elementTypes, eventTypes } from './element-types.ts';

/** The elements of one file, by the keys of the model. */
export interface ProcessElements {
  readonly definitions: ModdleElement;
  readonly nodes: ReadonlyMap<string, ModdleElement>;
  /** In the order of `model.flows`. */
  readonly flows: readonly ModdleElement[];
  readonly pools: ReadonlyMap<string, ModdleElement>;
  readonly lanes: ReadonlyMap<string, ModdleElement>;
  /** In the order of `model.messages`. */
  readonly messages: readonly ModdleElement[];
  /** What the picture is of: the collaboration, or the only process. */
  readonly root: ModdleElement;
}

const named = (name: string | undefined) => (name?.trim() ? { name: plainText(name) } : {});

function nodeElement(moddle: BpmnModdle, node: BpmnNode, id: string, outgoing: number): ModdleElement {
  const direction = outgoing > 1 ? 'Diverging' : 'Converging';
  const element = moddle.create(elementTypes[node.type], {
    id,
    ...named(node.name),
    ...(isGateway(node.type) ? { gatewayDirection: direction } : {}),
  });
  if (node.event !== undefined) {
    const definition = moddle.create(eventTypes[node.event], { id: `${id}_event` });
    element.set('eventDefinitions', [definition]);
  }
  return element;
}

function processElement(
  moddle: BpmnModdle,
  id: string,
  name: string | undefined,
  flowElements: readonly ModdleElement[],
  lanes: readonly ModdleElement[],
): ModdleElement {
  const laneSets = lanes.length === 0 ? [] : [moddle.create('bpmn:LaneSet', { id: `${id}_lanes`, lanes })];
  return moddle.create('bpmn:Process', {
    id,
    ...named(name),
    isExecutable: false,
    flowElements,
    ...(laneSets.length === 0 ? {} : { laneSets }),
  });
}

/** Builds the tree of BPMN 2.0 elements, without a picture. */
export function processElements(moddle: BpmnModdle, model: BpmnModel): ProcessElements {
  const pools: readonly BpmnPool[] = model.pools ?? [];
  const laneItems = pools.flatMap((pool) => pool.lanes ?? []);
  const nodeId = identifiers(model.nodes, 'Node_');
  const poolId = identifiers(pools, 'Participant_');
  const processId = identifiers(pools, 'Process_');
  const laneId = identifiers(laneItems, 'Lane_');
  const outgoing = Map.groupBy(model.flows, (flow) => flow.from);

  const nodes = new Map(
    model.nodes.map((node) => {
      const count = outgoing.get(node.id)?.length ?? 0;
      return [node.id, nodeElement(moddle, node, nodeId(node.id), count)] as const;
    }),
  );
  const flows = model.flows.map((flow, index) => {
    const [source, target] = [nodes.get(flow.from), nodes.get(flow.to)];
    const ends = { sourceRef: source, targetRef: target };
    const element = moddle.create('bpmn:SequenceFlow', {
      id: `Flow_${index + 1}`,
      ...named(flow.name),
      ...ends,
    });
    for (const [end, list] of [
      [source, 'outgoing'],
      [target, 'incoming'],
    ] as const) {
      const known = end?.get(list);
      if (Array.isArray(known)) known.push(element);
    }
    return element;
  });

  const lanes = new Map(
    laneItems.map((lane) => {
      const flowNodeRef = model.nodes.flatMap((node) =>
        node.lane === lane.id ? (nodes.get(node.id) ?? []) : [],
      );
      return [
        lane.id,
        moddle.create('bpmn:Lane', { id: laneId(lane.id), ...named(lane.name), flowNodeRef }),
      ] as const;
    }),
  );
  const poolOfNode = new Map(model.nodes.map((node) => [node.id, node.pool]));
  const inside = (pool: string | undefined) => [
    ...model.nodes.flatMap((node) => (node.pool === pool ? (nodes.get(node.id) ?? []) : [])),
    ...flows.filter((_, index) => poolOfNode.get(model.flows[index]?.from ?? '') === pool),
  ];
  const processes = new Map(
    pools.map((pool) => {
      const lanesIn = (pool.lanes ?? []).flatMap((lane) => lanes.get(lane.id) ?? []);
      return [
        pool.id,
        processElement(moddle, processId(pool.id), pool.name, inside(pool.id), lanesIn),
      ] as const;
    }),
  );
  const isOutside = (pool: BpmnPool) => !model.nodes.some((node) => node.pool === pool.id);
  const participants = new Map(
    pools.map((pool) => {
      const own = isOutside(pool) ? {} : { processRef: processes.get(pool.id) };
      return [
        pool.id,
        moddle.create('bpmn:Participant', { id: poolId(pool.id), ...named(pool.name), ...own }),
      ] as const;
    }),
  );
  const messages = (model.messages ?? []).map((message, index) =>
    moddle.create('bpmn:MessageFlow', {
      id: `Message_${index + 1}`,
      ...named(message.name),
      sourceRef: nodes.get(message.from) ?? participants.get(message.from),
      targetRef: nodes.get(message.to) ?? participants.get(message.to),
    }),
  );

  const visible = pools.flatMap((pool) => (isOutside(pool) ? [] : (processes.get(pool.id) ?? [])));
  const roots =
    pools.length === 0
      ? [processElement(moddle, 'Process_1', model.name, inside(undefined), [])]
      : [
          moddle.create('bpmn:Collaboration', {
            id: 'Collaboration_1',
            participants: [...participants.values()],
            ...(messages.length === 0 ? {} : { messageFlows: messages }),
          }),
          ...visible,
        ];
  const definitions = moddle.create('bpmn:Definitions', {
    id: 'Definitions_1',
    ...named(model.name),
    targetNamespace: 'http://bpmn.io/schema/bpmn',
    rootElements: roots,
  });
  const [root = definitions] = roots;
  return { definitions, nodes, flows, pools: participants, lanes, messages, root };
}
