import type { Network } from '../network/network.ts';
import { round } from '../simulation/statistics.rules.ts';

/** What one working minute of each task costs, and what each costs whatever its length. */
export interface CostRates {
  readonly perMinute: Float64Array;
  readonly fixed: Float64Array;
}

export function costRates(network: Network): CostRates {
  const rates = new Map(network.plan.resources.map(({ id, rate }) => [id, rate]));
  return {
    perMinute: Float64Array.from(network.tasks, ({ assignments }) =>
      assignments.reduce((sum, { resource, units }) => sum + (units * (rates.get(resource) ?? 0)) / 60, 0),
    ),
    fixed: Float64Array.from(network.tasks, ({ fixedCost }) => fixedCost ?? 0),
  };
}

export interface Cost {
  readonly labour: number;
  readonly fixed: number;
  readonly total: number;
}

export function costOf(network: Network, durations: Float64Array): Cost {
  const { perMinute, fixed } = costRates(network);
  const labour = perMinute.reduce((sum, rate, at) => sum + rate * (durations[at] as number), 0);
  const fixedTotal = fixed.reduce((sum, value) => sum + value, 0);
  return { labour: round(labour, 2), fixed: round(fixedTotal, 2), total: round(labour + fixedTotal, 2) };
}
