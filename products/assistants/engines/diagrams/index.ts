/**
 * Diagrams: neutral models written as Mermaid, PlantUML and BPMN 2.0 XML. Pure and deterministic; every function
 * answers an `Outcome` (a value or a fault with a code) and throws nothing. Texts of a model may hold anything:
 * they come out as labels and never as syntax, cut to `labelLimit` characters.
 */

export { withExplicitGateways } from './bpmn/explicit-gateways.ts';
export { flowchartOfProcess } from './bpmn/flowchart-of-process.ts';
export { withoutIdleGateways } from './bpmn/idle-gateways.ts';
export { checkProcess } from './bpmn/process-rules.ts';
export { fromBpmn, type ReadBpmn } from './bpmn/read-bpmn.ts';
export { type BpmnFile, toBpmn } from './bpmn/write-bpmn.ts';
export type { DiagramFinding } from './finding.ts';
export { lintBpmn } from './lint/lint-bpmn.ts';
export { lintMermaid, type MermaidReport } from './lint/lint-mermaid.ts';
export { c4FromObjects, type SystemInput } from './makers/c4-from-objects.ts';
export { c4FromText } from './makers/c4-from-text.ts';
export { type AttributeInput, erFromObjects, type ObjectInput } from './makers/er-from-objects.ts';
export { type ProcessFromText, processFromText } from './makers/process-from-text.ts';
export { type CallInput, sequenceFromCalls } from './makers/sequence-from-calls.ts';
export { sequenceFromText } from './makers/sequence-from-text.ts';
export { stateFromText } from './makers/state-from-text.ts';
export { toMermaid } from './mermaid/write-mermaid.ts';
export type { BpmnModel } from './model/bpmn.ts';
export type { C4Model } from './model/c4.ts';
export { checkDiagram, diagramLimits } from './model/check-diagram.ts';
export type { ClassModel } from './model/classes.ts';
export { type Diagram, type DiagramKind, diagramSchemas } from './model/diagram.ts';
export type { ErModel } from './model/er.ts';
export type { FlowchartModel } from './model/flowchart.ts';
export type { GanttModel } from './model/gantt.ts';
export { readDiagram } from './model/read-diagram.ts';
export type { SequenceModel, SequenceStep } from './model/sequence.ts';
export type { StateModel } from './model/state.ts';
export type { DiagramFault, DiagramFaultCode, Outcome } from './outcome.ts';
export { toPlantUml } from './plantuml/write-plantuml.ts';
export { labelLimit } from './text/plain-text.ts';
