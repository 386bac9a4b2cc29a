import type { DiagramKindName } from '../../contract/index.ts';

export const sources = ['text', 'code', 'project', 'raw'] as const;
export type SourceName = (typeof sources)[number];

/** Kinds a text can be drawn as; `auto`: the text itself tells. */
export const textKinds = ['auto', 'bpmn', 'flowchart', 'sequence', 'state', 'c4', 'er', 'gantt'] as const;
export type TextKind = (typeof textKinds)[number];

export const codeKinds = ['flowchart', 'sequence', 'class'] as const;
export type CodeKind = (typeof codeKinds)[number];

export const projectKinds = ['er', 'flowchart'] as const;
export type ProjectKind = (typeof projectKinds)[number];

/** Every kind, and where its example is. */
export const gallery: readonly { readonly kind: DiagramKindName; readonly source: 'text' | 'code' }[] = [
  { kind: 'bpmn', source: 'text' },
  { kind: 'flowchart', source: 'text' },
  { kind: 'sequence', source: 'text' },
  { kind: 'state', source: 'text' },
  { kind: 'c4', source: 'text' },
  { kind: 'er', source: 'text' },
  { kind: 'gantt', source: 'text' },
  { kind: 'class', source: 'code' },
];
