import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ApiProblem, asProblem, callKey, useApi } from '#platform/web';
import { type Conversation, type ConversationMessage, getConversation } from '../../../contract/index.ts';

export interface ConversationState {
  readonly conversation: Conversation | null;
  /** Oldest first. */
  readonly messages: readonly ConversationMessage[];
  readonly isPending: boolean;
  readonly error: ApiProblem | null;
  readonly hasOlder: boolean;
  readonly isLoadingOlder: boolean;
  loadOlder(): void;
  refetch(): void;
}

/** The messages of a conversation, the newest page first; null asks for nothing. */
export function useConversation(id: string | null, paused: boolean): ConversationState {
  const { call } = useApi();
  const result = useInfiniteQuery({
    queryKey: [...callKey(getConversation, { params: { id } }), 'pages'],
    enabled: id !== null && !paused,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(getConversation, {
        params: { id: id ?? '' },
        query: { limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: (last) => last.next_cursor,
  });
  const messages = useMemo(
    () => (result.data?.pages ?? []).toReversed().flatMap((page) => page.items),
    [result.data],
  );
  return {
    conversation: result.data?.pages[0]?.conversation ?? null,
    messages,
    isPending: id !== null && result.isPending,
    error: result.error === null ? null : asProblem(result.error),
    hasOlder: result.hasNextPage,
    isLoadingOlder: result.isFetchingNextPage,
    loadOlder: () => void result.fetchNextPage(),
    refetch: () => void result.refetch(),
  };
}
