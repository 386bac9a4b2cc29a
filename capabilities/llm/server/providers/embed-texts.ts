import { type EmbeddingModel, embedMany } from 'ai';
import { classifyFailure } from './errors.rules.ts';
import { ProviderFailure } from './failure.ts';
import type { EmbeddedTexts, EmbeddingEndpoint } from './model.ts';

/** See `EmbeddingEndpoint.embed`. */
export async function embedTexts(
  model: EmbeddingModel,
  ...[texts, { totalMs, signal, clock }]: Parameters<EmbeddingEndpoint['embed']>
): Promise<EmbeddedTexts> {
  const limit = AbortSignal.timeout(totalMs);
  try {
    const { embeddings, usage } = await embedMany({
      model,
      // Providers refuse empty texts.
      values: texts.map((text) => (text.trim() === '' ? '-' : text.toWellFormed())),
      maxRetries: 0,
      abortSignal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    });
    return { embeddings, tokens: usage.tokens };
  } catch (error) {
    signal?.throwIfAborted();
    throw limit.aborted ? new ProviderFailure('timeout') : classifyFailure(error, false, clock());
  }
}
