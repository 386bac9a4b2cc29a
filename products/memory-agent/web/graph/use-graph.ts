import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ApiProblem, asProblem, callKey, useApi, useCall } from '#platform/web';
import { memoryGraph } from '../../contract/index.ts';
import type { Level } from '../levels/levels.ts';
import { type GraphModel, mergeParts } from './graph-model.rules.ts';

const most = 2_000;

export interface GraphState {
  readonly model: GraphModel;
  readonly isPending: boolean;
  readonly isExpanding: boolean;
  readonly truncated: boolean;
  readonly error: ApiProblem | null;
  refetch(): void;
}

/** The graph around a memory (or the most important ones), with the neighbours of those that were expanded. */
export function useGraph(
  center: string | null,
  expanded: readonly string[],
  hidden: ReadonlySet<Level>,
): GraphState {
  const { call } = useApi();
  const base = useCall(
    memoryGraph,
    { query: center === null ? { limit: most } : { center, depth: 2, limit: 400 } },
    { staleTime: 60_000 },
  );
  const further = useQueries({
    queries: expanded.map((id) => ({
      queryKey: callKey(memoryGraph, { query: { center: id, depth: 1, limit: 200 } }),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        call(memoryGraph, { query: { center: id, depth: 1, limit: 200 }, signal }),
      staleTime: 60_000,
    })),
    combine: (results) => ({
      parts: results.flatMap(({ data }) => (data === undefined ? [] : [data])),
      isExpanding: results.some(({ isPending }) => isPending),
      problem: results.find(({ error }) => error !== null)?.error ?? null,
    }),
  });
  const { data } = base;
  const model = useMemo(
    () => mergeParts(data === undefined ? [] : [data, ...further.parts], hidden),
    [data, further.parts, hidden],
  );
  return {
    model,
    isPending: base.isPending,
    isExpanding: further.isExpanding,
    truncated: data?.truncated ?? false,
    error: base.error ?? (further.problem === null ? null : asProblem(further.problem)),
    refetch: () => void base.refetch(),
  };
}
