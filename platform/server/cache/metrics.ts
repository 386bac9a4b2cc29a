import { Counter, type Registry } from 'prom-client';

export interface CacheCounters {
  hit(): void;
  miss(): void;
}

/** `cache_hits_total{cache}` and `cache_misses_total{cache}`. Sharing a load under way is a hit. */
export function createCacheMetrics(registry: Registry): (cache: string) => CacheCounters {
  const labelNames = ['cache'] as const;
  const registers = [registry];
  const hits = new Counter({
    name: 'cache_hits_total',
    help: 'Reads answered by the cache.',
    labelNames,
    registers,
  });
  const misses = new Counter({
    name: 'cache_misses_total',
    help: 'Reads the cache could not answer.',
    labelNames,
    registers,
  });
  return (cache) => {
    const hit = hits.labels(cache);
    const miss = misses.labels(cache);
    return { hit: () => hit.inc(), miss: () => miss.inc() };
  };
}
