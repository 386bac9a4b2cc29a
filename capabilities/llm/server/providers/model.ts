import type { Clock } from '#base/time';
import type { CircuitBreaker } from '#platform/server/resilience';
import type { ChatEvent, FinishReason, TokenUsage } from '../chat/events.ts';
import type { FittedRequest } from '../chat/fit.rules.ts';
import type { ChatTool } from '../chat/request.ts';
import type { ModelName } from './models.rules.ts';

export interface ExchangeOptions {
  readonly request: FittedRequest;
  readonly tools: readonly ChatTool[];
  readonly temperature: number | undefined;
  readonly firstTokenMs: number;
  readonly totalMs: number;
  readonly signal: AbortSignal | undefined;
  readonly clock: Clock;
}

export type ExchangeEvent =
  | Extract<ChatEvent, { kind: 'text' | 'tool_call' | 'tool_result' }>
  | { readonly kind: 'done'; readonly reason: FinishReason; readonly usage: TokenUsage };

/** A model that answers, behind the breaker of its provider. */
export interface ChatModel extends ModelName {
  readonly breaker: CircuitBreaker;
  /**
   * Asks once and passes on what the model says. Ends with `done`, or throws a `ProviderFailure`, or the reason of the
   * caller's aborted signal.
   */
  exchange(options: ExchangeOptions): AsyncGenerator<ExchangeEvent>;
}

export interface EmbeddedTexts {
  readonly embeddings: readonly (readonly number[])[];
  /** 0 when the provider does not say. */
  readonly tokens: number;
}

/** A model that turns texts into vectors, behind the breaker of its provider. */
export interface EmbeddingEndpoint extends ModelName {
  readonly breaker: CircuitBreaker;
  /** Asks once. @throws ProviderFailure, or the reason of the caller's aborted signal. */
  embed(
    texts: readonly string[],
    options: {
      readonly totalMs: number;
      readonly signal: AbortSignal | undefined;
      readonly clock: Clock;
    },
  ): Promise<EmbeddedTexts>;
}
