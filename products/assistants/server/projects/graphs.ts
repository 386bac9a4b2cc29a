import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { Storage } from '#platform/server/storage';
import type { MetadataGraph } from '#products/assistants/engines/metadata';
import { graphKey } from './keys.ts';

const unzip = promisify(gunzip);

/** Characters of JSON all kept graphs may have together. */
const mostKept = 512 * 1024 ** 2;

interface Kept {
  readonly graph: MetadataGraph;
  readonly size: number;
}

/** Graphs of versions: they never change, so the recently used ones stay in memory. */
export interface Graphs {
  /** Undefined when the storage has no such graph (any more). */
  read(companyId: string, projectId: string, graphId: string): Promise<MetadataGraph | undefined>;
}

export function createGraphs(storage: Pick<Storage, 'get'>): Graphs {
  const cache = new LRUCache<string, Kept>({
    maxSize: mostKept,
    sizeCalculation: ({ size }) => Math.max(1, Math.min(size, mostKept)),
    // Several questions at once load a graph once.
    fetchMethod: async (key) => {
      const packed = await storage.get(key);
      if (packed === undefined) return undefined;
      const text = (await unzip(packed)).toString('utf8');
      // Written by this product; an immutable value from here on.
      const graph: MetadataGraph = JSON.parse(text);
      return { graph, size: text.length };
    },
  });
  return {
    read: async (companyId, projectId, graphId) =>
      (await cache.fetch(graphKey(companyId, projectId, graphId)))?.graph,
  };
}
