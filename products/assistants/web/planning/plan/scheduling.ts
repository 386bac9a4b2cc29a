import type { SavedPlanDetail } from '../../../contract/index.ts';
import type { Draft } from './draft-store.ts';
import { localDay } from './example.ts';

/** How dates are reckoned. */
export interface Scheduling {
  readonly basis: 'likely' | 'mean' | 'optimistic' | 'pessimistic';
  readonly levelling: 'none' | 'min_lst' | 'min_lft';
  readonly by: 'day' | 'week';
  /** The day by which it is asked what was done for the money; empty: it is not asked. */
  readonly statusDate: string;
}

export const bases = ['likely', 'mean', 'optimistic', 'pessimistic'] as const;
export const levellings = ['none', 'min_lst', 'min_lft'] as const;
const usual: Scheduling = { basis: 'likely', levelling: 'none', by: 'week', statusDate: '' };

/** How a plan is reckoned at first: one that is under way is asked about today. */
export function schedulingOf(draft: Draft | null, saved: SavedPlanDetail | null): Scheduling {
  const isUnderWay =
    draft === null
      ? saved?.plan.tasks.some((task) => (task.percent_complete ?? 0) + (task.actual_cost ?? 0) > 0)
      : draft.sheet.tasks.some((row) => `${row.percent}${row.actual}` !== '');
  return isUnderWay === true ? { ...usual, statusDate: localDay(new Date()) } : usual;
}
