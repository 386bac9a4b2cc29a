import { useMemo } from 'react';
import { useLevelColors } from '../levels/levels.ts';
import type { Inks } from './scene.ts';

/** The colours of the canvas in the scheme of the moment; read anew from the page when it changes. */
export function useInks(): () => Inks {
  const levels = useLevelColors();
  const { l0, l1, l2, l3 } = levels;
  return useMemo(() => {
    let inks: Inks | null = null;
    return () => {
      if (inks !== null) return inks;
      const style = getComputedStyle(document.documentElement);
      const read = (name: string): string => style.getPropertyValue(`--mui-palette-${name}`).trim();
      inks = {
        levels: { l0, l1, l2, l3 },
        text: read('text-primary'),
        paper: read('background-default'),
        line: read('text-secondary'),
        accent: read('primary-main'),
      };
      return inks;
    };
  }, [l0, l1, l2, l3]);
}
