import {
  keepPreviousData,
  type QueryKey,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import type { RouteDefinition } from '#platform/contract';
import type { CallInput, RawInput, ResultOf } from './call-input.ts';
import { makeStale } from './make-stale.ts';
import type { ApiProblem } from './problem.ts';
import { useApi } from './use-api.ts';

export interface UseCallOptions {
  /** `false` waits. */
  readonly enabled?: boolean;
  /** How long an answer counts as fresh, in milliseconds; 15 s if not given. */
  readonly staleTime?: number;
  /** Asks again every so many milliseconds while the page is visible. */
  readonly refetchInterval?: number | false;
  /** Keeps showing the previous answer while another input loads. */
  readonly keepPrevious?: boolean;
}

/** The key under which an answer is kept: the route's name, then its input. */
export function callKey(route: RouteDefinition, input?: RawInput): QueryKey {
  if (input === undefined) return [route.name];
  const { params, query, body } = input;
  return [route.name, { params, query, body }];
}

/**
 * Reads a route and keeps its answer: `{data, error, isPending, refetch, …}`. `input` is `{}` where the route takes
 * nothing. Passing faults are retried for GET routes only.
 */
export function useCall<const Route extends RouteDefinition>(
  route: Route,
  input: CallInput<Route>,
  options: UseCallOptions = {},
): UseQueryResult<ResultOf<Route>, ApiProblem> {
  const { call } = useApi();
  const { keepPrevious, ...rest } = options;
  return useQuery<ResultOf<Route>, ApiProblem>({
    queryKey: callKey(route, input),
    queryFn: ({ signal }) => call(route, { ...input, signal }),
    ...(route.method === 'GET' ? {} : { retry: false }),
    ...(keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
    ...rest,
  });
}

/** Makes answers of these routes stale, so that whoever shows them asks again. */
export function useInvalidate(): (...routes: readonly RouteDefinition[]) => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    async (...routes) => {
      await Promise.all(routes.map((route) => makeStale(queries, callKey(route))));
    },
    [queries],
  );
}
