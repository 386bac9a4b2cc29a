import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Makes the answers kept under a key stale, every one if none is given: whoever shows them asks again. A first answer
 * that is still on its way was asked for before the change, and invalidation alone would let it pass for a fresh one
 * (TanStack Query replaces a request under way only where there is an answer already): it is asked for anew.
 */
export async function makeStale(queries: QueryClient, queryKey?: QueryKey): Promise<void> {
  const filters = queryKey === undefined ? {} : { queryKey };
  await queries.cancelQueries({
    ...filters,
    fetchStatus: 'fetching',
    predicate: (query) => query.state.data === undefined,
  });
  await queries.invalidateQueries(filters);
}
