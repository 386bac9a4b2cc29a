import { BpmnModel } from './bpmn.ts';
import { C4Model } from './c4.ts';
import { ClassModel } from './classes.ts';
import { ErModel } from './er.ts';
import { FlowchartModel } from './flowchart.ts';
import { GanttModel } from './gantt.ts';
import { SequenceModel } from './sequence.ts';
import { StateModel } from './state.ts';

/** Any model of the engine; `kind` tells which. */
export type Diagram =
  | C4Model
  | SequenceModel
  | ErModel
  | StateModel
  | GanttModel
  | FlowchartModel
  | ClassModel
  | BpmnModel;

export type DiagramKind = Diagram['kind'];

/** JSON Schema of every kind: what `readDiagram` accepts. */
export const diagramSchemas = {
  c4: C4Model,
  sequence: SequenceModel,
  er: ErModel,
  state: StateModel,
  gantt: GanttModel,
  flowchart: FlowchartModel,
  class: ClassModel,
  bpmn: BpmnModel,
} as const;
