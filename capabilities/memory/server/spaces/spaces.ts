import type { Database, Reader, Tx } from '#platform/server/database';
import type { MemoryScope } from './scope.ts';
import { findSpace, lockSpace, makeSpace, type SpaceRow } from './space.store.ts';
import { type SpaceKey, spaceKey } from './space-key.rules.ts';

/** The only way into content: every reader and transaction runs under the owner's scope. */
export interface Spaces {
  /** Runs under the space's lock with a new version; makes the space when it is missing. */
  write<Result>(scope: MemoryScope, work: (tx: Tx, space: SpaceRow) => Promise<Result>): Promise<Result>;
  /** The same for an existing space; undefined when there is none. */
  change<Result>(
    scope: MemoryScope,
    work: (tx: Tx, space: SpaceRow) => Promise<Result>,
  ): Promise<Result | undefined>;
  /** A transaction under the owner's scope that locks nothing and takes no version. */
  unlocked<Result>(ownerId: string, work: (tx: Tx) => Promise<Result>): Promise<Result>;
  reader(ownerId: string): Reader;
  find(scope: MemoryScope): Promise<SpaceRow | undefined>;
}

export interface SpacesOptions {
  readonly database: Database;
  /** Called after every commit that changed content. */
  readonly onChange: (key: SpaceKey) => void;
}

export function createSpaces({ database, onChange }: SpacesOptions): Spaces {
  function locked<Result>(
    scope: MemoryScope,
    make: boolean,
    work: (tx: Tx, space: SpaceRow) => Promise<Result>,
  ): Promise<Result | undefined> {
    const key = spaceKey(scope);
    return database.transaction(
      async (tx) => {
        let space = await lockSpace(tx, key);
        if (space === undefined && make) {
          await makeSpace(tx, key);
          space = await lockSpace(tx, key);
        }
        if (space === undefined) return undefined;
        tx.afterCommit(() => onChange(key));
        return work(tx, space);
      },
      { scope: { owner: key.ownerId } },
    );
  }

  return {
    async write(scope, work) {
      const done = await locked(scope, true, async (tx, space) => ({ value: await work(tx, space) }));
      if (done === undefined) throw new Error('The space was removed while it was being written.');
      return done.value;
    },
    change: (scope, work) => locked(scope, false, work),
    unlocked: (ownerId, work) => database.transaction(work, { scope: { owner: ownerId } }),
    reader: (ownerId) => database.scoped({ owner: ownerId }),
    find: async (scope) => {
      const key = spaceKey(scope);
      return findSpace(database.scoped({ owner: key.ownerId }), key);
    },
  };
}
