import { useEffect, useRef } from 'react';

/** What the desk's keys do; each is also a button. */
export interface Shortcuts {
  readonly n: () => void;
  readonly t: () => void;
  readonly a: () => void;
  readonly r: () => void;
}

/** By the key's place, so that they work in the Russian layout, too. */
const keys: Readonly<Record<string, keyof Shortcuts>> = { KeyN: 'n', KeyT: 't', KeyA: 'a', KeyR: 'r' };

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [role=combobox], [role=listbox]') !== null
  );
}

/** Listens to the keys of the desk while it is shown; never while somebody types. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = keys[event.code];
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (key === undefined || !isPlain || isTyping(event.target)) return;
      event.preventDefault();
      latest.current[key]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
