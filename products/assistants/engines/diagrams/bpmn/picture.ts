import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import type { Box, Point } from '../layout/layered.ts';
import type { ProcessElements } from './process-elements.ts';
import type { ProcessLayout } from './process-layout.ts';

/** Adds the picture (BPMN DI): a shape for each box and an edge for each line. */
export function addPicture(moddle: BpmnModdle, elements: ProcessElements, layout: ProcessLayout): void {
  const shapes = (
    found: ReadonlyMap<string, ModdleElement>,
    boxes: ReadonlyMap<string, Box>,
    extra: Readonly<Record<string, unknown>> = {},
  ) =>
    [...found].map(([key, bpmnElement]) => {
      const { x = 0, y = 0, width = 0, height = 0 } = boxes.get(key) ?? {};
      return moddle.create('bpmndi:BPMNShape', {
        id: `${bpmnElement.id}_di`,
        bpmnElement,
        bounds: moddle.create('dc:Bounds', { x, y, width, height }),
        ...extra,
      });
    });
  const edges = (found: readonly ModdleElement[], routes: readonly (readonly Point[])[]) =>
    found.map((bpmnElement, index) =>
      moddle.create('bpmndi:BPMNEdge', {
        id: `${bpmnElement.id}_di`,
        bpmnElement,
        waypoint: (routes[index] ?? []).map(({ x, y }) => moddle.create('dc:Point', { x, y })),
      }),
    );
  const planeElement = [
    ...shapes(elements.pools, layout.pools, { isHorizontal: true }),
    ...shapes(elements.lanes, layout.lanes, { isHorizontal: true }),
    ...shapes(elements.nodes, layout.nodes),
    ...edges(elements.flows, layout.flows),
    ...edges(elements.messages, layout.messages),
  ];
  const plane = moddle.create('bpmndi:BPMNPlane', {
    id: 'Plane_1',
    bpmnElement: elements.root,
    planeElement,
  });
  elements.definitions.set('diagrams', [moddle.create('bpmndi:BPMNDiagram', { id: 'Diagram_1', plane })]);
}
