import { type Booking, createBooking } from './booking.ts';
import { type Budgets, createBudgets } from './budgets.ts';
import { costMicros, type Prices } from './prices.rules.ts';
import { createReports, type Reports } from './reports.ts';

export type { Reservation } from './booking.ts';
export type { BudgetState } from './budget-state.rules.ts';
export type { RoleStats, UsageReport } from './reports.ts';
export type { Counts } from './usage.read.ts';

/** Tokens and cost of answers, and the budgets that bound them. */
export interface Usage extends Booking, Reports, Budgets {
  readonly currency: string;
  /** In the currency; 0 for models without a price. */
  costOf(model: string | null, tokens: { readonly input: number; readonly output: number }): number;
}

type Dependencies = Parameters<typeof createBooking>[0] &
  Parameters<typeof createReports>[0] &
  Parameters<typeof createBudgets>[0] & { readonly prices: Prices; readonly currency: string };

const micros = 1_000_000;

export function createUsage(dependencies: Dependencies): Usage {
  const { prices, currency } = dependencies;
  return {
    ...createBooking(dependencies),
    ...createReports(dependencies),
    ...createBudgets(dependencies),
    currency,
    costOf: (model, tokens) => (model === null ? 0 : costMicros(prices.get(model), tokens) / micros),
  };
}
