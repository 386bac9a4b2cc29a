import { useEffect, useMemo, useRef } from 'react';

export interface Run {
  /** Aborted when another run begins, when this one is stopped, and when the page is left. */
  readonly signal: AbortSignal;
  /** Whether what it brings may still be shown. */
  isLatest(): boolean;
}

export interface LatestRun {
  begin(): Run;
  /** Ends the run; that it was stopped may be shown. */
  stop(): void;
  /** Ends the run; nothing of it is shown any more. */
  forget(): void;
}

/** Keeps track of work that is begun again and again: only the latest run counts. */
export function useLatestRun(): LatestRun {
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  return useMemo(
    () => ({
      begin() {
        running.current?.abort();
        const controller = new AbortController();
        running.current = controller;
        return { signal: controller.signal, isLatest: () => running.current === controller };
      },
      stop: () => running.current?.abort(),
      forget() {
        running.current?.abort();
        running.current = null;
      },
    }),
    [],
  );
}
