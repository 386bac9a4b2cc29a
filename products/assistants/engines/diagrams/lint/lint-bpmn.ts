import type { ModdleElement } from 'bpmn-moddle';
import { drawnIds, listOf } from '../bpmn/drawn.ts';
import { parseBpmn } from '../bpmn/parse-xml.ts';
import { checkProcess } from '../bpmn/process-rules.ts';
import { modelOf } from '../bpmn/read-bpmn.ts';
import { type DiagramFinding, finding } from '../finding.ts';
import { checkDiagram } from '../model/check-diagram.ts';
import { done, type Outcome } from '../outcome.ts';
import { idFindings } from './xml-ids.ts';

function pictureFindings(definitions: ModdleElement): readonly DiagramFinding[] {
  const drawn = drawnIds(definitions);
  const shown = listOf(definitions, 'rootElements').flatMap((root) => [
    ...listOf(root, 'participants'),
    ...listOf(root, 'messageFlows'),
    ...listOf(root, 'flowElements').filter((element) => !element.$type.startsWith('bpmn:Data')),
  ]);
  return shown.flatMap(({ id }) =>
    id === undefined || drawn.has(id)
      ? []
      : [
          finding(
            'warning',
            'not_drawn',
            'Элемента нет на рисунке.',
            'The element is not in the picture.',
            id,
          ),
        ],
  );
}

/**
 * Findings in a BPMN file: faults of the XML, ids, the rules of `checkProcess`, what the picture lacks.
 * Refuses what is no BPMN 2.0 XML at all.
 */
export async function lintBpmn(xml: string): Promise<Outcome<readonly DiagramFinding[]>> {
  const parsed = await parseBpmn(xml);
  if (!parsed.ok) return parsed;
  const { definitions, warnings } = parsed.value;
  const { model, notes, boundaryEvents } = modelOf(definitions);
  const fault = checkDiagram(model);
  const told = warnings
    // Doubled ids are told by a rule of their own.
    .filter((warning) => !warning.startsWith('duplicate ID'))
    .map((warning) => finding('error', 'xml', warning.slice(0, 300), warning.slice(0, 300)));
  return done([
    ...told,
    ...idFindings(xml),
    ...(fault === undefined
      ? []
      : [{ rule: fault.fault.code, severity: 'error' as const, message: fault.fault.message }]),
    ...checkProcess(model, boundaryEvents),
    ...notes,
    ...pictureFindings(definitions),
  ]);
}
