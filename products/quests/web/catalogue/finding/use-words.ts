import { useCall } from '#platform/web';
import { type DictionaryEntry, listDictionary } from '../../../contract/index.ts';
import type { WordName } from './filters.rules.ts';

const hour = 3_600_000;

/** All entries of the dictionaries that quests are filtered by. */
export function useWords(): Readonly<Record<WordName, readonly DictionaryEntry[]>> {
  const read = (kind: WordName) => ({ params: { kind } });
  const options = { staleTime: hour };
  const city = useCall(listDictionary, read('city'), options);
  const category = useCall(listDictionary, read('category'), options);
  const vehicle = useCall(listDictionary, read('vehicle'), options);
  const place = useCall(listDictionary, read('place'), options);
  const activity = useCall(listDictionary, read('activity'), options);
  const tool = useCall(listDictionary, read('tool'), options);
  return {
    city: city.data?.items ?? [],
    category: category.data?.items ?? [],
    vehicle: vehicle.data?.items ?? [],
    place: place.data?.items ?? [],
    activity: activity.data?.items ?? [],
    tool: tool.data?.items ?? [],
  };
}
