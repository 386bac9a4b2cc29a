import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Filters, filtersFrom, noFilters, withFilters } from './filters.rules.ts';

export interface FilterState {
  readonly filters: Filters;
  /** Changes some of them: each change is a step of the history that "back" undoes. */
  change(changes: Partial<Filters>): void;
  /** Takes away everything but the view. */
  reset(): void;
}

/** The filters, kept in the address. */
export function useFilters(): FilterState {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => filtersFrom(search), [search]);
  const change = useCallback(
    (changes: Partial<Filters>) =>
      setSearch((now) => withFilters(now, { ...filtersFrom(now), ...changes }), { preventScrollReset: true }),
    [setSearch],
  );
  const reset = useCallback(
    () => setSearch((now) => withFilters(now, { ...noFilters, view: filtersFrom(now).view })),
    [setSearch],
  );
  return { filters, change, reset };
}
