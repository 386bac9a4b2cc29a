import { useCallback, useState } from 'react';
import type { Problem } from '#platform/contract';
import { ApiProblem, asProblem, type StreamEvent, useApi } from '#platform/web';
import { type ArchiveDone, type CheckedFile, checkArchive } from '../../../contract/index.ts';
import { useLatestRun } from '../../pieces/use-latest-run.ts';
import type { SentSettings } from '../settings/settings.rules.ts';

export interface ArchiveCheck {
  readonly phase: 'idle' | 'sending' | 'checking' | 'done' | 'stopped' | 'failed';
  readonly files: readonly CheckedFile[];
  readonly done: number;
  readonly total: number;
  readonly warnings: readonly string[];
  readonly summary: ArchiveDone | null;
  readonly error: ApiProblem | null;
}

const idle: ArchiveCheck = {
  phase: 'idle',
  files: [],
  done: 0,
  total: 0,
  warnings: [],
  summary: null,
  error: null,
};

/** The work broke down after the answer had begun. */
function problemOf(data: unknown): ApiProblem {
  const problem = data as Problem;
  return new ApiProblem(problem.status, problem);
}

export interface ArchiveControl {
  readonly check: ArchiveCheck;
  start(file: Blob, settings: SentSettings, save: string): Promise<void>;
  stop(): void;
  /** Puts new findings in the place of those of a file. */
  replace(file: CheckedFile): void;
}

/** Sends an archive and collects what is found while it is checked. */
export function useArchiveCheck(): ArchiveControl {
  const { stream } = useApi();
  const [check, setCheck] = useState<ArchiveCheck>(idle);
  const latest = useLatestRun();

  const start = useCallback(
    async (file: Blob, { severities, only, configuration }: SentSettings, save: string) => {
      const { signal, isLatest } = latest.begin();
      setCheck({ ...idle, phase: 'sending' });
      // Files come by the thousand: they are shown with the progress, not one by one.
      const files: CheckedFile[] = [];
      let isDone = false;
      const hear = ({ event, data }: StreamEvent): void => {
        if (!isLatest()) return;
        switch (event) {
          case 'start': {
            const { files: total, warnings } = data as { files: number; warnings: string[] };
            setCheck((now) => ({ ...now, phase: 'checking', total, warnings }));
            break;
          }
          case 'file':
            files.push(data as CheckedFile);
            break;
          case 'progress': {
            const { done, files: total } = data as { done: number; files: number };
            setCheck((now) => ({ ...now, done, total, files: [...files] }));
            break;
          }
          case 'done': {
            isDone = true;
            const summary = data as ArchiveDone;
            setCheck((now) => ({
              ...now,
              phase: 'done',
              done: summary.files,
              total: summary.files,
              files: [...files],
              warnings: summary.warnings,
              summary,
            }));
            break;
          }
          case 'error':
            throw problemOf(data);
          default:
        }
      };
      try {
        const query = {
          severities: severities?.join(','),
          only: only?.join(','),
          configuration,
          save: save.trim() === '' ? undefined : save.trim(),
        };
        await stream(checkArchive, { query, body: file }, hear, signal);
        // A stream that ends early was cut off.
        if (!isDone) throw new ApiProblem(0);
      } catch (error) {
        if (!isLatest()) return;
        setCheck((now) => ({
          ...now,
          files: [...files],
          ...(signal.aborted ? { phase: 'stopped' } : { phase: 'failed', error: asProblem(error) }),
        }));
      }
    },
    [stream, latest],
  );

  const replace = useCallback(
    (file: CheckedFile) =>
      setCheck((now) => ({
        ...now,
        files: now.files.map((each) => (each.path === file.path ? file : each)),
      })),
    [],
  );
  return { check, start, stop: latest.stop, replace };
}
