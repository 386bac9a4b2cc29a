import { minorUnitsOf } from '../show/sum.rules.ts';

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const most = 100_000_000;

export interface TypedAdjustment {
  readonly person: string;
  readonly sum: string;
  readonly takes: boolean;
  readonly reason: string;
}

/** Which fields would be refused. */
export function faultsOf({ person, sum, reason }: TypedAdjustment): ReadonlySet<'person' | 'sum' | 'reason'> {
  const minor = minorUnitsOf(sum);
  return new Set([
    ...(idPattern.test(person.trim()) ? [] : (['person'] as const)),
    ...(minor !== undefined && minor <= most ? [] : (['sum'] as const)),
    ...(reason.trim().length >= 3 ? [] : (['reason'] as const)),
  ]);
}

/** The amount in minor units, below zero when it is taken. */
export function amountOf({ sum, takes }: TypedAdjustment): number {
  const minor = minorUnitsOf(sum) ?? 0;
  return takes ? -minor : minor;
}
