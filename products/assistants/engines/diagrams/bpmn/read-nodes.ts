import type { ModdleElement } from 'bpmn-moddle';
import type { BpmnNode, BpmnNodeType } from '../model/bpmn.ts';
import { listOf } from './drawn.ts';
import { elementTypes, eventTypes } from './element-types.ts';

const nodeTypes = new Map(Object.entries(elementTypes).map(([type, name]) => [name, type as BpmnNodeType]));
const eventKinds = new Map(
  Object.entries(eventTypes).map(([kind, name]) => [name, kind as NonNullable<BpmnNode['event']>]),
);
/** Elements the model has no word for, and the nearest it has. */
const nearest: Readonly<Record<string, BpmnNodeType>> = {
  'bpmn:SubProcess': 'call_activity',
  'bpmn:AdHocSubProcess': 'call_activity',
  'bpmn:Transaction': 'call_activity',
  'bpmn:ComplexGateway': 'inclusive',
  'bpmn:BoundaryEvent': 'catch_event',
};

/** The node an element stands for, and whether the model says less than the element did. */
export function readNode(
  element: ModdleElement,
): { readonly node: BpmnNode; readonly approximate: boolean } | undefined {
  const exact = nodeTypes.get(element.$type);
  const type = exact ?? nearest[element.$type];
  if (type === undefined || element.id === undefined) return undefined;
  const [definition] = listOf(element, 'eventDefinitions');
  const event = definition === undefined ? undefined : eventKinds.get(definition.$type);
  const node: BpmnNode = {
    id: element.id,
    type,
    ...(element.name === undefined ? {} : { name: element.name }),
    ...(event === undefined ? {} : { event }),
  };
  const lost = definition !== undefined && event === undefined;
  return { node, approximate: exact === undefined || lost };
}
