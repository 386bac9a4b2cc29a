import { useEffect, useRef } from 'react';

/** Longer than the pause between two words; the server takes sixty diagrams a minute. */
const pause = 1_000;

/** Does something once a value has rested; not for the value it begins with. */
export function useLive(isOn: boolean, value: string, act: () => void): void {
  const latest = useRef(act);
  const done = useRef(value);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!isOn || value === done.current) return undefined;
    const timer = setTimeout(() => {
      done.current = value;
      latest.current();
    }, pause);
    return () => clearTimeout(timer);
  }, [isOn, value]);
}
