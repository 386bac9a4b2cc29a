import { useCallback, useState } from 'react';
import { useApi, useText } from '#platform/web';
import type { PlanFile } from '#products/assistants/engines/planning';
import { readPlan } from '../../../contract/index.ts';
import { localDay } from '../plan/example.ts';
import { planningTexts } from '../texts.ts';
import { decodeText } from './plan-csv.rules.ts';

const longest = 4_000_000;
/** What a person may choose. */
export const planFiles = '.json,.csv,.txt,.xml,application/json,text/csv,text/xml,application/xml';

export interface PlanReader {
  readonly isReading: boolean;
  /** What the server refused, or a text. */
  readonly error: unknown;
  /** Null where the file could not be read: then `error` says why. */
  read(file: File): Promise<PlanFile | null>;
  dismiss(): void;
}

/** Reads plans out of files of this and other programs. */
export function useReadPlan(): PlanReader & { readonly tooLarge: string | null } {
  const t = useText(planningTexts);
  const { call } = useApi();
  const [isReading, setIsReading] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const read = useCallback(
    async (file: File) => {
      setError(null);
      setTooLarge(null);
      if (file.size > 3 * longest) {
        setTooLarge(t('import.too_large'));
        return null;
      }
      setIsReading(true);
      try {
        const text = decodeText(await file.arrayBuffer());
        if (text.length > longest || text.trim() === '') {
          setTooLarge(t(text.trim() === '' ? 'import.empty' : 'import.too_large'));
          return null;
        }
        const name = file.name.replace(/\.[^.]+$/, '').slice(0, 200);
        const isTable = !/^\s*[<{]/.test(text.replace(/^\uFEFF/, ''));
        const table = isTable ? { start: localDay(new Date()), name } : {};
        const { plan } = await call(readPlan, { body: { text, ...table } });
        return (plan.name ?? '') === '' ? { ...plan, name } : plan;
      } catch (problem) {
        setError(problem);
        return null;
      } finally {
        setIsReading(false);
      }
    },
    [call, t],
  );
  return {
    isReading,
    error,
    tooLarge,
    read,
    dismiss: useCallback(() => {
      setError(null);
      setTooLarge(null);
    }, []),
  };
}
