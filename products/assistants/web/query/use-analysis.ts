import { useCallback, useState } from 'react';
import type { ReplyOf } from '#platform/contract';
import { type ApiProblem, asProblem, useApi } from '#platform/web';
import { checkQuery, explainQuery } from '../../contract/index.ts';
import { groundOf } from '../pieces/use-ground.ts';
import { useLatestRun } from '../pieces/use-latest-run.ts';

export interface Analysis {
  readonly text: string;
  readonly checked: ReplyOf<typeof checkQuery>;
  readonly explained: ReplyOf<typeof explainQuery>;
}

export interface AnalysisControl {
  readonly analysis: Analysis | null;
  readonly isRunning: boolean;
  readonly error: ApiProblem | null;
  run(text: string, managedLocks: boolean, projectId: string | null): Promise<void>;
}

/** Checks and explains a text at once; only the newest answer counts. */
export function useAnalysis(): AnalysisControl {
  const { call } = useApi();
  const [analysis, setAnalysis] = useState<Analysis | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<ApiProblem | null>(null);
  const latest = useLatestRun();
  const run = useCallback(
    async (text: string, managedLocks: boolean, projectId: string | null) => {
      const { signal, isLatest } = latest.begin();
      setIsRunning(true);
      setError(null);
      const body = { text, managed_locks: managedLocks, ...groundOf(projectId) };
      try {
        const [checked, explained] = await Promise.all([
          call(checkQuery, { body, signal }),
          call(explainQuery, { body, signal }),
        ]);
        if (isLatest()) setAnalysis({ text, checked, explained });
      } catch (problem) {
        if (isLatest()) setError(asProblem(problem));
      }
      if (isLatest()) setIsRunning(false);
    },
    [call, latest],
  );
  return { analysis, isRunning, error, run };
}
