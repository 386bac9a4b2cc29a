import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { done, type Outcome, refused } from '../outcome.ts';

/** Characters of one file at most. */
const sizeLimit = 5_000_000;
const depthLimit = 200;

export interface ParsedBpmn {
  readonly definitions: ModdleElement;
  readonly warnings: readonly string[];
}

/** Open elements at the deepest place; a parser builds its tree by recursion. */
function depthOf(xml: string): number {
  let [depth, deepest] = [0, 0];
  for (const [tag] of xml.matchAll(/<(?:[^<>"']|"[^"]*"|'[^']*')*>/g)) {
    if (tag.startsWith('</')) depth--;
    else if (!tag.endsWith('/>') && !/^<[?!]/.test(tag)) depth++;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Parses BPMN 2.0 XML; refuses what is too large, too deep or no such XML. */
export async function parseBpmn(xml: string): Promise<Outcome<ParsedBpmn>> {
  if (xml.length > sizeLimit)
    return refused('diagrams.too_large', 'Файл больше 5 МБ.', 'The file is larger than 5 MB.');
  if (xml.includes('\u0000') || depthOf(xml) > depthLimit)
    return refused('diagrams.invalid_xml', 'Это не BPMN 2.0 XML.', 'This is not BPMN 2.0 XML.');
  try {
    const { rootElement, warnings } = await new BpmnModdle().fromXML(xml, 'bpmn:Definitions');
    return done({ definitions: rootElement, warnings: warnings.map((warning) => warning.message) });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0]?.slice(0, 200) : '';
    return refused(
      'diagrams.invalid_xml',
      `Это не BPMN 2.0 XML: ${reason}`,
      `This is not BPMN 2.0 XML: ${reason}`,
    );
  }
}
