import { day as dayMs } from '#base/time';

/** How much may be used; null: unlimited. */
export interface Budget {
  readonly tokensPerDay: number | null;
  /** Millionths of the currency. */
  readonly costMicrosPerMonth: number | null;
}

/** What counts against a budget now: used, and reserved by answers that run. */
export interface Spent {
  readonly tokensToday: number;
  readonly costMicrosThisMonth: number;
}

export type BudgetCondition = 'free' | 'ok' | 'warning' | 'exhausted';

const warningShare = 0.8;

export const unlimited: Budget = { tokensPerDay: null, costMicrosPerMonth: null };

function share(spent: number, limit: number | null): number | undefined {
  if (limit === null) return undefined;
  return limit === 0 ? 1 : spent / limit;
}

/** The larger of the two used shares, 1 = all; undefined without a budget. */
export function usedShare(budget: Budget, spent: Spent): number | undefined {
  const shares = [
    share(spent.tokensToday, budget.tokensPerDay),
    share(spent.costMicrosThisMonth, budget.costMicrosPerMonth),
  ].filter((value) => value !== undefined);
  return shares.length === 0 ? undefined : Math.max(...shares);
}

export function conditionOf(used: number | undefined): BudgetCondition {
  if (used === undefined) return 'free';
  if (used >= 1) return 'exhausted';
  return used >= warningShare ? 'warning' : 'ok';
}

/** The UTC day of an instant: `2026-11-21`. */
export function utcDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** The first UTC day of an instant's month. */
export function firstOfMonth(now: Date): string {
  return `${now.toISOString().slice(0, 7)}-01`;
}

/** Whole seconds until the budget that is used up begins anew. */
export function secondsToRenewal(budget: Budget, spent: Spent, now: Date): number {
  const isMonth =
    budget.costMicrosPerMonth !== null && spent.costMicrosThisMonth >= budget.costMicrosPerMonth;
  const next = isMonth
    ? Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)
    : (Math.floor(now.getTime() / dayMs) + 1) * dayMs;
  return Math.max(1, Math.ceil((next - now.getTime()) / 1_000));
}
