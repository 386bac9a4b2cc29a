import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

const near = 80;

/** Keeps a scrolling area at its end when the end grows, and in place when the beginning does. */
export function useStickToEnd(
  firstKey: string,
  lastKey: string,
): { readonly area: RefObject<HTMLDivElement | null>; readonly away: boolean; toEnd(): void } {
  const area = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const before = useRef({ firstKey, height: 0 });
  const [away, setAway] = useState(false);

  useEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    const watch = (): void => {
      const distance = element.scrollHeight - element.scrollTop - element.clientHeight;
      following.current = distance < near;
      setAway(distance > element.clientHeight / 2);
    };
    element.addEventListener('scroll', watch, { passive: true });
    return () => element.removeEventListener('scroll', watch);
  }, []);

  useLayoutEffect(() => {
    const element = area.current;
    if (element === null || lastKey === '') return;
    const grewAbove = before.current.firstKey !== firstKey && before.current.height > 0;
    if (following.current) element.scrollTop = element.scrollHeight;
    else if (grewAbove) element.scrollTop += element.scrollHeight - before.current.height;
    before.current = { firstKey, height: element.scrollHeight };
  }, [firstKey, lastKey]);

  return {
    area,
    away,
    toEnd() {
      const element = area.current;
      following.current = true;
      element?.scrollTo({ top: element.scrollHeight, behavior: 'smooth' });
    },
  };
}
