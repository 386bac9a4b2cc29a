import type { CacheProvider } from 'bentocache/types';

/** What every key begins with. */
export const prefix = 'quintet';

/** Where cached values are kept. */
export interface Tiers {
  open(namespace: string): CacheProvider;
  close(): Promise<void>;
}
