import type { Database, Reader } from '#platform/server/database';
import { createSpaceIndex } from '../retrieval/space-index.ts';
import type { SpaceIndex } from '../retrieval/space-view.ts';
import { findSpace, type SpaceRow } from '../spaces/space.store.ts';
import type { SpaceKey } from '../spaces/space-key.rules.ts';
import { type ChangeCursor, documentOf, type KnownState, readChanges } from './index-rows.store.ts';

/** A projection that has caught up. Read it before the next await: afterwards it may have moved on. */
export interface ReadyIndex {
  readonly spaceId: string;
  readonly index: SpaceIndex;
  /** Whether it may still be read after an await. */
  steady(): boolean;
}

/** Search indexes of spaces in this process, bounded by bytes; those used longest ago go first. */
export interface IndexCache {
  /** The index of a space with everything committed before the call in it; undefined when there is no space. */
  ready(key: SpaceKey): Promise<ReadyIndex | undefined>;
  drop(key: SpaceKey): void;
  dropAll(): void;
  /** Bytes held and indexes loaded. */
  figures(): { readonly bytes: number; readonly spaces: number };
}

interface Entry {
  state: KnownState;
  index: SpaceIndex;
  bytes: number;
  running: Promise<ReadyIndex | undefined> | undefined;
  /** The round that callers arriving during a running one share. */
  next: Promise<ReadyIndex | undefined> | undefined;
}

const unknown: KnownState = { spaceId: null, epoch: -1, version: -1 };
const page = 2_000;
/** After every row of a version. */
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export interface IndexCacheOptions {
  readonly database: Database;
  readonly maxBytes: number;
  /** Which vectors to load; empty for none. */
  readonly embeddingModel: () => string;
}

export function createIndexCache({ database, maxBytes, embeddingModel }: IndexCacheOptions): IndexCache {
  const entries = new Map<string, Entry>();

  function nameOf({ ownerId, agentId }: SpaceKey): string {
    return `${ownerId}/${agentId}`;
  }

  function touch(name: string): Entry {
    const entry = entries.get(name) ?? {
      state: unknown,
      index: createSpaceIndex(),
      bytes: 0,
      running: undefined,
      next: undefined,
    };
    entries.delete(name);
    entries.set(name, entry);
    return entry;
  }

  function held(): number {
    let bytes = 0;
    for (const entry of entries.values()) bytes += entry.bytes;
    return bytes;
  }

  /** The space in use stays even when it alone is over the limit: reloading it every time would help nobody. */
  function evict(keep: Entry): void {
    let bytes = held();
    for (const [name, entry] of entries) {
      if (bytes <= maxBytes) return;
      if (entry === keep || entry.running !== undefined) continue;
      bytes -= entry.bytes;
      entries.delete(name);
    }
  }

  /** Brings the entry to the state of the space; what is read meanwhile is not used by anybody. */
  async function apply(entry: Entry, space: SpaceRow, reader: Reader): Promise<void> {
    const { spaceId, epoch, version } = entry.state;
    const same = spaceId === space.id && epoch === space.purge_epoch;
    if (same && version === space.version) return;
    const index = same ? entry.index : createSpaceIndex();
    let after: ChangeCursor = { version: same ? version : -1, id: lastId };
    for (;;) {
      const rows = await readChanges(reader, space.id, after, same, embeddingModel(), page);
      for (const row of rows) {
        if (row.deleted) index.remove(row.id);
        else index.upsert(documentOf(row));
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < page) break;
      after = { version: last.version, id: last.id };
    }
    index.advance(space.version);
    entry.index = index;
    entry.state = { spaceId: space.id, epoch: space.purge_epoch, version: space.version };
    entry.bytes = index.bytes();
    evict(entry);
  }

  async function catchUp(name: string, key: SpaceKey, entry: Entry): Promise<ReadyIndex | undefined> {
    try {
      const reader = database.scoped({ owner: key.ownerId });
      const space = await findSpace(reader, key);
      if (space === undefined) {
        if (entries.get(name) === entry) entries.delete(name);
        return undefined;
      }
      await apply(entry, space, reader);
      const { index } = entry;
      const steady = (): boolean => entry.running === undefined && entry.index === index;
      return { spaceId: space.id, index, steady };
    } catch (error) {
      // Half applied changes must not be built upon.
      entry.state = unknown;
      throw error;
    } finally {
      entry.running = undefined;
    }
  }

  return {
    ready(key) {
      const name = nameOf(key);
      const entry = touch(name);
      if (entry.next !== undefined) return entry.next;
      if (entry.running === undefined) {
        entry.running = catchUp(name, key, entry);
        return entry.running;
      }
      const start = (): Promise<ReadyIndex | undefined> => {
        entry.next = undefined;
        entry.running = catchUp(name, key, entry);
        return entry.running;
      };
      entry.next = entry.running.then(start, start);
      return entry.next;
    },
    drop: (key) => {
      entries.delete(nameOf(key));
    },
    dropAll: () => entries.clear(),
    figures: () => ({ bytes: held(), spaces: entries.size }),
  };
}
