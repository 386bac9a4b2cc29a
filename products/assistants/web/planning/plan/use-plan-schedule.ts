import { useEffect, useRef, useState } from 'react';
import { type ApiProblem, asProblem, useApi } from '#platform/web';
import { type PlanSchedule, schedulePlan } from '../../../contract/index.ts';
import type { SheetDocument } from '../sheet/document.rules.ts';
import type { Scheduling } from './scheduling.ts';

export interface PlanScheduleState {
  /** The last that could be computed. */
  readonly result: PlanSchedule | null;
  /** What `result` was computed from. */
  readonly of: SheetDocument | null;
  /** Why the newest could not be computed, and which it was. */
  readonly problem: ApiProblem | null;
  readonly refused: SheetDocument | null;
  readonly isRunning: boolean;
}

const pause = 650;
const nothing: PlanScheduleState = { result: null, of: null, problem: null, refused: null, isRunning: false };

/** Schedules a plan soon after it changed; only the newest answer counts. */
export function usePlanSchedule(
  document: SheetDocument,
  scheduling: Scheduling,
): PlanScheduleState & { again(): void } {
  const { call } = useApi();
  const [state, setState] = useState<PlanScheduleState>(nothing);
  const [attempt, setAttempt] = useState(0);
  const first = useRef(true);
  const { basis, levelling, by, statusDate } = scheduling;

  useEffect(() => {
    if (document.faults.length > 0) {
      setState((before) => ({ ...before, isRunning: false, problem: null, refused: null }));
      return;
    }
    const abort = new AbortController();
    setState((before) => ({ ...before, isRunning: true }));
    const run = async (): Promise<void> => {
      try {
        const asked = statusDate === '' ? {} : { status_date: statusDate };
        const body = { plan: document.plan, basis, levelling, by, ...asked };
        const result = await call(schedulePlan, { body, signal: abort.signal });
        setState({ result, of: document, problem: null, refused: null, isRunning: false });
      } catch (error) {
        if (abort.signal.aborted) return;
        setState((before) => ({
          ...before,
          problem: asProblem(error),
          refused: document,
          isRunning: false,
        }));
      }
    };
    const timer = setTimeout(() => void run(), first.current || attempt > 0 ? 0 : pause);
    first.current = false;
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [call, document, basis, levelling, by, statusDate, attempt]);

  return { ...state, again: () => setAttempt((before) => before + 1) };
}
