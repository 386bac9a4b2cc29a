import { useCallback, useEffect, useRef, useState } from 'react';
import { type Fix, isEnough, withFix } from './fixes.rules.ts';

/** `idle`: nobody asked yet. */
export type PositionState = 'idle' | 'searching' | 'known' | 'denied' | 'unavailable';

export interface PositionHandle {
  readonly state: PositionState;
  readonly fix: Fix | null;
  /** Begins to follow the player; browsers ask for permission then, so call it from a tap. */
  follow(): void;
  /** Collects readings for some seconds; answers those of the last minute, empty when there are none. */
  collect(
    target: { readonly lat: number; readonly lng: number; readonly radius: number } | null,
  ): Promise<readonly Fix[]>;
}

const patience = 12_000;
/** With one reading at hand, this much longer for a better one. */
const linger = 5_000;

const options: PositionOptions = { enableHighAccuracy: true, maximumAge: 2_000, timeout: 20_000 };

function fixOf({ coords, timestamp }: GeolocationPosition): Fix {
  return {
    lat: coords.latitude,
    lng: coords.longitude,
    accuracy: Math.min(100_000, Math.max(0, coords.accuracy)),
    at: new Date(Math.min(timestamp, Date.now())).toISOString(),
  };
}

/** Absent where the page is not secure, whatever the library's types say. */
const geolocation = (): Geolocation | undefined => globalThis.navigator?.geolocation ?? undefined;

async function isGranted(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted';
  } catch {
    return false;
  }
}

/** Where the player is, while `active`. Follows by itself when that was allowed before, else after `follow`. */
export function usePosition(active: boolean): PositionHandle {
  const [following, setFollowing] = useState(false);
  const [state, setState] = useState<PositionState>('idle');
  const [fix, setFix] = useState<Fix | null>(null);
  const kept = useRef<readonly Fix[]>([]);
  const listeners = useRef(new Set<(fix: Fix | null) => void>());

  useEffect(() => {
    let gone = false;
    void isGranted().then((granted) => {
      if (granted && !gone) setFollowing(true);
    });
    return () => {
      gone = true;
    };
  }, []);

  useEffect(() => {
    const source = geolocation();
    if (!active || !following || source === undefined) return undefined;
    setState((before) => (before === 'known' ? before : 'searching'));
    const id = source.watchPosition(
      (position) => {
        const next = fixOf(position);
        kept.current = withFix(kept.current, next);
        setFix(next);
        setState('known');
        for (const listener of listeners.current) listener(next);
      },
      (error) => {
        const denied = error.code === error.PERMISSION_DENIED;
        if (denied) setFollowing(false);
        setState(denied ? 'denied' : 'unavailable');
        if (denied) for (const listener of listeners.current) listener(null);
      },
      options,
    );
    return () => source.clearWatch(id);
  }, [active, following]);

  const follow = useCallback(() => {
    if (geolocation() === undefined) setState('unavailable');
    else setFollowing(true);
  }, []);

  const collect = useCallback<PositionHandle['collect']>(
    (target) => {
      follow();
      if (geolocation() === undefined) return Promise.resolve([]);
      return new Promise((resolve) => {
        const fresh: Fix[] = [];
        const end = (): void => {
          clearTimeout(timer);
          listeners.current.delete(hear);
          resolve(kept.current);
        };
        let timer = setTimeout(end, patience);
        const hear = (next: Fix | null): void => {
          if (next !== null) fresh.push(next);
          if (next === null || isEnough(fresh, target)) {
            end();
            return;
          }
          if (fresh.length === 1) {
            clearTimeout(timer);
            timer = setTimeout(end, linger);
          }
        };
        listeners.current.add(hear);
        // Where a device stands still the watch is silent: what it knows now counts as well.
        geolocation()?.getCurrentPosition(
          (position) => {
            const next = fixOf(position);
            kept.current = withFix(kept.current, next);
            if (listeners.current.has(hear)) hear(next);
          },
          (error) => {
            if (error.code === error.PERMISSION_DENIED) {
              setState('denied');
              hear(null);
            }
          },
          { ...options, maximumAge: 0 },
        );
      });
    },
    [follow],
  );

  return { state, fix, follow, collect };
}
