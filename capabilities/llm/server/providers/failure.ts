import type { LlmErrorKind } from '../chat/events.ts';

/** A provider did not answer, or not to the end. Never carries text of prompts, answers or provider messages. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure';
  readonly kind: LlmErrorKind;
  /** What the provider asked for with a 429 or 503. */
  readonly retryAfterMs: number | undefined;

  constructor(kind: LlmErrorKind, retryAfterMs?: number) {
    super(`The language model failed: ${kind}.`);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}
