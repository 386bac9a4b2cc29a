import { LRUCache } from 'lru-cache';
import type { Reader } from '#platform/server/database';
import type { Ranked, ReadableCollection } from './rank.read.ts';
import { vectorsOf } from './vector.store.ts';

/** The vectors of a collection, one after another. */
interface Matrix {
  readonly keys: readonly { readonly documentId: string; readonly no: number }[];
  readonly values: Float32Array;
  readonly dimensions: number;
}

const mostBytes = 512 * 1024 ** 2;

/** Vectors of collections, kept in memory as long as they are used and did not change. */
export interface Vectors {
  /** Passages nearest in meaning, best first; nearness is the cosine. */
  nearest(
    reader: Reader,
    collections: readonly ReadableCollection[],
    query: { readonly model: string; readonly vector: Float32Array; readonly limit: number },
  ): Promise<readonly Ranked[]>;
}

async function load(reader: Reader, collectionId: string, model: string): Promise<Matrix> {
  const rows = await vectorsOf(reader, collectionId, model);
  const dimensions = (rows[0]?.vector.byteLength ?? 0) / 4;
  const sound = rows.filter(({ vector }) => vector.byteLength === dimensions * 4);
  const values = new Float32Array(sound.length * dimensions);
  sound.forEach(({ vector }, index) => {
    // A copy: rows come at any offset, floats only at multiples of four.
    values.set(new Float32Array(Uint8Array.from(vector).buffer), index * dimensions);
  });
  return { keys: sound.map(({ documentId, no }) => ({ documentId, no })), values, dimensions };
}

/** Makes a vector one long; a zero vector stays. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}

function best({ keys, values, dimensions }: Matrix, query: Float32Array, limit: number): readonly Ranked[] {
  if (dimensions !== query.length) return [];
  const scored = keys.map((key, index) => {
    let score = 0;
    const from = index * dimensions;
    for (let at = 0; at < dimensions; at += 1) score += (values[from + at] ?? 0) * (query[at] ?? 0);
    return { ...key, score };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

export function createVectors(): Vectors {
  const cache = new LRUCache<string, Matrix>({
    maxSize: mostBytes,
    sizeCalculation: ({ values, keys }) =>
      Math.min(mostBytes, Math.max(1, values.byteLength + 100 * keys.length)),
  });
  return {
    async nearest(reader, collections, { model, vector, limit }) {
      const query = unit(vector);
      const found: Ranked[] = [];
      for (const { id, vectorRevision } of collections) {
        const key = `${id} ${vectorRevision} ${model}`;
        const matrix = cache.get(key) ?? (await load(reader, id, model));
        cache.set(key, matrix);
        found.push(...best(matrix, query, limit));
      }
      return found.sort((a, b) => b.score - a.score).slice(0, limit);
    },
  };
}
