import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Filters, filtersFrom, withFilters } from './filters.rules.ts';

export interface FilterState {
  readonly filters: Filters;
  /** Changes some of them; typing replaces the address instead of adding to the history. */
  change(changes: Partial<Filters>): void;
}

/** The filters, kept in the address. */
export function useFilters(): FilterState {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => filtersFrom(search), [search]);
  const change = useCallback(
    (changes: Partial<Filters>) =>
      setSearch((now) => withFilters(now, { ...filtersFrom(now), ...changes }), {
        replace: changes.level === undefined,
      }),
    [setSearch],
  );
  return { filters, change };
}
