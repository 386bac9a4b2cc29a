import { type Static, Type } from 'typebox';
import { defineRoute, Nullable } from '#platform/contract';
import { engineRefusals, heavyWork, useEngines, Words } from './shapes.ts';

export const DiagramKindName = Type.Enum([
  'bpmn',
  'sequence',
  'state',
  'c4',
  'er',
  'class',
  'flowchart',
  'gantt',
]);

export type DiagramKindName = Static<typeof DiagramKindName>;

export const DiagramNote = Type.Object({
  rule: Type.String(),
  severity: Type.Enum(['error', 'warning']),
  message: Words,
  at: Nullable(Type.String()),
});

/** One diagram in every notation it can be written in. */
export const DrawnDiagram = Type.Object({
  kind: DiagramKindName,
  mermaid: Type.String(),
  plantuml: Type.String(),
  /** BPMN 2.0 XML with layout; null for other kinds. */
  bpmn: Nullable(Type.String()),
  /** The model: change it and send it again as `model`. */
  model: Type.Unknown(),
  notes: Type.Array(DiagramNote),
});

export type DrawnDiagram = Static<typeof DrawnDiagram>;

const DiagramText = Type.String({ minLength: 1, maxLength: 200_000, pattern: '\\S' });
const refusals = [...engineRefusals, 'assistants.diagram_refused'] as const;

export const drawDiagram = defineRoute({
  method: 'POST',
  path: '/api/assistants/diagrams',
  name: 'assistants.draw_diagram',
  summary: 'A diagram of a text (process, messages, states, requirements), of a model, or of a BPMN file',
  ...useEngines,
  body: Type.Object({
    /** Of a text: bpmn, sequence, state, c4, er; told by the text itself when left out. */
    kind: Type.Optional(DiagramKindName),
    text: Type.Optional(DiagramText),
    /** Its field `kind` names the kind. */
    model: Type.Optional(Type.Unknown()),
    /** BPMN 2.0 XML. */
    bpmn: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000_000 })),
  }),
  reply: DrawnDiagram,
  bodyLimit: 4 * 1_024 * 1_024,
  rateLimit: heavyWork,
  refusals: [...refusals],
});

/** Fixed address. */
export const architectGenerateDiagram = defineRoute({
  method: 'POST',
  path: '/api/assistants/architect/generate-diagram',
  name: 'assistants.architect_generate_diagram',
  summary: 'A diagram of a description, for the architect',
  ...useEngines,
  body: Type.Object({
    description: Type.Optional(DiagramText),
    /** The same as `description`. */
    text: Type.Optional(DiagramText),
    diagram_type: Type.Optional(DiagramKindName),
    model: Type.Optional(Type.Unknown()),
  }),
  reply: DrawnDiagram,
  bodyLimit: 4 * 1_024 * 1_024,
  rateLimit: heavyWork,
  refusals: [...refusals],
});

export const lintDiagram = defineRoute({
  method: 'POST',
  path: '/api/assistants/diagrams/lint',
  name: 'assistants.lint_diagram',
  summary: 'Faults of a Mermaid text or a BPMN 2.0 file',
  ...useEngines,
  body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 2_000_000 }) }),
  reply: Type.Object({ kind: Nullable(Type.String()), findings: Type.Array(DiagramNote) }),
  bodyLimit: 4 * 1_024 * 1_024,
  rateLimit: heavyWork,
  refusals: [...refusals],
});
