import { useCallback, useRef, useState } from 'react';
import { useNotice } from '#platform/web';
import type { NewMove, PlayEngine } from '../offline/play-engine.ts';
import type { Made } from '../offline/play-state.ts';

/** The newest move and what came of it. */
export interface LastMove {
  readonly move: NewMove;
  readonly made: Made;
}

export interface Moves {
  readonly busy: NewMove['kind'] | null;
  readonly last: LastMove | null;
  /** Null when the device could not write the move down (the reason was shown). */
  make(move: NewMove): Promise<Made | null>;
  clear(): void;
}

/** Makes moves one at a time, so that an impatient thumb does not answer twice. */
export function useMoves(engine: PlayEngine): Moves {
  const notice = useNotice();
  const [busy, setBusy] = useState<NewMove['kind'] | null>(null);
  const [last, setLast] = useState<LastMove | null>(null);
  const running = useRef(false);
  const make = useCallback(
    async (move: NewMove): Promise<Made | null> => {
      if (running.current) return null;
      running.current = true;
      setBusy(move.kind);
      try {
        const made = await engine.make(move);
        setLast({ move, made });
        return made;
      } catch (error) {
        notice.error(error);
        return null;
      } finally {
        running.current = false;
        setBusy(null);
      }
    },
    [engine, notice],
  );
  const clear = useCallback(() => setLast(null), []);
  return { busy, last, make, clear };
}
