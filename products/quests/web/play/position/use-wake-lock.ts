import { useEffect } from 'react';

/** Keeps the screen on while `active` and the page is looked at; browsers that cannot are left alone. */
export function useWakeLock(active: boolean): void {
  useEffect(() => {
    if (!active || !('wakeLock' in navigator)) return undefined;
    let lock: WakeLockSentinel | null = null;
    let gone = false;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      try {
        const got = await navigator.wakeLock.request('screen');
        if (gone) await got.release();
        else lock = got;
      } catch {
        // A low battery may refuse: the walk goes on.
      }
    };
    const wake = (): void => void ask();
    void ask();
    document.addEventListener('visibilitychange', wake);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', wake);
      void lock?.release();
    };
  }, [active]);
}
