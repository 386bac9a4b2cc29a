import { useState } from 'react';
import type { Near } from './filters.rules.ts';

export type LocationFault = 'denied' | 'unavailable' | 'unsupported';

export interface PersonLocation {
  readonly near: Near | null;
  readonly isLocating: boolean;
  readonly fault: LocationFault | null;
  /** Asks the browser, which may ask the person: call it on a tap only. */
  locate(): void;
  setWithin(metres: number | null): void;
  forget(): void;
}

/** Where the person is, as long as the page is open. */
export function useLocationOfPerson(): PersonLocation {
  const [near, setNear] = useState<Near | null>(null);
  const [isLocating, setLocating] = useState(false);
  const [fault, setFault] = useState<LocationFault | null>(null);
  return {
    near,
    isLocating,
    fault,
    locate() {
      setFault(null);
      if (!('geolocation' in navigator)) {
        setFault('unsupported');
        return;
      }
      setLocating(true);
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          setLocating(false);
          setNear({ lat: coords.latitude, lng: coords.longitude, within: null });
        },
        ({ code, PERMISSION_DENIED }) => {
          setLocating(false);
          setFault(code === PERMISSION_DENIED ? 'denied' : 'unavailable');
        },
        { maximumAge: 60_000, timeout: 15_000 },
      );
    },
    setWithin: (within) => setNear((now) => (now === null ? null : { ...now, within })),
    forget() {
      setNear(null);
      setFault(null);
    },
  };
}
