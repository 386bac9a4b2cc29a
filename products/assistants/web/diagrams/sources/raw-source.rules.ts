import type { DrawInput } from '../drawing.ts';

/** What a source is by its look: BPMN 2.0 XML, a model in JSON, or a text of Mermaid; null: nothing, or broken JSON. */
export function rawInput(text: string): DrawInput | null {
  const source = text.replace(/^\uFEFF/, '').trim();
  if (source === '') return null;
  if (source.startsWith('<')) return { from: 'bpmn', bpmn: source };
  if (!source.startsWith('{')) return { from: 'mermaid', mermaid: source };
  try {
    return { from: 'model', model: JSON.parse(source) };
  } catch {
    return null;
  }
}
