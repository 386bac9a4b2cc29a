import { LRUCache } from 'lru-cache';
import type { Log } from '#platform/server/telemetry';
import type { EmbedQuery } from '../recall/recall.ts';
import type { Embedder } from './models.ts';

const patienceMs = 1_500;

/** Vectors of queries, the recent ones kept. A provider that fails or dawdles costs the vector, not the recall. */
export function createEmbedQuery(embedder: Embedder, log: Log): EmbedQuery {
  const kept = new LRUCache<string, Float32Array>({ max: 500 });
  return async (text, ownerId) => {
    const model = embedder.model();
    if (model === undefined) return undefined;
    const key = `${ownerId} ${model} ${text}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    try {
      const answer = await embedder.embed([text], ownerId, AbortSignal.timeout(patienceMs));
      const vector = answer?.model === model ? answer.vectors[0] : undefined;
      if (vector !== undefined) kept.set(key, vector);
      return vector;
    } catch (error) {
      log.warn({ error }, 'A query could not be embedded; search goes by words.');
      return undefined;
    }
  };
}
