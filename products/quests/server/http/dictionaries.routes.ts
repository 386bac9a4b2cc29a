import type { Static } from 'typebox';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { CountedEntry } from '../dictionaries/dictionaries.ts';
import type { QuestsService } from '../quests.ts';

function presentEntry(entry: CountedEntry): Static<typeof contract.DictionaryEntry> {
  const { timeZone, questCount, ...fields } = entry;
  return { ...fields, time_zone: timeZone, quest_count: questCount };
}

/** The dictionaries: read by everybody, kept by editors. */
export function mountDictionaries({ mount, service: { dictionaries } }: ServeDoor<QuestsService>): void {
  mount(contract.listDictionary, async ({ params, query }) => {
    const entries = await dictionaries.list(params.kind, { inactive: query.inactive ?? false });
    return { items: entries.map(presentEntry) };
  });

  mount(contract.createDictionaryEntry, async ({ params, body }) => {
    const { name, position = 0, active = true, place = null, time_zone: timeZone = null } = body;
    const fields = { name, position, active, place, timeZone };
    return presentEntry(await dictionaries.create(params.kind, body.code, fields));
  });

  mount(contract.updateDictionaryEntry, async ({ params, body }) => {
    const { time_zone: timeZone, ...fields } = body;
    const change = timeZone === undefined ? fields : { ...fields, timeZone };
    return presentEntry(await dictionaries.update(params.kind, params.id, change));
  });

  mount(contract.deleteDictionaryEntry, async ({ params }) => dictionaries.remove(params.kind, params.id));
}
