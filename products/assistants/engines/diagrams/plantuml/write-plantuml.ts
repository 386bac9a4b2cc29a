import { flowchartOfProcess } from '../bpmn/flowchart-of-process.ts';
import { checkDiagram } from '../model/check-diagram.ts';
import type { Diagram } from '../model/diagram.ts';
import { done, type Outcome } from '../outcome.ts';
import { plantText } from '../text/plantuml-text.ts';
import { c4PlantUml } from './c4.ts';
import { classPlantUml } from './classes.ts';
import { erPlantUml } from './er.ts';
import { flowchartPlantUml } from './flowchart.ts';
import { ganttPlantUml } from './gantt.ts';
import { sequencePlantUml } from './sequence.ts';
import { statePlantUml } from './state.ts';

function body(diagram: Diagram): readonly string[] {
  switch (diagram.kind) {
    case 'c4':
      return c4PlantUml(diagram);
    case 'sequence':
      return sequencePlantUml(diagram);
    case 'er':
      return erPlantUml(diagram);
    case 'state':
      return statePlantUml(diagram);
    case 'gantt':
      return ganttPlantUml(diagram);
    case 'flowchart':
      return flowchartPlantUml(diagram);
    case 'class':
      return classPlantUml(diagram);
    case 'bpmn':
      return flowchartPlantUml(flowchartOfProcess(diagram));
  }
}

/**
 * PlantUML text of a model, without includes; a BPMN model becomes an activity diagram.
 * Refuses what `checkDiagram` refuses.
 */
export function toPlantUml(diagram: Diagram): Outcome<string> {
  const fault = checkDiagram(diagram);
  if (fault !== undefined) return fault;
  const word = diagram.kind === 'gantt' ? 'gantt' : 'uml';
  const title = diagram.kind === 'bpmn' ? diagram.name : diagram.title;
  const head = title === undefined ? [] : [`title ${plantText(title)}`];
  return done([`@start${word}`, ...head, ...body(diagram), `@end${word}`, ''].join('\n'));
}
