import { useEffect, useState } from 'react';

export interface Cooldown {
  /** In seconds; 0 when it is over. */
  readonly left: number;
  start(): void;
}

/** Counts down after something that may not be repeated at once. */
export function useCooldown(seconds: number, running = false): Cooldown {
  const [until, setUntil] = useState(() => (running ? Date.now() + seconds * 1_000 : 0));
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until <= Date.now()) return undefined;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) clearInterval(timer);
    }, 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return {
    left: Math.max(0, Math.ceil((until - now) / 1_000)),
    start() {
      setNow(Date.now());
      setUntil(Date.now() + seconds * 1_000);
    },
  };
}
