import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const near = 80;

export interface StickToEnd {
  readonly area: RefObject<HTMLDivElement | null>;
  /** The reader has scrolled away from the end. */
  readonly away: boolean;
  toEnd(): void;
}

/** Keeps a scrolling area at its end whenever one of `changes` does, unless the reader has scrolled away. */
export function useStickToEnd(...changes: readonly unknown[]): StickToEnd {
  const area = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [away, setAway] = useState(false);

  useEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    let top = element.scrollTop;
    const distanceToEnd = (): number => element.scrollHeight - element.scrollTop - element.clientHeight;
    const watch = (): void => {
      const distance = distanceToEnd();
      // What grew since the last look is no reason to stop; scrolling back is.
      if (distance < near) following.current = true;
      else if (element.scrollTop < top) following.current = false;
      top = element.scrollTop;
      setAway(distance > element.clientHeight / 2);
    };
    // Diagrams and tables grow after their words are there.
    const growth = new ResizeObserver(() => {
      if (following.current) element.scrollTop = element.scrollHeight;
      // Another branch may be so short that there is nothing below.
      setAway(distanceToEnd() > element.clientHeight / 2);
    });
    growth.observe(element);
    for (const child of element.children) growth.observe(child);
    element.addEventListener('scroll', watch, { passive: true });
    return () => {
      growth.disconnect();
      element.removeEventListener('scroll', watch);
    };
  }, []);

  const stamp = changes.join('|');
  const followed = useRef<string | null>(null);
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null || followed.current === stamp) return;
    followed.current = stamp;
    if (following.current) element.scrollTop = element.scrollHeight;
  }, [stamp]);

  const toEnd = useCallback(() => {
    const element = area.current;
    following.current = true;
    element?.scrollTo({ top: element.scrollHeight, behavior: 'smooth' });
  }, []);
  return { area, away, toEnd };
}
