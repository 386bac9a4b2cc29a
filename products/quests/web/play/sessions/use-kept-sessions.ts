import { useEffect, useState } from 'react';
import { useSession } from '#platform/web';
import { openDevice } from '../offline/device.ts';
import type { KeptSession } from '../offline/kept.ts';

/** The person's sessions on this device, newest first. */
export function useKeptSessions(): readonly KeptSession[] {
  const { user } = useSession();
  const [kept, setKept] = useState<readonly KeptSession[]>([]);
  const userId = user?.id;
  useEffect(() => {
    if (userId === undefined) return undefined;
    let gone = false;
    void openDevice()
      .then((device) => device.sessions(userId))
      .then((found) => {
        if (!gone) setKept(found.toSorted((one, other) => other.id.localeCompare(one.id)));
      });
    return () => {
      gone = true;
    };
  }, [userId]);
  return kept;
}
