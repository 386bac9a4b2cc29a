export interface CacheSetOptions {
  readonly ttlSeconds: number;
  /** Everything stored under a tag can be dropped at once. */
  readonly tags?: readonly string[];
}

/** A module's own cache: in memory, with Redis behind it when configured. Values are never mutated after they went in. */
export interface Cache {
  get<Value>(key: string): Promise<Value | undefined>;
  set<Value>(key: string, value: Value, options: CacheSetOptions): Promise<void>;
  /** Loads at most once at a time for a key, however many ask. */
  getOrSet<Value>(key: string, options: CacheSetOptions, load: () => Promise<Value>): Promise<Value>;
  delete(key: string): Promise<void>;
  deleteByTag(tag: string): Promise<void>;
  clear(): Promise<void>;
}

/** All caches of this process. */
export interface Caches {
  /** The cache of one module. */
  cache(namespace: string): Cache;
  /** Lets go of Redis. */
  close(): Promise<void>;
}
