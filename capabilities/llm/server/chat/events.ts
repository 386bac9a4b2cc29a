import type { ToolCall } from './request.ts';

/** Why a provider failed. `cut_off`: the stream ended before the model said it was done. */
export type LlmErrorKind =
  | 'auth'
  | 'rate_limit'
  | 'timeout'
  | 'server'
  | 'bad_request'
  | 'content_filter'
  | 'cut_off'
  | 'circuit_open';

/** Tokens as the provider counted them; estimated where it did not say and offline. */
export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Why the answer ended. `length`: `maxOutputTokens` was reached. */
export type FinishReason = 'stop' | 'length' | 'tool_calls' | 'content_filter';

/** A model that was asked and failed before its first token. */
export interface FailedAttempt {
  readonly provider: string;
  readonly model: string;
  readonly kind: LlmErrorKind;
}

/** Which engine answered. */
export interface Answerer {
  /** `openai`, `gemini` or `offline`. */
  readonly provider: string;
  readonly model: string;
  /** True when the answer was put together from the passages without a language model. */
  readonly offline: boolean;
}

/**
 * One piece of an answer. `text` pieces in order are the answer; a `citation` follows the piece that completed its
 * `[n]` marker, once per passage; the last event is always `finish` or `error`.
 */
export type ChatEvent =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'tool_call' } & ToolCall)
  | { readonly kind: 'tool_result'; readonly id: string; readonly name: string; readonly failed: boolean }
  | { readonly kind: 'citation'; readonly passageId: string; readonly marker: number }
  | ({
      readonly kind: 'finish';
      readonly reason: FinishReason;
      readonly usage: TokenUsage;
      /** Models that failed before this one answered, in the order they were asked. */
      readonly failed: readonly FailedAttempt[];
    } & Answerer)
  | ({
      /** The answer broke off after its first piece. Nothing is repeated; what was sent stands and is incomplete. */
      readonly kind: 'error';
      readonly error: LlmErrorKind;
      readonly usage: TokenUsage;
    } & Answerer);

/** A collected answer. */
export interface Answer extends Answerer {
  readonly text: string;
  /** Ids of the cited passages in order of first mention. */
  readonly citations: readonly string[];
  readonly toolCalls: readonly ToolCall[];
  readonly reason: FinishReason;
  readonly usage: TokenUsage;
  readonly failed: readonly FailedAttempt[];
  /** True when it came from the cache: no tokens were used now. */
  readonly cached: boolean;
}
