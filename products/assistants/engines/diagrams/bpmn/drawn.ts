import type { ModdleElement } from 'bpmn-moddle';

/** Lists of elements behind a property; empty when there is none. */
export function listOf(element: ModdleElement | undefined, property: string): readonly ModdleElement[] {
  const value = element?.get(property);
  return Array.isArray(value) ? value : [];
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

export function elementOf(element: ModdleElement | undefined, property: string): ModdleElement | undefined {
  const value = element?.get(property);
  return isElement(value) ? value : undefined;
}

/** Ids of elements that have a place in the picture: shapes with bounds, edges with two points at least. */
export function drawnIds(definitions: ModdleElement): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const diagram of listOf(definitions, 'diagrams')) {
    for (const shape of listOf(elementOf(diagram, 'plane'), 'planeElement')) {
      const isEdge = shape.$type === 'bpmndi:BPMNEdge';
      const placed = isEdge
        ? listOf(shape, 'waypoint').length > 1
        : shape.$type === 'bpmndi:BPMNShape' && elementOf(shape, 'bounds') !== undefined;
      const id = elementOf(shape, 'bpmnElement')?.id;
      if (placed && id !== undefined) ids.add(id);
    }
  }
  return ids;
}
