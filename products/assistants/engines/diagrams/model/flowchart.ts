import { type Static, Type } from 'typebox';
import { Key, Label, listOf } from './parts.ts';

/** Nodes and arrows; groups are lanes or other frames around nodes. */
export const FlowchartModel = Type.Object({
  kind: Type.Literal('flowchart'),
  title: Type.Optional(Label),
  direction: Type.Optional(Type.Enum(['down', 'right'])),
  nodes: listOf(
    Type.Object({
      id: Key,
      label: Label,
      shape: Type.Enum(['start', 'end', 'action', 'decision', 'parallel', 'event', 'data']),
      group: Type.Optional(Key),
    }),
  ),
  groups: Type.Optional(listOf(Type.Object({ id: Key, name: Label }))),
  edges: listOf(
    Type.Object({
      from: Key,
      to: Key,
      label: Type.Optional(Label),
      /** A message between groups rather than the order of work. */
      dashed: Type.Optional(Type.Boolean()),
    }),
  ),
});

export type FlowchartModel = Static<typeof FlowchartModel>;
export type FlowchartNode = FlowchartModel['nodes'][number];
