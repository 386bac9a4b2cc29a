import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Filters that stand in the address bar. */
export interface Filters {
  readonly text: (name: string) => string | undefined;
  /** The value, if it is one of those known. */
  readonly oneOf: <const Value extends string>(name: string, values: readonly Value[]) => Value | undefined;
  /** An empty value takes the filter away. */
  readonly set: (name: string, value: string) => void;
}

export function useFilters(): Filters {
  const [parameters, setParameters] = useSearchParams();
  const set = useCallback(
    (name: string, value: string) =>
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  const text = (name: string): string | undefined => parameters.get(name) || undefined;
  return { text, set, oneOf: (name, values) => values.find((value) => value === text(name)) };
}
