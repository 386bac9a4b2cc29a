import { useState } from 'react';
import type { MoveOutcome, PlayPoint, Session } from '../../../contract/index.ts';
import type { PositionHandle } from '../position/use-position.ts';
import type { Moves } from './use-moves.ts';

/** Why the last check-in did not pass. */
export type CheckInFault =
  | { readonly kind: 'no_fix' }
  | { readonly kind: 'kept' }
  | { readonly kind: 'refused'; readonly code: string | null; readonly checkIn: MoveOutcome['check_in'] };

export interface CheckIn {
  readonly isMeasuring: boolean;
  readonly fault: { readonly pointId: string | null; readonly why: CheckInFault } | null;
  start(): Promise<void>;
}

interface CheckInNeeds {
  readonly session: Session;
  readonly point: PlayPoint | null;
  readonly position: PositionHandle;
  readonly moves: Moves;
  /** Told which point a search in secret found. */
  readonly onFound: (pointId: string) => void;
}

/** Asks the device where it is, then the server whether that is there. */
export function useCheckIn({ session, point, position, moves, onFound }: CheckInNeeds): CheckIn {
  const [isMeasuring, setMeasuring] = useState(false);
  const [fault, setFault] = useState<CheckIn['fault']>(null);
  const secret = session.order_mode === 'secret';
  const pointId = point?.id ?? null;

  const start = async (): Promise<void> => {
    if (isMeasuring || moves.busy !== null) return;
    setMeasuring(true);
    setFault(null);
    const say = (why: CheckInFault): void => setFault({ pointId, why });
    try {
      const place = point?.place ?? null;
      const fixes = await position.collect(
        place === null || point === null ? null : { ...place, radius: point.radius },
      );
      if (fixes.length === 0) {
        say({ kind: 'no_fix' });
        return;
      }
      const named = secret || pointId === null ? {} : { point_id: pointId };
      const made = await moves.make({ kind: 'check_in', ...named, fixes: [...fixes] });
      if (made === null) return;
      const { outcome } = made;
      if (outcome === null) say({ kind: 'kept' });
      else if (outcome.outcome === 'refused') {
        say({ kind: 'refused', code: outcome.code, checkIn: outcome.check_in });
      } else if (outcome.point_id !== null) onFound(outcome.point_id);
    } finally {
      setMeasuring(false);
    }
  };
  return { isMeasuring, fault: fault?.pointId === pointId ? fault : null, start };
}
