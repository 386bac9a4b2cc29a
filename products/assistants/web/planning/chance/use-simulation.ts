import { useCallback, useRef, useState } from 'react';
import { type ApiProblem, asProblem, useApi } from '#platform/web';
import { type Simulation, simulatePlan } from '../../../contract/index.ts';
import type { SheetDocument } from '../sheet/document.rules.ts';
import { riskWeight } from '../sheet/risk-weight.rules.ts';

export interface Trial {
  readonly runs: number;
  readonly seed: number;
  readonly correlation: number;
}

/** The same runs without the risks: the same seed leaves the luck of the tasks as it was. */
export interface WithoutRisks {
  readonly result: Simulation | null;
  readonly error: ApiProblem | null;
}

export interface SimulationControl {
  readonly result: Simulation | null;
  /** The plan it is about. */
  readonly of: SheetDocument | null;
  /** Null where no risk counts. */
  readonly without: WithoutRisks | null;
  readonly isRunning: boolean;
  readonly error: ApiProblem | null;
  run(document: SheetDocument, trial: Trial): Promise<void>;
}

interface Answer {
  readonly result: Simulation;
  readonly of: SheetDocument;
  readonly without: WithoutRisks | null;
}

const isAtRisk = ({ risks = [], hours_per_day: day = 8 }: SheetDocument['plan']): boolean =>
  risks.some((risk) => riskWeight(risk, day).counts);

/** Runs a plan many times, and once more without its risks; only the newest answer counts. */
export function useSimulation(): SimulationControl {
  const { call } = useApi();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<ApiProblem | null>(null);
  const latest = useRef(0);
  const run = useCallback(
    async (document: SheetDocument, trial: Trial) => {
      latest.current += 1;
      const turn = latest.current;
      setIsRunning(true);
      setError(null);
      const { plan } = document;
      try {
        const result = await call(simulatePlan, { body: { plan, ...trial, bins: 40 } });
        if (turn !== latest.current) return;
        const waiting = isAtRisk(plan) ? { result: null, error: null } : null;
        setAnswer({ result, of: document, without: waiting });
        setIsRunning(false);
        if (waiting === null) return;
        const without = await call(simulatePlan, {
          body: { plan: { ...plan, risks: [] }, ...trial, bins: 5 },
        })
          .then((safe): WithoutRisks => ({ result: safe, error: null }))
          .catch((problem: unknown): WithoutRisks => ({ result: null, error: asProblem(problem) }));
        if (turn === latest.current) setAnswer({ result, of: document, without });
      } catch (problem) {
        if (turn !== latest.current) return;
        setError(asProblem(problem));
        setIsRunning(false);
      }
    },
    [call],
  );
  return {
    result: answer?.result ?? null,
    of: answer?.of ?? null,
    without: answer?.without ?? null,
    isRunning,
    error,
    run,
  };
}
