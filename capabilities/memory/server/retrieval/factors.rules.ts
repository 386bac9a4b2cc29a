import type { Strategy } from '../strategies/strategy.ts';

export interface FactorInput {
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
  readonly importance: number;
  readonly accessCount: number;
}

export interface Factors {
  readonly recency: number;
  readonly importance: number;
  readonly access: number;
  /** Brings the product of the three back into the bounds; 1 when it lies there. */
  readonly bound: number;
}

export const LOWEST_FACTOR = 0.7;
export const HIGHEST_FACTOR = 1.3;
const DAY_MS = 86_400_000;
/** Recalls after which more of them say little. */
const MANY_RECALLS = 20;

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** A share in 0..1 as a factor around 1. */
function around(share: number, weight: number): number {
  return 1 + weight * (2 * clamp(Number.isFinite(share) ? share : 0.5, 0, 1) - 1);
}

/**
 * Age, importance and use as factors that only re-rank: their product stays within 0.7..1.3 whatever the weights,
 * so nothing found by its content is ever hidden by them.
 */
export function factorsOf(memory: FactorInput, at: number, weights: Strategy['factors']): Factors {
  const ageDays = Math.max(0, at - memory.occurredAt) / DAY_MS;
  const recency = around(2 ** (-ageDays / weights.halfLifeDays), weights.recency);
  const importance = around(memory.importance, weights.importance);
  const use = Math.log1p(Math.max(0, memory.accessCount)) / Math.log1p(MANY_RECALLS);
  const access = around(use, weights.access);
  const product = recency * importance * access;
  const bounded = clamp(product, LOWEST_FACTOR, HIGHEST_FACTOR);
  return { recency, importance, access, bound: product > 0 ? bounded / product : 1 };
}
