import { useState } from 'react';
import { type CursorListState, useApi, useCall, useInvalidate, useNotice } from '#platform/web';
import { type DictionaryEntry, listDictionary, updateDictionaryEntry } from '../../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { movedPositions } from './order.rules.ts';

type Kind = DictionaryEntry['kind'];

export interface Entries {
  readonly list: CursorListState<DictionaryEntry>;
  /** A change is being saved. */
  readonly busy: boolean;
  readonly move: (index: number, step: -1 | 1) => Promise<void>;
  readonly setActive: (entry: DictionaryEntry, active: boolean) => Promise<void>;
}

/** The entries of a dictionary, with those out of use. */
export function useEntries(kind: Kind): Entries {
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const refusals = useRefusals();
  const [busy, setBusy] = useState(false);
  const { data, error, isPending, refetch } = useCall(listDictionary, {
    params: { kind },
    query: { inactive: true },
  });
  const items = data?.items ?? [];

  const save = async (changes: readonly { readonly id: string; readonly body: object }[]): Promise<void> => {
    setBusy(true);
    try {
      for (const { id, body } of changes)
        await api.call(updateDictionaryEntry, { params: { kind, id }, body });
    } catch (fault) {
      notice.error(fault, refusals);
    }
    await invalidate(listDictionary);
    setBusy(false);
  };
  return {
    busy,
    list: {
      items,
      isPending,
      error,
      isLoadingMore: false,
      hasMore: false,
      loadMore: () => undefined,
      refetch: () => void refetch(),
    },
    move: (index, step) =>
      save(movedPositions(items, index, step).map(({ id, position }) => ({ id, body: { position } }))),
    setActive: ({ id }, active) => save([{ id, body: { active } }]),
  };
}
