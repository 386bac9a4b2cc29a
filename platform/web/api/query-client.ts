import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

/** Queries retry twice when the fault is passing; anything sent with an effect is never repeated by itself. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: true,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && error instanceof ApiProblem && error.passing,
        retryDelay: (attempt, error) =>
          error instanceof ApiProblem && error.retryAfterSeconds !== undefined
            ? Math.min(error.retryAfterSeconds, 10) * 1_000
            : 400 * 3 ** attempt,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
