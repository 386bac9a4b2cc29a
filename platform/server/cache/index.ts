export { createCaches } from './caches.ts';
export type { Cache, CacheSetOptions, Caches } from './types.ts';
