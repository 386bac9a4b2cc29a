import { flowchartOfProcess } from '../bpmn/flowchart-of-process.ts';
import { checkDiagram } from '../model/check-diagram.ts';
import type { Diagram } from '../model/diagram.ts';
import { done, type Outcome } from '../outcome.ts';
import { c4Mermaid } from './c4.ts';
import { classMermaid } from './classes.ts';
import { erMermaid } from './er.ts';
import { flowchartMermaid } from './flowchart.ts';
import { ganttMermaid } from './gantt.ts';
import { sequenceMermaid } from './sequence.ts';
import { stateMermaid } from './state.ts';

function written(diagram: Diagram): string {
  switch (diagram.kind) {
    case 'c4':
      return c4Mermaid(diagram);
    case 'sequence':
      return sequenceMermaid(diagram);
    case 'er':
      return erMermaid(diagram);
    case 'state':
      return stateMermaid(diagram);
    case 'gantt':
      return ganttMermaid(diagram);
    case 'flowchart':
      return flowchartMermaid(diagram);
    case 'class':
      return classMermaid(diagram);
    case 'bpmn':
      return flowchartMermaid(flowchartOfProcess(diagram));
  }
}

/** Mermaid text of a model; a BPMN model becomes a flowchart. Refuses what `checkDiagram` refuses. */
export function toMermaid(diagram: Diagram): Outcome<string> {
  return checkDiagram(diagram) ?? done(written(diagram));
}
