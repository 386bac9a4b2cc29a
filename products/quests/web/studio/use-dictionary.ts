import { useCall, useLanguage } from '#platform/web';
import { type DictionaryEntry, listDictionary } from '../../contract/index.ts';

export interface Choice {
  readonly code: string;
  readonly name: string;
  readonly entry: DictionaryEntry;
}

/** The entries of a dictionary to choose from, by name in the language; an empty list until they came. */
export function useDictionary(kind: DictionaryEntry['kind']): readonly Choice[] {
  const language = useLanguage();
  const { data } = useCall(
    listDictionary,
    { params: { kind }, query: { inactive: true } },
    { staleTime: 300_000 },
  );
  return (data?.items ?? []).map((entry) => ({ code: entry.code, name: entry.name[language], entry }));
}
