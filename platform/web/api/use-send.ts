import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { RouteDefinition } from '#platform/contract';
import type { CallInput, CallOptions, ResultOf } from './call-input.ts';
import type { ApiProblem } from './problem.ts';
import { useApi } from './use-api.ts';
import { useInvalidate } from './use-call.ts';

export interface UseSendOptions<Route> {
  readonly onSuccess?: (reply: ResultOf<Route>, input: CallInput<Route>) => unknown;
  /** Given this, the fault is handled here; otherwise show `send.error` yourself. */
  readonly onError?: (problem: ApiProblem, input: CallInput<Route>) => unknown;
  /** Routes whose kept answers are out of date afterwards. */
  readonly invalidates?: readonly RouteDefinition[];
}

/** Sends a change: `{mutate, mutateAsync, isPending, error, …}`, with the route's input as variables. Never repeated by itself. */
export function useSend<const Route extends RouteDefinition>(
  route: Route,
  options: UseSendOptions<Route> = {},
): UseMutationResult<ResultOf<Route>, ApiProblem, CallInput<Route> & CallOptions> {
  const { call } = useApi();
  const invalidate = useInvalidate();
  const { onSuccess, onError, invalidates = [] } = options;
  return useMutation<ResultOf<Route>, ApiProblem, CallInput<Route> & CallOptions>({
    mutationFn: (input) => call(route, input),
    onSuccess: async (reply, input) => {
      await onSuccess?.(reply, input);
      await invalidate(...invalidates);
    },
    ...(onError === undefined ? {} : { onError }),
  });
}
