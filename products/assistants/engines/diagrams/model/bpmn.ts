import { type Static, Type } from 'typebox';
import { Key, Label, listOf } from './parts.ts';

export const BpmnNodeType = Type.Enum([
  'start',
  'end',
  'catch_event',
  'throw_event',
  'task',
  'user_task',
  'manual_task',
  'service_task',
  'script_task',
  'rule_task',
  'send_task',
  'receive_task',
  'call_activity',
  'exclusive',
  'parallel',
  'inclusive',
  'event_based',
]);

/** A business process: pools with lanes, flow nodes, sequence flows and messages between pools. */
export const BpmnModel = Type.Object({
  kind: Type.Literal('bpmn'),
  name: Type.Optional(Label),
  /** None: one process without a pool around it. A pool without nodes is an outside party. */
  pools: Type.Optional(
    listOf(
      Type.Object({
        id: Key,
        name: Label,
        lanes: Type.Optional(listOf(Type.Object({ id: Key, name: Label }))),
      }),
    ),
  ),
  nodes: listOf(
    Type.Object({
      id: Key,
      type: BpmnNodeType,
      name: Type.Optional(Label),
      /** Needed when there are pools. */
      pool: Type.Optional(Key),
      /** A lane of its pool; without one it stands in the first. */
      lane: Type.Optional(Key),
      /** What an event waits for or sends. */
      event: Type.Optional(Type.Enum(['message', 'timer', 'signal', 'error', 'terminate'])),
    }),
  ),
  flows: listOf(
    Type.Object({
      from: Key,
      to: Key,
      /** The condition, as people read it. */
      name: Type.Optional(Label),
    }),
  ),
  /** From and to a node, or a pool without nodes. */
  messages: Type.Optional(listOf(Type.Object({ from: Key, to: Key, name: Type.Optional(Label) }))),
});

export type BpmnModel = Static<typeof BpmnModel>;
export type BpmnNodeType = Static<typeof BpmnNodeType>;
export type BpmnNode = BpmnModel['nodes'][number];
export type BpmnFlow = BpmnModel['flows'][number];
export type BpmnPool = NonNullable<BpmnModel['pools']>[number];

const gateways: ReadonlySet<BpmnNodeType> = new Set(['exclusive', 'parallel', 'inclusive', 'event_based']);
const events: ReadonlySet<BpmnNodeType> = new Set(['start', 'end', 'catch_event', 'throw_event']);

export function isGateway(type: BpmnNodeType): boolean {
  return gateways.has(type);
}

export function isEvent(type: BpmnNodeType): boolean {
  return events.has(type);
}
