import { minutesOf } from '../network/horizon.ts';
import type { Network } from '../network/network.ts';
import { meanOf } from '../simulation/distributions.rules.ts';
import { backwardPass, createPositions, forwardPass, type Positions } from './passes.ts';

/** Which of the three points a schedule takes as the duration. */
export type Basis = 'optimistic' | 'likely' | 'pessimistic' | 'mean';

/** The passes over a network with one duration for each task. */
export interface Placement {
  readonly network: Network;
  readonly durations: Float64Array;
  readonly early: Positions;
  readonly late: Positions;
  readonly finish: number;
}

export function durationsOf(network: Network, basis: Basis): Float64Array {
  if (basis !== 'mean') return network[basis];
  return Float64Array.from(network.tasks, ({ duration, distribution, unit }) =>
    minutesOf(meanOf(duration, distribution), unit, network.plan.hoursPerDay),
  );
}

export function place(network: Network, basis: Basis): Placement {
  const durations = durationsOf(network, basis);
  const early = createPositions(network);
  const late = createPositions(network);
  const finish = forwardPass(network, durations, early);
  backwardPass(network, durations, finish, late);
  return { network, durations, early, late, finish };
}
