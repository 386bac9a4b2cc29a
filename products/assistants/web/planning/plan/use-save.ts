import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { asProblem, useNotice, useSend, useText } from '#platform/web';
import { changePlan, createPlan, getPlan, listPlans, listPlanVersions } from '../../../contract/index.ts';
import { planPath } from '../paths.ts';
import { planningTexts } from '../texts.ts';
import type { PlanInHand } from './use-plan.ts';

export interface SaveControl {
  readonly isSaving: boolean;
  readonly error: unknown;
  /** Somebody saved a later version meanwhile. */
  readonly isConflict: boolean;
  closeConflict(): void;
  save(note: string, baseVersion?: number): Promise<boolean>;
}

/** Saves a plan: a new one gets its address, a saved one its next version. */
export function useSave(id: string | null, plan: PlanInHand): SaveControl {
  const t = useText(planningTexts);
  const notice = useNotice();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [error, setError] = useState<unknown>(null);
  const [isConflict, setIsConflict] = useState(false);
  const make = useSend(createPlan, { invalidates: [listPlans] });
  const change = useSend(changePlan, { invalidates: [listPlans, getPlan, listPlanVersions] });
  const { control, document, baseVersion } = plan;

  const save = async (note: string, version = baseVersion): Promise<boolean> => {
    setError(null);
    const { sheet } = control;
    const words = note.trim();
    const body = { name: sheet.name.trim(), plan: document.plan, ...(words === '' ? {} : { note: words }) };
    try {
      if (id === null) {
        const made = await make.mutateAsync({ body });
        plan.forget();
        notice.success(t('save.made'));
        void navigate({ pathname: planPath(made.id), search }, { replace: true });
      } else {
        const saved = await change.mutateAsync({ params: { id }, body: { ...body, base_version: version } });
        plan.settle(saved.version, sheet);
        setIsConflict(false);
        notice.success(t('save.saved', { version: saved.version }));
      }
      return true;
    } catch (problem) {
      if (asProblem(problem).code === 'assistants.plan_changed') setIsConflict(true);
      else setError(problem);
      return false;
    }
  };
  return {
    isSaving: make.isPending || change.isPending,
    error,
    isConflict,
    closeConflict: () => setIsConflict(false),
    save,
  };
}
