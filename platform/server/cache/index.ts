export type { Cache, CacheSetOptions } from './types.ts';
