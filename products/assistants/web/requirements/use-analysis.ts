import { useCallback, useState } from 'react';
import { type ApiProblem, asProblem, useApi } from '#platform/web';
import { analyzeDocument, analyzeRequirements, type RequirementsAnalysis } from '../../contract/index.ts';
import { useLatestRun } from '../pieces/use-latest-run.ts';
import { type Options, sentOptions } from './input/options.rules.ts';

/** What is analysed: a text, or a file by its name. */
export type Source =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly file: File };

export interface Analysed {
  readonly source: Source;
  readonly options: Options;
  readonly analysis: RequirementsAnalysis;
}

export interface AnalysisControl {
  readonly analysed: Analysed | null;
  /** Share of the file that has gone out, 0 to 1; 1 while the server works; null: nothing runs. */
  readonly sent: number | null;
  readonly error: ApiProblem | null;
  run(source: Source, options: Options): Promise<boolean>;
  forget(): void;
}

/** Its way to the server is worth telling: smaller files are there at once. */
const isLong = (source: Source): boolean => source.kind === 'file' && source.file.size > 512 * 1_024;

/** Analyses a text or a file; only the newest answer counts. */
export function useAnalysis(): AnalysisControl {
  const { call } = useApi();
  const [analysed, setAnalysed] = useState<Analysed | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [error, setError] = useState<ApiProblem | null>(null);
  const latest = useLatestRun();

  const run = useCallback(
    async (source: Source, options: Options): Promise<boolean> => {
      const { signal, isLatest } = latest.begin();
      setError(null);
      setSent(isLong(source) ? 0 : 1);
      try {
        const analysis =
          source.kind === 'text'
            ? await call(analyzeRequirements, {
                body: { text: source.text, ...sentOptions(options) },
                signal,
              })
            : await call(analyzeDocument, {
                query: {
                  name: source.file.name.slice(-255),
                  keep_together: options.keepTogether || undefined,
                },
                body: source.file,
                signal,
                ...(isLong(source)
                  ? {
                      onProgress: (done: number, total: number) => {
                        if (isLatest()) setSent(total === 0 ? 1 : done / total);
                      },
                    }
                  : {}),
              });
        if (!isLatest()) return false;
        setAnalysed({ source, options, analysis });
        return true;
      } catch (problem) {
        if (isLatest()) setError(asProblem(problem));
        return false;
      } finally {
        if (isLatest()) setSent(null);
      }
    },
    [call, latest],
  );

  const forget = useCallback(() => {
    latest.forget();
    setAnalysed(null);
    setSent(null);
    setError(null);
  }, [latest]);
  return { analysed, sent, error, run, forget };
}
