/** A read or load on its way, and what would make its result stale. */
export interface TrackedLoad {
  readonly key: string;
  readonly tags: readonly string[];
  /** Turns true when its key, one of its tags or everything was invalidated meanwhile. */
  isStale: boolean;
}

interface RunningLoad extends TrackedLoad {
  readonly result: Promise<unknown>;
}

/**
 * Knows what is being loaded. Without it, a load that began before an invalidation and ends after it would
 * put old data into the cache, to stay there for its whole life.
 */
export interface TrackedLoads {
  /** Runs the work unless the same key is under way already; then shares its outcome. */
  share<Value>(
    key: string,
    tags: readonly string[],
    work: (load: TrackedLoad) => Promise<Value>,
  ): { readonly result: Promise<Value>; readonly isShared: boolean };
  /** Runs the work alone, but watched. */
  watch<Value>(key: string, work: (load: TrackedLoad) => Promise<Value>): Promise<Value>;
  invalidate(matches: (load: TrackedLoad) => boolean): void;
}

export function createTrackedLoads(): TrackedLoads {
  const active = new Set<TrackedLoad>();
  const shared = new Map<string, RunningLoad>();

  async function run<Value>(load: TrackedLoad, work: (load: TrackedLoad) => Promise<Value>): Promise<Value> {
    active.add(load);
    try {
      return await work(load);
    } finally {
      active.delete(load);
      const current = shared.get(load.key);
      if (current === load) shared.delete(load.key);
    }
  }

  return {
    share<Value>(key: string, tags: readonly string[], work: (load: TrackedLoad) => Promise<Value>) {
      const running = shared.get(key);
      // The one place where a type is asserted: callers of one key agree on the type of its value.
      if (running !== undefined) return { result: running.result as Promise<Value>, isShared: true };
      const load: TrackedLoad = { key, tags, isStale: false };
      // Deferred by a turn, so that the load is registered before its work can end.
      const result = Promise.resolve().then(() => run(load, work));
      shared.set(key, Object.assign(load, { result }));
      return { result, isShared: false };
    },
    watch: (key, work) => run({ key, tags: [], isStale: false }, work),
    invalidate(matches) {
      for (const load of [...active, ...shared.values()]) {
        if (!matches(load)) continue;
        load.isStale = true;
        // Whoever asks from now on must not be given the old data.
        if (shared.get(load.key) === load) shared.delete(load.key);
      }
    },
  };
}
