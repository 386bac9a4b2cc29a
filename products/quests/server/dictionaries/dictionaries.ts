import { newId } from '#base/ids';
import { isUniqueViolation, type Tx } from '#platform/server/database';
import type { Invalidation } from '../caching/invalidation.ts';
import type { QuestsContext } from '../uses.ts';
import {
  allEntries,
  countUses,
  deleteEntry,
  insertEntry,
  lockEntry,
  updateEntry,
} from './dictionary.store.ts';
import type { DictionaryKind, DictionarySnapshot, Entry } from './dictionary.ts';
import { isEntryHeld } from './held.rules.ts';
import { codeTaken, entryInUse, entryNotFound, onlyCitiesHavePlaces, zoneUnknown } from './refusals.ts';
import { isTimeZone, snapshotOf } from './snapshot.rules.ts';

export interface CountedEntry extends Entry {
  /** Published quests that carry it. */
  readonly questCount: number;
}

type EntryFields = Pick<Entry, 'name' | 'position' | 'active' | 'place' | 'timeZone'>;

export interface Dictionaries {
  /** All entries, as of a moment ago. */
  snapshot(): Promise<DictionarySnapshot>;
  list(kind: DictionaryKind, which: { readonly inactive: boolean }): Promise<readonly CountedEntry[]>;
  create(kind: DictionaryKind, code: string, fields: EntryFields): Promise<CountedEntry>;
  update(kind: DictionaryKind, id: string, change: Partial<EntryFields>): Promise<CountedEntry>;
  remove(kind: DictionaryKind, id: string): Promise<void>;
}

/** Everything that shows words of the dictionaries carries this tag, or the tags of cards and lists. */
const dictionaryTag = 'dictionary';

type Dependencies = Pick<QuestsContext, 'database' | 'cache' | 'config'> & {
  readonly invalidation: Invalidation;
};

function checkFields({ kind, place, timeZone }: Pick<Entry, 'kind' | 'place' | 'timeZone'>): void {
  if (kind !== 'city' && (place !== null || timeZone !== null)) throw onlyCitiesHavePlaces();
  if (timeZone !== null && !isTimeZone(timeZone)) throw zoneUnknown();
}

export function createDictionaries({ database, cache, config, invalidation }: Dependencies): Dictionaries {
  const options = { ttlSeconds: config.QUESTS_CARD_CACHE_SECONDS, tags: [dictionaryTag] };
  // Indexed once for each loaded list, however often it is asked for.
  const indexed = new WeakMap<readonly Entry[], DictionarySnapshot>();

  async function snapshot(): Promise<DictionarySnapshot> {
    const entries = await cache.getOrSet<readonly Entry[]>('dictionary', options, () => allEntries(database));
    const known = indexed.get(entries) ?? snapshotOf(entries);
    indexed.set(entries, known);
    return known;
  }

  const counts = () =>
    cache.getOrSet<ReadonlyMap<string, number>>(
      'dictionary-counts',
      { ttlSeconds: config.QUESTS_PAGE_CACHE_SECONDS, tags: [dictionaryTag, 'lists'] },
      () => countUses(database),
    );

  async function counted(entry: Entry): Promise<CountedEntry> {
    return { ...entry, questCount: (await counts()).get(entry.id) ?? 0 };
  }

  const forget = (tx: Tx) => invalidation.forget(tx, { tags: [dictionaryTag, 'cards', 'lists'] });

  return {
    snapshot,
    async list(kind, { inactive }) {
      const [{ entries }, uses] = await Promise.all([snapshot(), counts()]);
      return entries
        .filter((entry) => entry.kind === kind && (inactive || entry.active))
        .map((entry) => ({ ...entry, questCount: uses.get(entry.id) ?? 0 }));
    },
    async create(kind, code, fields) {
      const entry: Entry = { id: newId(), kind, code, ...fields };
      checkFields(entry);
      try {
        await database.transaction(async (tx) => {
          await insertEntry(tx, entry);
          await forget(tx);
        });
      } catch (error) {
        throw isUniqueViolation(error, 'dictionary_code_is_unique') ? codeTaken() : error;
      }
      return { ...entry, questCount: 0 };
    },
    async update(kind, id, change) {
      const entry = await database.transaction(async (tx) => {
        const before = await lockEntry(tx, kind, id);
        if (before === undefined) throw entryNotFound();
        const after = { ...before, ...change };
        checkFields(after);
        await updateEntry(tx, after);
        await forget(tx);
        return after;
      });
      return counted(entry);
    },
    async remove(kind, id) {
      try {
        await database.transaction(async (tx) => {
          if ((await deleteEntry(tx, kind, id)) === 0) throw entryNotFound();
          await forget(tx);
        });
      } catch (error) {
        throw isEntryHeld(error) ? entryInUse() : error;
      }
    },
  };
}
