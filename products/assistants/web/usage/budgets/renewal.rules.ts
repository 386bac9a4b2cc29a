import type { BudgetState } from '../../../contract/index.ts';

const dayMs = 86_400_000;

export interface Renewal {
  readonly every: 'day' | 'month';
  readonly at: Date;
}

type Used = Pick<BudgetState, 'tokens_per_day' | 'tokens_today' | 'cost_per_month' | 'cost_this_month'>;

/** When a budget that is used up begins anew, on UTC days and months; null: nothing is allowed at all. */
export function renewalOf(budget: Used, now: Date): Renewal | null {
  const { tokens_per_day: tokens, cost_per_month: cost, cost_this_month: spent } = budget;
  if (tokens === 0 || cost === 0) return null;
  return cost !== null && spent >= cost
    ? { every: 'month', at: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)) }
    : { every: 'day', at: new Date((Math.floor(now.getTime() / dayMs) + 1) * dayMs) };
}
