import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RouteDefinition } from '#platform/contract';
import type { CallInput, ResultOf } from './call-input.ts';
import type { ApiProblem } from './problem.ts';
import { useApi } from './use-api.ts';
import { callKey, type UseCallOptions } from './use-call.ts';

interface PageReply<Item> {
  readonly items: readonly Item[];
  readonly next_cursor: string | null;
}

/** The items of a list route's reply. */
export type ItemOf<Route> = ResultOf<Route> extends PageReply<infer Item> ? Item : never;

/** A list read page by page. */
export interface CursorListState<Item> {
  /** Everything loaded so far. */
  readonly items: readonly Item[];
  readonly isPending: boolean;
  readonly isLoadingMore: boolean;
  readonly hasMore: boolean;
  readonly error: ApiProblem | null;
  loadMore(): void;
  refetch(): void;
}

const isPage = <Item>(reply: unknown): reply is PageReply<Item> =>
  typeof reply === 'object' && reply !== null && 'items' in reply && Array.isArray(reply.items);

/** Reads a route that answers `{items, next_cursor}`; the cursor is added by itself. */
export function useCursorList<const Route extends RouteDefinition>(
  route: Route,
  input: Omit<CallInput<Route>, 'cursor'>,
  options: Pick<UseCallOptions, 'enabled' | 'staleTime' | 'keepPrevious'> = {},
): CursorListState<ItemOf<Route>> & {
  /** The reply of the first page, for what a list tells beside its items. */
  readonly first: ResultOf<Route> | undefined;
} {
  const { call } = useApi();
  const { keepPrevious, ...rest } = options;
  const raw: { readonly query?: unknown } = input;
  const result = useInfiniteQuery({
    queryKey: [...callKey(route, input), 'pages'],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }): Promise<PageReply<ItemOf<Route>>> => {
      const query = { ...Object(raw.query), ...(pageParam === null ? {} : { cursor: pageParam }) };
      const untyped: RouteDefinition = route;
      const reply: unknown = await call(untyped, { ...input, query, signal });
      if (!isPage<ItemOf<Route>>(reply)) throw new TypeError(`${route.name} answers no page`);
      return reply;
    },
    getNextPageParam: (last) => last.next_cursor,
    ...(keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
    ...rest,
  });
  const items = useMemo(() => result.data?.pages.flatMap((page) => page.items) ?? [], [result.data]);
  return {
    items,
    first: result.data?.pages[0] as ResultOf<Route> | undefined,
    isPending: result.isPending,
    isLoadingMore: result.isFetchingNextPage,
    hasMore: result.hasNextPage,
    error: result.error as ApiProblem | null,
    loadMore: () => void result.fetchNextPage(),
    refetch: () => void result.refetch(),
  };
}
