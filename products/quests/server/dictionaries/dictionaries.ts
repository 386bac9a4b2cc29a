import type { QuestsContext } from '../uses.ts';
import { allEntries, type DictionaryRow } from './dictionary.store.ts';
import type { DictionarySnapshot, Entry } from './dictionary.ts';
import { snapshotOf } from './snapshot.rules.ts';

export interface Dictionaries {
  /** All entries, as of a moment ago. */
  snapshot(): Promise<DictionarySnapshot>;
}

export const dictionaryTag = 'dictionary';

function entryOf({ name_ru, name_en, time_zone, lat, lng, ...row }: DictionaryRow): Entry {
  return {
    ...row,
    name: { ru: name_ru, en: name_en },
    place: lat === null || lng === null ? null : { lat, lng },
    timeZone: time_zone,
  };
}

export function createDictionaries({
  database,
  cache,
  config,
}: Pick<QuestsContext, 'database' | 'cache' | 'config'>): Dictionaries {
  const options = { ttlSeconds: config.QUESTS_CARD_CACHE_SECONDS, tags: [dictionaryTag] };
  // Indexed once for each loaded list, however often it is asked for.
  const indexed = new WeakMap<readonly Entry[], DictionarySnapshot>();
  return {
    async snapshot() {
      const entries = await cache.getOrSet<readonly Entry[]>('dictionary', options, async () =>
        (await allEntries(database)).map(entryOf),
      );
      const snapshot = indexed.get(entries) ?? snapshotOf(entries);
      indexed.set(entries, snapshot);
      return snapshot;
    },
  };
}
