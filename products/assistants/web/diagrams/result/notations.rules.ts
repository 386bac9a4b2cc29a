import type { Drawing } from '../drawing.ts';

export const notations = ['mermaid', 'plantuml', 'bpmn', 'model'] as const;
export type Notation = (typeof notations)[number];

export interface NotationText {
  readonly name: Notation;
  readonly text: string;
  /** Language of the code block. */
  readonly language: string;
  readonly type: string;
  readonly extension: string;
}

/** The texts a diagram can be kept as. */
export function notationsOf({ mermaid, plantuml, bpmn, model }: Drawing): readonly NotationText[] {
  const all: readonly (NotationText | null)[] = [
    { name: 'mermaid', text: mermaid, language: 'mermaid', type: 'text/plain', extension: 'mmd' },
    plantuml === null
      ? null
      : { name: 'plantuml', text: plantuml, language: 'plantuml', type: 'text/plain', extension: 'puml' },
    bpmn === null
      ? null
      : { name: 'bpmn', text: bpmn, language: 'xml', type: 'application/xml', extension: 'bpmn' },
    model === null
      ? null
      : {
          name: 'model',
          text: JSON.stringify(model, null, 2),
          language: 'json',
          type: 'application/json',
          extension: 'json',
        },
  ];
  return all.filter((one) => one !== null);
}
