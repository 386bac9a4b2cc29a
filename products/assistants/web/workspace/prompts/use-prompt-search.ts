import { useState } from 'react';
import { type CursorListState, useCursorList } from '#platform/web';
import { listPrompts, type Prompt } from '../../../contract/index.ts';
import { useDebounced } from '../../pieces/use-debounced.ts';
import type { PromptScope } from './prompt-filters.tsx';

interface Wanted {
  readonly typed: string;
  readonly scope: PromptScope;
  /** Only those for the assistant that is open, and those for any. */
  readonly forRole: boolean;
}

export interface PromptSearch extends Wanted {
  set(change: Partial<Wanted>): void;
}

/** What is searched for in the library, and the prompts that are found. */
export function usePromptSearch(role: string | undefined): {
  readonly search: PromptSearch;
  readonly list: CursorListState<Prompt>;
} {
  const [wanted, setWanted] = useState<Wanted>({ typed: '', scope: 'all', forRole: false });
  const { scope, forRole } = wanted;
  const q = useDebounced(wanted.typed.trim(), 250);
  const list = useCursorList(
    listPrompts,
    {
      query: {
        limit: 50,
        ...(q === '' ? {} : { q }),
        ...(scope === 'all' ? {} : { shared: scope === 'shared' }),
        ...(forRole && role !== undefined ? { role } : {}),
      },
    },
    { keepPrevious: true },
  );
  const set = (change: Partial<Wanted>): void => setWanted((before) => ({ ...before, ...change }));
  return { search: { ...wanted, set }, list };
}
