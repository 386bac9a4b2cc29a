import { useEffect, useRef } from 'react';

/** While something runs on the server: often enough to seem alive, seldom enough to be no burden. */
const restMs = 1_500;

/** Asks again and again as long as there is something to wait for. */
export function usePolling(isWaiting: boolean, ask: () => unknown): void {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => void latest.current(), restMs);
    return () => clearInterval(timer);
  }, [isWaiting]);
}
