import { defineRef } from '#base/ref';
import type { BreakerState } from '#platform/server/resilience';
import type { Answer, ChatEvent } from './chat/events.ts';
import type { ChatRequest, LlmCall } from './chat/request.ts';

export type {
  Answer,
  Answerer,
  ChatEvent,
  FailedAttempt,
  FinishReason,
  LlmErrorKind,
  TokenUsage,
} from './chat/events.ts';
export type { ChatMessage, ChatRequest, ChatTool, LlmCall, Passage, ToolCall } from './chat/request.ts';

/** The vectors of some texts, in the order of the texts. */
export interface Embeddings {
  readonly vectors: readonly Float32Array[];
  /** `provider:model`. Vectors of different models must not be compared. */
  readonly model: string;
  readonly dimensions: number;
}

export interface ModelStatus {
  readonly provider: string;
  readonly model: string;
  readonly breaker: BreakerState;
}

export interface LlmStatus {
  /** In order of preference; empty offline. */
  readonly models: readonly ModelStatus[];
  /** True when no language model is configured: answers are put together from passages. */
  readonly offline: boolean;
  /** `provider:model`, when configured. */
  readonly embeddingModel: string | undefined;
  /** Tokens an owner may use in one UTC day; undefined: unlimited. */
  readonly dailyTokenBudget: number | undefined;
  /** One plain sentence for people, in English and Russian. */
  readonly note: { readonly en: string; readonly ru: string };
}

/** Language models with ordered fallbacks; without any, the offline engine answers from the given passages. */
export interface Llm {
  /**
   * Streams an answer. Models are asked in the configured order; one that fails before its first piece is skipped,
   * and after the last one the offline engine answers (`offline: true` in `finish`). A failure after the first piece
   * ends the stream with an `error` event; an aborted signal makes the iteration throw its reason.
   *
   * Nothing happens before the first iteration. Leaving the loop early cancels the request to the provider.
   *
   * Passages are fenced and labelled as data. Usage is counted in the metrics of the component and, for real models,
   * against the owner's daily budget, which is kept in PostgreSQL and holds across processes. When little of the
   * budget is left the answer may be shorter than `maxOutputTokens`.
   *
   * @throws Refusal `invalid` `llm.invalid_request` (no message, last message not from user or tool, bad tool name),
   *   `invalid` `llm.too_long` (instructions and last message alone exceed `tokenBudget`),
   *   `limited` `llm.budget_exhausted` (with `retryAfterSeconds` until the next UTC day).
   */
  chat(request: ChatRequest, call: LlmCall): AsyncIterable<ChatEvent>;
  /**
   * Collects an answer. As nothing is shown before it is complete, a model that fails in the middle is also replaced
   * by the next one unless tools were called. With temperature 0 and no tools, equal requests of one owner are
   * answered from the cache for ten minutes; owners never share results, and offline answers are not cached.
   *
   * @throws what `chat` throws, and Refusal `unavailable` `llm.interrupted` when an answer with tools broke off.
   */
  answer(request: ChatRequest, call: LlmCall): Promise<Answer>;
  /**
   * Turns texts into vectors, or answers undefined when no embedding model is configured. Batches are split as the
   * provider needs; an empty list gives an empty list with dimensions 0. Counted like `chat`.
   *
   * @throws Refusal `unavailable` `llm.embedding_failed` (provider failed or its breaker is open),
   *   `limited` `llm.budget_exhausted`.
   */
  embed(texts: readonly string[], call: LlmCall): Promise<Embeddings | undefined>;
  /**
   * Estimates the tokens of a text for English, Russian and mixed texts without asking anybody. Meant for budgets:
   * it is rather too high than too low (see tokens/tokens.rules.ts for the heuristic).
   */
  countTokens(text: string): number;
  /** What is configured and how it is doing, from memory: asks no provider. */
  status(): LlmStatus;
}

/** The name under which `Llm` is used by other modules. */
export const llmRef = defineRef<Llm>('llm');
