import { useEffect, useMemo, useState } from 'react';
import { useLanguage, useText } from '#platform/web';
import type { SavedPlanDetail } from '../../../contract/index.ts';
import { unsaved } from '../paths.ts';
import { documentOf, type SheetDocument, sheetOf } from '../sheet/document.rules.ts';
import { type FaultsOf, faultsIn, type PlacedFaults, placeFaults } from '../sheet/faults.rules.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { type SheetControl, useSheet } from '../sheet/use-sheet.ts';
import { planningTexts } from '../texts.ts';
import type { Draft } from './draft-store.ts';
import { blankPlan, localDay } from './example.ts';
import type { Scheduling } from './scheduling.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { type PlanScheduleState, usePlanSchedule } from './use-plan-schedule.ts';

interface Base {
  readonly version: number;
  readonly sheet: Sheet;
}

/** What a sheet means, as a text that tells whether anything was changed. */
const meaningOf = (sheet: Sheet): string => JSON.stringify(documentOf(sheet).plan);

export interface PlanInHand {
  readonly control: SheetControl;
  readonly document: SheetDocument;
  readonly schedule: PlanScheduleState & { again(): void };
  readonly faults: PlacedFaults;
  readonly isChanged: boolean;
  readonly baseVersion: number;
  /** The sheet was brought back from this tab. */
  readonly isRestored: boolean;
  /** Takes what was saved as the new beginning. */
  rebase(saved: SavedPlanDetail): void;
  /** This sheet was saved as this version. */
  settle(version: number, sheet: Sheet): void;
  discard(): void;
  forget(): void;
}

export interface PlanSource {
  readonly ownerId: string;
  /** Null for a plan that was never saved. */
  readonly saved: SavedPlanDetail | null;
  readonly draft: Draft | null;
  readonly scheduling: Scheduling;
}

/** A plan that is being written: its sheet, what it means, its schedule, its faults, and what is not saved of it. */
export function usePlan({ ownerId, saved, draft, scheduling }: PlanSource): PlanInHand {
  const t = useText(planningTexts);
  const language = useLanguage();
  const mark = language === 'ru' ? ',' : '.';
  const baseOf = (plan: SavedPlanDetail | null): Base => ({
    version: plan?.version ?? 0,
    sheet: sheetOf(plan === null ? blankPlan(localDay(new Date())) : { ...plan.plan, name: plan.name }, mark),
  });
  const [base, setBase] = useState(() => {
    const now = baseOf(saved);
    // What was begun from an earlier version is saved against that one, so that nobody is written over.
    return draft === null ? now : { ...now, version: draft.baseVersion };
  });
  const control = useSheet(() => draft?.sheet ?? base.sheet);
  const { sheet, replace } = control;
  const [isRestored, setIsRestored] = useState(draft !== null && draft.baseVersion > 0);
  const document = useMemo(() => documentOf(sheet), [sheet]);
  const baseMeaning = useMemo(() => meaningOf(base.sheet), [base]);
  const isChanged = useMemo(
    () => document.faults.length > 0 || JSON.stringify(document.plan) !== baseMeaning,
    [document, baseMeaning],
  );
  const schedule = usePlanSchedule(document, scheduling);
  const unsavedDraft = useMemo(
    () => (isChanged ? { sheet, baseVersion: base.version } : null),
    [isChanged, sheet, base.version],
  );
  const { forget } = useKeptDraft(ownerId, saved?.id ?? unsaved, unsavedDraft);

  const { result, of, problem, refused } = schedule;
  const faults = useMemo(() => {
    const groups: FaultsOf[] = [
      {
        rows: document.rows,
        faults: document.faults.map(({ at, code, text }) => ({
          at,
          severity: 'error',
          text: t(`fault.${code}`, { text }),
        })),
      },
    ];
    if (problem !== null && refused !== null) {
      const told = faultsIn(problem.problem).map(({ at, severity, message }) => ({
        at,
        severity,
        text: message[language],
      }));
      groups.push({ rows: refused.rows, faults: told });
    } else if (result !== null && of !== null) {
      const told = result.warnings.map(({ at, severity, message }) => ({
        at,
        severity,
        text: message[language],
      }));
      groups.push({ rows: of.rows, faults: told });
    }
    return placeFaults(groups);
  }, [document, problem, refused, result, of, language, t]);

  // What came later is taken over as long as nothing is typed here.
  useEffect(() => {
    if (saved === null || isChanged || saved.version <= base.version) return;
    const next = { version: saved.version, sheet: sheetOf({ ...saved.plan, name: saved.name }, mark) };
    setBase(next);
    replace(next.sheet);
  }, [saved, isChanged, base.version, mark, replace]);

  return {
    control,
    document,
    schedule,
    faults,
    isChanged,
    baseVersion: base.version,
    isRestored,
    rebase: (plan) => {
      const next = baseOf(plan);
      setBase(next);
      replace(next.sheet);
      setIsRestored(false);
    },
    settle: (version, kept) => {
      setBase({ version, sheet: kept });
      setIsRestored(false);
    },
    discard: () => {
      const next = baseOf(saved);
      setBase(next);
      replace(next.sheet);
      setIsRestored(false);
    },
    forget,
  };
}
