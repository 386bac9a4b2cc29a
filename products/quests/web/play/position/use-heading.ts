import { useEffect, useState } from 'react';

/** Where the phone's upper edge points, degrees clockwise from north; null where it does not tell. */
export function useHeading(active: boolean): number | null {
  const [heading, setHeading] = useState<number | null>(null);
  useEffect(() => {
    if (!active || !('ondeviceorientationabsolute' in globalThis)) return undefined;
    const hear = (event: Event): void => {
      const alpha = 'alpha' in event && typeof event.alpha === 'number' ? event.alpha : null;
      // In steps, so that a trembling hand does not draw the screen anew all the time.
      if (alpha !== null) setHeading(Math.round((360 - alpha) / 5) * 5);
    };
    globalThis.addEventListener('deviceorientationabsolute', hear);
    return () => globalThis.removeEventListener('deviceorientationabsolute', hear);
  }, [active]);
  return heading;
}
