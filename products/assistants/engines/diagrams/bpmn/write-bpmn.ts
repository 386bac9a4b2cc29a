import { layoutProcess } from 'bpmn-auto-layout';
import { BpmnModdle } from 'bpmn-moddle';
import type { DiagramFinding } from '../finding.ts';
import type { BpmnModel } from '../model/bpmn.ts';
import { checkDiagram } from '../model/check-diagram.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { drawnIds } from './drawn.ts';
import { addPicture } from './picture.ts';
import { processElements } from './process-elements.ts';
import { processLayout } from './process-layout.ts';
import { checkProcess } from './process-rules.ts';

/** Beyond this many nodes the layout library takes seconds; ours does not. */
const libraryLimit = 200;

export interface BpmnFile {
  /** BPMN 2.0 XML with a place for each node and a line for each flow. */
  readonly xml: string;
  /** Advice that did not stop the writing, such as labels without a verb. */
  readonly warnings: readonly DiagramFinding[];
}

/** The library's layout of one process without pools; undefined where it leaves anything out. */
async function laidOut(xml: string, ids: readonly string[]): Promise<string | undefined> {
  try {
    const drawn = await layoutProcess(xml);
    const { rootElement, warnings } = await new BpmnModdle().fromXML(drawn);
    const known = drawnIds(rootElement);
    return warnings.length === 0 && ids.every((id) => known.has(id)) ? drawn : undefined;
  } catch {
    return undefined;
  }
}

/**
 * BPMN 2.0 XML of a process. Refuses what `checkDiagram` refuses, and with `diagrams.rules_broken` a process that
 * breaks a rule of `checkProcess`.
 */
export async function toBpmn(model: BpmnModel): Promise<Outcome<BpmnFile>> {
  const fault = checkDiagram(model);
  if (fault !== undefined) return fault;
  const findings = checkProcess(model);
  const errors = findings.filter((item) => item.severity === 'error');
  const [first] = errors;
  if (first !== undefined) {
    const told = errors.slice(0, 5);
    return refused(
      'diagrams.rules_broken',
      told.map((item) => item.message.ru).join(' '),
      told.map((item) => item.message.en).join(' '),
      first.at,
    );
  }
  const moddle = new BpmnModdle();
  const elements = processElements(moddle, model);
  if ((model.pools ?? []).length === 0 && model.nodes.length <= libraryLimit) {
    const { xml } = await moddle.toXML(elements.definitions, { format: true });
    const ids = [...elements.nodes.values(), ...elements.flows].flatMap((element) => element.id ?? []);
    const drawn = await laidOut(xml, ids);
    if (drawn !== undefined) return done({ xml: drawn, warnings: findings });
  }
  addPicture(moddle, elements, processLayout(model));
  const { xml } = await moddle.toXML(elements.definitions, { format: true });
  return done({ xml, warnings: findings });
}
