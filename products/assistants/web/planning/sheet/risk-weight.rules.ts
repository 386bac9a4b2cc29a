import type { PlanFile } from '#products/assistants/engines/planning';

type RiskFile = NonNullable<PlanFile['risks']>[number];
type Points = RiskFile['impact'];

/** What a risk is expected to do: probability × mean impact. */
export interface RiskWeight {
  /** Working hours of delay of each of its tasks. */
  readonly hours: number;
  readonly money: number;
  /** It may happen, and something follows from it. */
  readonly counts: boolean;
}

function meanOf(points: Points, distribution: RiskFile['distribution']): number {
  if (typeof points === 'number') return points;
  const { optimistic, likely, pessimistic } = points;
  return distribution === 'triangular'
    ? (optimistic + likely + pessimistic) / 3
    : (optimistic + 4 * likely + pessimistic) / 6;
}

/** Expectations as the simulation has them, before it is run. */
export function riskWeight(risk: RiskFile, hoursPerDay: number): RiskWeight {
  const { probability, impact, unit, distribution, cost, tasks } = risk;
  const delay = meanOf(impact, distribution) * (unit === 'hours' ? 1 : hoursPerDay);
  const hours = tasks.length === 0 ? 0 : probability * delay;
  const money = cost === undefined ? 0 : probability * meanOf(cost, undefined);
  return { hours, money, counts: probability > 0 && (hours !== 0 || money !== 0) };
}

export type RiskOrder = 'delay' | 'money' | 'plan';

/** Places of risks, the heaviest first; equal ones as in the plan. */
export function riskOrder(weights: readonly RiskWeight[], order: RiskOrder): readonly number[] {
  const places = weights.map((_, place) => place);
  if (order === 'plan') return places;
  const [first, second] = order === 'delay' ? (['hours', 'money'] as const) : (['money', 'hours'] as const);
  const by = (place: number, name: 'hours' | 'money'): number => weights[place]?.[name] ?? 0;
  return places.toSorted(
    (one, other) => by(other, first) - by(one, first) || by(other, second) - by(one, second) || one - other,
  );
}
