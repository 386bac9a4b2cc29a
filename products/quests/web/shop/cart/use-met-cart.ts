import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { type ApiProblem, asProblem, callKey, useApi } from '#platform/web';
import { getMerch, type Merch } from '../../../contract/index.ts';
import { type MetLine, meet } from './cart.rules.ts';
import { followOtherTabs, useCart } from './cart-store.ts';

export interface MetCart {
  readonly lines: readonly MetLine[];
  /** Some of it is not known yet. */
  readonly isPending: boolean;
  readonly error: ApiProblem | null;
  refetch(): void;
}

/** The cart against what the shop has at the moment. */
export function useMetCart(): MetCart {
  const { call } = useApi();
  const cart = useCart((state) => state.cart);
  useEffect(followOtherTabs, []);
  const { articles, fault, refetch } = useQueries({
    queries: cart.map(({ merch_id: id }) => ({
      queryKey: callKey(getMerch, { params: { id } }),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => call(getMerch, { params: { id }, signal }),
    })),
    combine: (results) => {
      const found: (Merch | null | undefined)[] = results.map(({ data, error }) =>
        error !== null && asProblem(error).status === 404 ? null : data,
      );
      const failed = results.find(
        ({ data, error }) => data === undefined && error !== null && asProblem(error).status !== 404,
      );
      return {
        articles: found,
        fault: failed === undefined ? null : asProblem(failed.error),
        refetch: () => {
          for (const result of results) void result.refetch();
        },
      };
    },
  });
  const lines = useMemo(() => {
    const known = new Map<string, Merch | null>();
    for (const [index, { merch_id }] of cart.entries()) {
      const article = articles[index];
      if (article !== undefined) known.set(merch_id, article);
    }
    return meet(cart, known);
  }, [cart, articles]);
  return { lines, isPending: lines.some(({ kind }) => kind === 'loading'), error: fault, refetch };
}
