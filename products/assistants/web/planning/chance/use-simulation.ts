import { useCallback, useRef, useState } from 'react';
import { type ApiProblem, asProblem, useApi } from '#platform/web';
import { type Simulation, simulatePlan } from '../../../contract/index.ts';
import type { SheetDocument } from '../sheet/document.rules.ts';

export interface Trial {
  readonly runs: number;
  readonly seed: number;
  readonly correlation: number;
}

export interface SimulationControl {
  readonly result: Simulation | null;
  /** The plan it is about. */
  readonly of: SheetDocument | null;
  readonly isRunning: boolean;
  readonly error: ApiProblem | null;
  run(document: SheetDocument, trial: Trial): Promise<void>;
}

/** Runs a plan many times; only the newest answer counts. */
export function useSimulation(): SimulationControl {
  const { call } = useApi();
  const [answer, setAnswer] = useState<{ result: Simulation; of: SheetDocument } | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<ApiProblem | null>(null);
  const latest = useRef(0);
  const run = useCallback(
    async (document: SheetDocument, trial: Trial) => {
      latest.current += 1;
      const turn = latest.current;
      setIsRunning(true);
      setError(null);
      try {
        const result = await call(simulatePlan, { body: { plan: document.plan, ...trial, bins: 40 } });
        if (turn === latest.current) setAnswer({ result, of: document });
      } catch (problem) {
        if (turn === latest.current) setError(asProblem(problem));
      }
      if (turn === latest.current) setIsRunning(false);
    },
    [call],
  );
  return { result: answer?.result ?? null, of: answer?.of ?? null, isRunning, error, run };
}
