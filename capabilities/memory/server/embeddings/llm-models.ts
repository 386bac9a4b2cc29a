import type { Llm } from '#capabilities/llm/server';
import type { Log } from '#platform/server/telemetry';
import type { Embedder, Summariser } from './models.ts';

const maxInput = 12_000;

/** Embeddings by the language model capability. */
export function llmEmbedder(llm: Pick<Llm, 'status' | 'embed'>): Embedder {
  return {
    model: () => llm.status().embeddingModel,
    embed: (texts, ownerId, signal) =>
      llm.embed(texts, { owner: ownerId, component: 'memory', ...(signal === undefined ? {} : { signal }) }),
  };
}

const instructions =
  'Summarise what was said in one short paragraph, in the language of the texts. Use only what the texts say: keep names, ' +
  'numbers and dates exactly, add nothing, judge nothing. Answer with the paragraph alone.';

/** Summaries by the language model capability; a failing model is no reason to fail. */
export function llmSummariser(llm: Pick<Llm, 'status' | 'answer'>, enabled: boolean, log: Log): Summariser {
  return {
    available: () => enabled && !llm.status().offline,
    async summarise(texts, ownerId, signal) {
      try {
        const answer = await llm.answer(
          {
            system: instructions,
            messages: [{ role: 'user', content: texts.join('\n').slice(0, maxInput).toWellFormed() }],
            maxOutputTokens: 300,
            temperature: 0,
          },
          { owner: ownerId, component: 'consolidation', ...(signal === undefined ? {} : { signal }) },
        );
        return answer.offline ? undefined : answer.text.trim();
      } catch (error) {
        signal?.throwIfAborted();
        log.warn({ error }, 'A model could not summarise memories; their own sentences are used.');
        return undefined;
      }
    },
  };
}
