import { useEffect, useRef } from 'react';
import { type Exchange, isRunning } from '../exchange/exchange.rules.ts';
import { usePanel } from '../panel/panel-store.ts';

/** Opens what an answer makes beside it, where there is room, as soon as it is made. */
export function useNewArtifacts(exchange: Exchange | null, besideFits: boolean): void {
  const open = usePanel((state) => state.open);
  const artifacts = exchange?.artifacts ?? null;
  const running = isRunning(exchange);
  const shown = useRef(0);
  useEffect(() => {
    const count = artifacts?.length ?? 0;
    if (artifacts !== null && running && besideFits && count > shown.current) {
      open({ kind: 'artifacts', artifacts, index: count - 1 });
    }
    shown.current = count;
  }, [artifacts, running, besideFits, open]);
}
