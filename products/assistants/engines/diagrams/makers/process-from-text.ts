import { withExplicitGateways } from '../bpmn/explicit-gateways.ts';
import { withoutIdleGateways } from '../bpmn/idle-gateways.ts';
import type { DiagramFinding } from '../finding.ts';
import type { BpmnModel } from '../model/bpmn.ts';
import { checkDiagram } from '../model/check-diagram.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { processOfSteps } from './process-of-steps.ts';
import { checkSource, isRussian, nothingFound } from './source-text.ts';
import { stepLines } from './step-lines.ts';
import { stepTree } from './step-tree.ts';

export interface ProcessFromText {
  readonly model: BpmnModel;
  /** Steps that were left out or references that lead nowhere. */
  readonly notes: readonly DiagramFinding[];
}

/** Steps of one text; decisions nest one in another, so their number bounds the depth. */
const stepLimit = 1000;

const russian = { start: 'Процесс начат', end: 'Процесс завершён', yes: 'Да', no: 'Нет', pool: 'Процесс' };
const english = { start: 'Process started', end: 'Process finished', yes: 'Yes', no: 'No', pool: 'Process' };

/**
 * A process out of numbered steps in Russian or English: `если … то … иначе`, `параллельно`, `вернуться к шагу 2`;
 * who stands at the start of a step gets a lane.
 */
export function processFromText(text: string): Outcome<ProcessFromText> {
  const fault = checkSource(text);
  if (fault !== undefined) return fault;
  const { title, lines } = stepLines(text);
  if (lines.length === 0) return nothingFound('В тексте нет шагов.', 'The text has no steps.');
  if (lines.length > stepLimit)
    return refused(
      'diagrams.too_many_nodes',
      `Шагов больше ${stepLimit}. Разделите описание.`,
      `More than ${stepLimit} steps. Split the description.`,
    );
  const words = isRussian(text) ? russian : english;
  const { model, notes } = processOfSteps(stepTree(lines), { ...words, pool: title ?? words.pool });
  const explicit = withExplicitGateways(withoutIdleGateways(model));
  return checkDiagram(explicit) ?? done({ model: explicit, notes });
}
