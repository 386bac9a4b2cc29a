import { type Static, Type } from 'typebox';
import { defineRoute, Nullable } from '#platform/contract';
import { engineRefusals, heavyWork, sourceBody, useEngines, Words } from './shapes.ts';

const Language = Type.Enum(['ru', 'en']);

const Finding = Type.Object({
  key: Type.String(),
  severity: Type.Enum(['major', 'minor', 'info']),
  message: Words,
  hint: Words,
  /** Characters of the requirement's text, end exclusive. */
  start: Type.Integer(),
  end: Type.Integer(),
  words: Type.String(),
});

export const Requirement = Type.Object({
  /** Its own number, otherwise made from its words. */
  id: Type.String(),
  numbered: Type.Boolean(),
  text: Type.String(),
  source: Type.Object({
    line: Nullable(Type.Integer()),
    page: Nullable(Type.Integer()),
    path: Type.Array(Type.String(), { description: 'Headings above, outermost first.' }),
  }),
  language: Language,
  type: Type.Enum(['functional', 'non-functional', 'constraint', 'business-rule', 'not-a-requirement']),
  /** Of ISO/IEC 25010. */
  characteristic: Nullable(Type.String()),
  obligation: Type.String(),
  parts: Type.Object({
    condition: Nullable(Type.String()),
    subject: Nullable(Type.String()),
    action: Nullable(Type.String()),
    object: Nullable(Type.String()),
    criterion: Nullable(Type.String()),
  }),
  findings: Type.Array(Finding),
  /** 0 to 100. */
  score: Type.Number(),
  story: Nullable(
    Type.Object({
      role: Nullable(Type.String()),
      goal: Nullable(Type.String()),
      value: Nullable(Type.String()),
    }),
  ),
});

export type Requirement = Static<typeof Requirement>;

const Pair = Type.Array(Type.String(), { minItems: 2, maxItems: 2 });

export const SuggestedObject = Type.Object({
  kind: Type.String({ description: '`Справочник`, `Документ`, …' }),
  name: Type.String(),
  attributes: Type.Array(Type.Object({ name: Type.String(), type: Type.String() })),
  values: Type.Array(Type.String()),
  reasons: Type.Array(
    Type.Object({ requirement: Type.String(), sentence: Type.String(), words: Type.String() }),
  ),
});

export type SuggestedObject = Static<typeof SuggestedObject>;

export const RequirementsAnalysis = Type.Object({
  requirements: Type.Array(Requirement),
  duplicates: Type.Array(Type.Object({ ids: Pair, similarity: Type.Number() })),
  conflicts: Type.Array(
    Type.Object({
      ids: Pair,
      kind: Type.Enum(['value', 'obligation']),
      similarity: Type.Number(),
      message: Words,
    }),
  ),
  /** One thing under several names. */
  variants: Type.Array(
    Type.Object({
      preferred: Type.String(),
      used: Type.Array(Type.Object({ term: Type.String(), ids: Type.Array(Type.String()) })),
    }),
  ),
  /** Against ГОСТ 34.602-2020 and ГОСТ 19.201-78, when the document follows one of them. */
  sections: Type.Array(
    Type.Object({
      standard: Type.String(),
      completeness: Type.Number({ description: '0 to 1.' }),
      sections: Type.Array(
        Type.Object({
          number: Type.String(),
          title: Type.String(),
          state: Type.Enum(['present', 'empty', 'missing']),
          line: Nullable(Type.Integer()),
          page: Nullable(Type.Integer()),
        }),
      ),
    }),
  ),
  objects: Type.Array(SuggestedObject),
  summary: Type.Object({
    total: Type.Integer(),
    by_type: Type.Record(Type.String(), Type.Integer()),
    score: Type.Number(),
    findings: Type.Integer(),
  }),
  /** Of the file: parts that were not read, a name that says another type. */
  warnings: Type.Array(Words),
});

export type RequirementsAnalysis = Static<typeof RequirementsAnalysis>;

const options = {
  /** Each paragraph is one requirement. */
  keep_together: Type.Optional(Type.Boolean()),
  /** Acronyms explained elsewhere. */
  acronyms: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 200 })),
  /** Words that mean one thing, the preferred first. */
  glossary: Type.Optional(
    Type.Array(Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { minItems: 2, maxItems: 20 }), {
      maxItems: 200,
    }),
  ),
};
const RequirementsText = Type.String({ minLength: 1, maxLength: 1_000_000, pattern: '\\S' });
const refusals = [...engineRefusals, 'assistants.document_refused'] as const;

export const analyzeRequirements = defineRoute({
  method: 'POST',
  path: '/api/assistants/requirements/analyze',
  name: 'assistants.analyze_requirements',
  summary: 'Requirements of a text: types, wording, duplicates, conflicts, sections, objects',
  ...useEngines,
  body: Type.Object({ text: RequirementsText, ...options }),
  reply: RequirementsAnalysis,
  bodyLimit: sourceBody,
  rateLimit: heavyWork,
  refusals: [...refusals],
});

/** Bytes of a document. */
export const largestDocument = 20 * 1_024 * 1_024;

export const analyzeDocument = defineRoute({
  method: 'POST',
  path: '/api/assistants/requirements/analyze-document',
  name: 'assistants.analyze_document',
  summary: 'The same for a file: docx, pdf, xlsx, md, html, txt',
  ...useEngines,
  query: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 255 }),
    keep_together: Type.Optional(Type.Boolean()),
  }),
  binaryBody: { maxBytes: largestDocument },
  reply: RequirementsAnalysis,
  rateLimit: heavyWork,
  refusals: [...refusals],
});

/** Fixed address: `text`, or a `file` with its bytes in base64. */
export const architectAnalyzeRequirements = defineRoute({
  method: 'POST',
  path: '/api/assistants/architect/analyze-requirements',
  name: 'assistants.architect_analyze_requirements',
  summary: 'Requirements of a text or file, for the architect',
  ...useEngines,
  body: Type.Object({
    text: Type.Optional(RequirementsText),
    file: Type.Optional(
      Type.Object({
        name: Type.String({ minLength: 1, maxLength: 255 }),
        content: Type.String({ minLength: 1, maxLength: 28_000_000, pattern: '^[A-Za-z0-9+/]*={0,2}$' }),
      }),
    ),
    ...options,
  }),
  reply: RequirementsAnalysis,
  bodyLimit: 28 * 1_024 * 1_024,
  rateLimit: heavyWork,
  refusals: [...refusals],
});

export const Traceability = Type.Object({
  links: Type.Array(
    Type.Object({
      requirement: Type.String(),
      target: Type.String(),
      by: Type.Enum(['explicit', 'similar']),
      strength: Type.Number(),
    }),
  ),
  gaps: Type.Object({
    without_test: Type.Array(Type.String()),
    without_design: Type.Array(Type.String()),
    orphans: Type.Array(Type.String()),
  }),
  coverage: Type.Number({ description: 'Share of requirements with a test, 0 to 1.' }),
  requirements: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
});

export type Traceability = Static<typeof Traceability>;

export const traceRequirements = defineRoute({
  method: 'POST',
  path: '/api/assistants/requirements/trace',
  name: 'assistants.trace_requirements',
  summary: 'Which tests and design elements answer which requirement',
  ...useEngines,
  body: Type.Object({
    text: RequirementsText,
    keep_together: Type.Optional(Type.Boolean()),
    targets: Type.Array(
      Type.Object({
        id: Type.String({ minLength: 1, maxLength: 200 }),
        kind: Type.Enum(['test', 'design']),
        title: Type.String({ minLength: 1, maxLength: 1_000 }),
        text: Type.Optional(Type.String({ maxLength: 20_000 })),
      }),
      { minItems: 1, maxItems: 2_000 },
    ),
    threshold: Type.Optional(Type.Number({ minimum: 0.05, maximum: 1 })),
  }),
  reply: Traceability,
  bodyLimit: 8 * 1_024 * 1_024,
  rateLimit: heavyWork,
  refusals: [...refusals],
});
