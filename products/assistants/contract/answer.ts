import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable } from '#platform/contract';

/** Where a statement of an answer comes from. `marker` is the number in square brackets in the text. */
export const Citation = Type.Object({
  marker: Type.Integer({ minimum: 1 }),
  kind: Type.Enum(['document', 'code', 'metadata', 'file', 'memory', 'standard']),
  title: Type.String(),
  /** The document, module or file; an address for standards. */
  reference: Type.String(),
  /** One-based. */
  page: Nullable(Type.Integer({ minimum: 1 })),
  /** First and last line, one-based. */
  lines: Nullable(
    Type.Array(Type.Integer({ minimum: 1 }), {
      minItems: 2,
      maxItems: 2,
      description: 'First and last line, one-based',
    }),
  ),
  excerpt: Type.String(),
});

export type Citation = Static<typeof Citation>;

/** Something an answer shows beside its words; `content` is JSON for `table`, `gantt` and `json`. */
export const ChatArtifact = Type.Object({
  kind: Type.Enum([
    'bsl',
    'query',
    'mermaid',
    'plantuml',
    'bpmn',
    'gherkin',
    'table',
    'gantt',
    'diff',
    'json',
  ]),
  title: Type.String(),
  content: Type.String(),
});

export type ChatArtifact = Static<typeof ChatArtifact>;

/** A tool an answer used. */
export const ChatToolCall = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** In the language of the question. */
  title: Type.String(),
  input: Type.Unknown(),
  status: Type.Enum(['finished', 'failed']),
  /** Markdown: what it answered, or why it refused; cut when it is long. */
  text: Type.String(),
  took_ms: Type.Integer({ minimum: 0 }),
});

export type ChatToolCall = Static<typeof ChatToolCall>;

/** What the check of a code block or of names in an answer complained about and could not be repaired. */
export const AnswerWarning = Type.Object({
  kind: Type.Enum(['code', 'query', 'names', 'budget']),
  /** In the language of the question. */
  message: Type.String(),
});

export type AnswerWarning = Static<typeof AnswerWarning>;

/** How an answer came about; beside its text. */
export const AnswerFacts = Type.Object({
  citations: Type.Array(Citation),
  tool_calls: Type.Array(ChatToolCall),
  artifacts: Type.Array(ChatArtifact),
  /** Questions that would go on from here. */
  follow_ups: Type.Array(Type.String()),
  warnings: Type.Array(AnswerWarning),
  /** True when no language model answered: the text was put together from the results of tools. */
  offline: Type.Boolean(),
  /** True when the answer was stopped, broke off or reached its longest length: it can be continued. */
  interrupted: Type.Boolean(),
  /** `provider:model`; null offline. */
  model: Nullable(Type.String()),
  /** Things recalled from earlier conversations that the answer could use. */
  memories_used: Type.Integer({ minimum: 0 }),
  tokens_used: Type.Integer({ minimum: 0 }),
  input_tokens: Type.Integer({ minimum: 0 }),
  output_tokens: Type.Integer({ minimum: 0 }),
  /** In `currency`; 0 for models without a price and offline. */
  cost: Type.Number({ minimum: 0 }),
  currency: Type.String(),
  processing_time_ms: Type.Integer({ minimum: 0 }),
});

export type AnswerFacts = Static<typeof AnswerFacts>;

export const ChatReply = Type.Object({
  /** The answer's message. */
  id: Id,
  /** The question's message. */
  question_id: Id,
  conversation_id: Id,
  role: Type.String(),
  response: Type.String(),
  created_at: Instant,
  ...AnswerFacts.properties,
});

export type ChatReply = Static<typeof ChatReply>;
