import { type Static, Type } from 'typebox';
import { defineRoute, Nullable } from '#platform/contract';
import { GroundingProject, groundingRefusals, UnknownNames } from './grounding.ts';
import {
  engineRefusals,
  lightWork,
  Range,
  SourceText,
  Standard,
  sourceBody,
  useEngines,
  Words,
} from './shapes.ts';

/** A query text, or a module with queries in its strings (`kind: 'module'`; told apart by itself when left out). */
const QueryInput = Type.Object({
  text: SourceText,
  kind: Type.Optional(Type.Enum(['query', 'module'])),
  /** The configuration locks data in the managed mode. */
  managed_locks: Type.Optional(Type.Boolean()),
});

/** A configuration tells more than `managed_locks`: indexes, types, dimensions. */
const GroundedQuery = Type.Object({ ...QueryInput.properties, project_id: GroundingProject });

const refusals = [...engineRefusals, 'assistants.no_query', 'assistants.not_code'] as const;
const groundedRefusals = [...refusals, ...groundingRefusals] as const;

export const QueryFault = Type.Object({ code: Type.String(), message: Words, range: Range });

export const QueryFinding = Type.Object({
  rule: Type.Integer(),
  code: Type.String(),
  reason: Words,
  standard: Standard,
  range: Range,
  before: Type.String(),
  /** What the range could become; null when that cannot be told. */
  after: Nullable(Type.String()),
  /** The result stays the same; others are advice. */
  safe: Type.Boolean(),
  /** What must hold for a safe rewrite. */
  assumes: Nullable(Words),
  /** Offsets in `text` of the query. */
  edits: Type.Array(Type.Object({ start: Type.Integer(), end: Type.Integer(), text: Type.String() })),
});

export type QueryFinding = Static<typeof QueryFinding>;

/** Ranges are places in the text that was sent, the module included. */
export const CheckedQuery = Type.Object({
  /** Line of the query's beginning, from zero. */
  line: Type.Integer(),
  text: Type.String(),
  errors: Type.Array(QueryFault),
  findings: Type.Array(QueryFinding),
  unknown_names: UnknownNames,
});

export type CheckedQuery = Static<typeof CheckedQuery>;

export const checkQuery = defineRoute({
  method: 'POST',
  path: '/api/assistants/query/check',
  name: 'assistants.check_query',
  summary: 'Errors of queries and what makes them slow',
  ...useEngines,
  body: GroundedQuery,
  reply: Type.Object({ kind: Type.Enum(['query', 'module']), queries: Type.Array(CheckedQuery) }),
  bodyLimit: sourceBody,
  rateLimit: lightWork,
  refusals: [...groundedRefusals],
});

export const OptimizedQuery = Type.Object({
  line: Type.Integer(),
  before: Type.String(),
  after: Type.String(),
  errors: Type.Array(QueryFault),
  /** Safe rewrites in the order they were made; each one's places are those of the text before it. */
  applied: Type.Array(QueryFinding),
  /** What is left for a person to decide; places are in `after`. */
  advice: Type.Array(QueryFinding),
  /** The query stands in a string that is put together in code: its module is left as it is. */
  left_in_module: Type.Boolean(),
  /** Of the query as it was sent. */
  unknown_names: UnknownNames,
});

export type OptimizedQuery = Static<typeof OptimizedQuery>;

export const optimizeQuery = defineRoute({
  method: 'POST',
  path: '/api/assistants/query/optimize',
  name: 'assistants.optimize_query',
  summary: 'Rewrites of queries that keep their result, with the reasons',
  ...useEngines,
  body: GroundedQuery,
  reply: Type.Object({
    kind: Type.Enum(['query', 'module']),
    queries: Type.Array(OptimizedQuery),
    /** The text that was sent with the rewrites in it. */
    text: Type.String(),
    diff: Type.String(),
  }),
  bodyLimit: sourceBody,
  rateLimit: lightWork,
  refusals: [...groundedRefusals],
});

export const formatQuery = defineRoute({
  method: 'POST',
  path: '/api/assistants/query/format',
  name: 'assistants.format_query',
  summary: 'Queries laid out by standard 437',
  ...useEngines,
  body: QueryInput,
  reply: Type.Object({ text: Type.String(), diff: Type.String(), errors: Type.Array(QueryFault) }),
  bodyLimit: sourceBody,
  rateLimit: lightWork,
  refusals: [...refusals],
});

const Field = Type.Object({ name: Nullable(Type.String()), expression: Type.String() });

export const ExplainedTable = Type.Object({
  kind: Type.Enum(['table', 'virtual-table', 'temporary-table', 'parameter', 'subquery']),
  name: Type.String(),
  alias: Nullable(Type.String()),
  join: Nullable(
    Type.Object({ type: Type.Enum(['inner', 'left', 'right', 'full']), condition: Type.String() }),
  ),
  parameters: Type.Array(Nullable(Type.String())),
});

export const QueryExplanation = Type.Object({
  line: Type.Integer(),
  text: Type.String(),
  errors: Type.Array(QueryFault),
  statements: Type.Array(
    Type.Object({
      kind: Type.Enum(['select', 'create', 'append', 'drop']),
      table: Nullable(Type.String()),
      start: Type.Integer(),
      end: Type.Integer(),
      fields: Type.Array(Field),
      selects: Type.Array(
        Type.Object({
          tables: Type.Array(ExplainedTable),
          where: Nullable(Type.String()),
          group_by: Type.Array(Type.String()),
          having: Nullable(Type.String()),
          depth: Type.Integer(),
        }),
      ),
      parameters: Type.Array(Type.String()),
      order_by: Type.Array(Type.String()),
      totals: Type.Array(Type.String()),
    }),
  ),
  reads: Type.Array(Type.String()),
  temporary_tables: Type.Array(Type.Object({ name: Type.String(), fields: Type.Array(Type.String()) })),
  parameters: Type.Array(Type.String()),
  output: Type.Array(Field),
  unknown_names: UnknownNames,
});

export type QueryExplanation = Static<typeof QueryExplanation>;

export const explainQuery = defineRoute({
  method: 'POST',
  path: '/api/assistants/query/explain',
  name: 'assistants.explain_query',
  summary: 'Queries in outline: tables, joins, temporary tables, parameters, fields',
  ...useEngines,
  body: GroundedQuery,
  reply: Type.Object({ kind: Type.Enum(['query', 'module']), queries: Type.Array(QueryExplanation) }),
  bodyLimit: sourceBody,
  rateLimit: lightWork,
  refusals: [...groundedRefusals],
});
