import { costOf } from '../cost/cost.rules.ts';
import { done, failed, fault, type Result } from '../fault.ts';
import { compilePlan } from '../network/compile.ts';
import { minutesOf } from '../network/horizon.ts';
import type { Network } from '../network/network.ts';
import type { Plan } from '../plan.ts';
import { finishDate, hoursFromStart } from '../schedule/dates.ts';
import { place } from '../schedule/placement.ts';
import { convergenceOf } from './convergence.ts';
import { meanOf } from './distributions.rules.ts';
import { playRuns, type Runs } from './runs.ts';
import type {
  Percentiles,
  SimulatedRisk,
  SimulatedTask,
  Simulation,
  SimulationOptions,
} from './simulation.ts';
import { histogram, type Moments, momentsOf, percentile, round } from './statistics.rules.ts';

/** Tasks × runs that one call may take. */
const mostWork = 500_000_000;

function percentiles<Value>(
  ascending: ArrayLike<number>,
  read: (value: number) => Value,
): Percentiles<Value> {
  const at = (share: number): Value => read(percentile(ascending, share));
  return { p10: at(0.1), p50: at(0.5), p80: at(0.8), p90: at(0.9), p95: at(0.95) };
}

function taskOf(network: Network, runs: Runs, task: number, finish: Moments): SimulatedTask {
  const count = runs.finishes.length;
  const [sum, squares] = [runs.sums[task] as number, runs.squares[task] as number];
  const finishMean = finish.mean - runs.expectedFinish;
  const finishDeviation = finish.deviation;
  const deviation = Math.sqrt(Math.max(0, squares - (sum * sum) / count) / Math.max(1, count - 1));
  const together = ((runs.products[task] as number) - sum * finishMean) / Math.max(1, count - 1);
  const certain = deviation < 1e-6 || finishDeviation < 1e-6;
  const criticality = (runs.critical[task] as number) / count;
  return {
    id: network.tasks[task]?.id ?? '',
    meanHours: round(((runs.expected[task] as number) + sum / count) / 60),
    deviationHours: round(deviation / 60),
    criticality: round(criticality),
    cruciality: certain ? 0 : round(Math.max(-1, Math.min(1, together / (deviation * finishDeviation)))),
    sensitivity: certain ? 0 : round((criticality * deviation) / finishDeviation),
    ...(network.deadlines[task] === Number.POSITIVE_INFINITY
      ? {}
      : { onTime: round((runs.onTime[task] as number) / count) }),
  };
}

function risksOf(network: Network, runs: Runs): readonly SimulatedRisk[] {
  const { risks, hoursPerDay } = network.plan;
  return risks.map(({ id, probability, impact, unit, distribution, cost }, at) => ({
    id,
    share: round((runs.happened[at] as number) / runs.finishes.length),
    expectedDelayHours: round(
      (probability * minutesOf(meanOf(impact, distribution), unit, hoursPerDay)) / 60,
    ),
    expectedCost: cost === undefined ? 0 : round(probability * meanOf(cost), 2),
  }));
}

export function simulationOf(network: Network, options: SimulationOptions): Simulation {
  const { runs: count = 10_000, seed = 1, correlation = 0, bins = 30 } = options;
  const runs = playRuns(network, count, seed, correlation);
  const finishMoments = momentsOf(runs.finishes);
  const tasks = network.inPlanOrder.map((task) => taskOf(network, runs, task, finishMoments));
  const finishes = runs.finishes.toSorted();
  const costs = runs.costs.toSorted();
  const hours = finishes.map((finish) => hoursFromStart(network, finish));
  const hourMoments = momentsOf(hours);
  const costMoments = momentsOf(costs);
  const plain = place(network, 'likely');
  const plannedHours = hoursFromStart(network, plain.finish);
  const plannedCost = costOf(network, plain.durations).total;
  const kept = finishes.reduce((sum, finish) => sum + (finish <= plain.finish + 1e-6 ? 1 : 0), 0) / count;
  const toHours = (value: number): number => round(value);
  const toMoney = (value: number): number => round(value, 2);
  const beyond = (values: ArrayLike<number>, share: number, plan: number): number =>
    round(Math.max(0, percentile(values, share) - plan), 2);
  return {
    runs: count,
    seed,
    correlation,
    finish: percentiles(finishes, (position) => finishDate(network, position)),
    hours: {
      ...percentiles(hours, toHours),
      mean: round(hourMoments.mean),
      deviation: round(hourMoments.deviation),
    },
    cost: {
      ...percentiles(costs, toMoney),
      mean: round(costMoments.mean, 2),
      deviation: round(costMoments.deviation, 2),
    },
    planned: {
      finish: finishDate(network, plain.finish),
      hours: round(plannedHours),
      cost: round(plannedCost, 2),
      kept: round(kept),
    },
    contingency: {
      hours80: beyond(hours, 0.8, plannedHours),
      hours90: beyond(hours, 0.9, plannedHours),
      cost80: beyond(costs, 0.8, plannedCost),
      cost90: beyond(costs, 0.9, plannedCost),
    },
    finishHistogram: histogram(finishes, bins).map(({ from, to, count: inBin }) => ({
      from: round(hoursFromStart(network, from)),
      to: round(hoursFromStart(network, to)),
      count: inBin,
      fromDate: finishDate(network, from),
      toDate: finishDate(network, to),
    })),
    costHistogram: histogram(costs, bins),
    tasks,
    risks: risksOf(network, runs),
    convergence: convergenceOf(hours, hourMoments.deviation),
  };
}

/**
 * Plays a plan many times with durations and risks drawn by chance: when it ends, what it costs, which tasks decide.
 * Fails with every fault of the plan, or `planning.bad_options`. Time grows with tasks × runs.
 */
export function simulatePlan(plan: Plan, options: SimulationOptions = {}): Result<Simulation> {
  const { runs = 10_000, seed = 1, correlation = 0, bins = 30 } = options;
  const right =
    Number.isInteger(runs) &&
    runs >= 1 &&
    runs <= 1_000_000 &&
    Number.isSafeInteger(seed) &&
    correlation >= 0 &&
    correlation <= 0.95 &&
    Number.isInteger(bins) &&
    bins >= 1 &&
    bins <= 200 &&
    runs * plan.tasks.length <= mostWork;
  if (!right) {
    return failed(
      fault(
        'bad_options',
        '/options',
        `Прогонов от 1 до 1 000 000 и не больше ${mostWork} на все задачи, корреляция от 0 до 0,95, столбцов до 200.`,
        `Runs from 1 to 1,000,000 and at most ${mostWork} over all tasks, correlation 0 to 0.95, up to 200 bins.`,
      ),
    );
  }
  const network = compilePlan(plan);
  return network.ok ? done(simulationOf(network.value, options), network.warnings) : network;
}
