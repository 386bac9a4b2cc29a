import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { LlmCall } from '../chat/request.ts';
import type { LlmMetrics } from '../metrics.ts';
import { ProviderFailure } from '../providers/failure.ts';
import { guardedStream } from '../providers/guarded-stream.ts';
import type { EmbeddingEndpoint } from '../providers/model.ts';
import { countTokens } from '../tokens/tokens.rules.ts';
import type { UsageLedger } from '../usage/usage.ts';

export interface EmbedDependencies {
  readonly endpoint: EmbeddingEndpoint | undefined;
  readonly usage: UsageLedger;
  readonly metrics: LlmMetrics;
  readonly clock: Clock;
  readonly totalMs: number;
}

/** See `Llm.embed`. */
export function createEmbed({ endpoint, usage, metrics, clock, totalMs }: EmbedDependencies) {
  async function* request(
    model: EmbeddingEndpoint,
    texts: readonly string[],
    signal: AbortSignal | undefined,
  ) {
    yield await model.embed(texts, { totalMs, signal, clock });
  }

  async function guarded(
    model: EmbeddingEndpoint,
    texts: readonly string[],
    signal: AbortSignal | undefined,
  ) {
    const started = clock().getTime();
    const measure = () => metrics.request(model.provider, model.model, (clock().getTime() - started) / 1_000);
    try {
      const [result] = await Array.fromAsync(
        guardedStream(model.breaker, () => request(model, texts, signal)),
      );
      measure();
      if (result === undefined) throw new Error('The embedding call has no result.');
      return result;
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      if (error.kind !== 'circuit_open') measure();
      metrics.failure(model.provider, error.kind);
      throw new Refusal('unavailable', 'llm.embedding_failed', 'The embedding model does not answer.', {
        reason: error.kind,
      });
    }
  }

  return async (texts: readonly string[], { owner, component, signal }: LlmCall) => {
    if (endpoint === undefined) return undefined;
    const model = `${endpoint.provider}:${endpoint.model}`;
    if (texts.length === 0) return { vectors: [], model, dimensions: 0 };
    signal?.throwIfAborted();
    const estimated = texts.reduce((sum, text) => sum + countTokens(text) + 1, 0);
    const reservation = await usage.reserve(owner, component, { inputTokens: estimated, maxOutputTokens: 0 });
    let used: number | undefined;
    try {
      const { embeddings, tokens } = await guarded(endpoint, texts, signal);
      used = tokens > 0 ? tokens : estimated;
      metrics.used(component, used);
      const vectors = embeddings.map((embedding) => Float32Array.from(embedding));
      return { vectors, model, dimensions: vectors[0]?.length ?? 0 };
    } finally {
      await reservation.settle(used === undefined ? undefined : { inputTokens: used, outputTokens: 0 });
    }
  };
}
