import { done, failed, fault, type Result } from '../fault.ts';
import { parseMoment } from '../moment.rules.ts';
import { compilePlan } from '../network/compile.ts';
import { minutesOf } from '../network/horizon.ts';
import type { Network } from '../network/network.ts';
import type { LocalMoment, Plan, Words } from '../plan.ts';
import { drivingPaths } from '../schedule/critical.ts';
import { finishDate, hoursFromStart, positionOf } from '../schedule/dates.ts';
import { place } from '../schedule/placement.ts';
import { deviationOf } from '../simulation/distributions.rules.ts';
import { normalProbability } from '../simulation/normal.rules.ts';
import { round } from '../simulation/statistics.rules.ts';
import { contributions } from './path.rules.ts';

export interface PertTask {
  readonly id: string;
  /** (O + 4M + P) / 6, or the mean of a triangle. */
  readonly meanHours: number;
  /** (P − O) / 6, or the deviation of a triangle. */
  readonly deviationHours: number;
}

export interface PertPath {
  readonly tasks: readonly string[];
  /** Working hours from the start of the project to the end of the path. */
  readonly meanHours: number;
  /** Root of the sum of the variances along it. */
  readonly deviationHours: number;
  readonly finish: LocalMoment;
}

export interface Pert {
  readonly tasks: readonly PertTask[];
  /** The longest path into each task that nothing follows, the latest first; at most ten. The first is critical. */
  readonly paths: readonly PertPath[];
  /** Probability to be ready by a day: of the critical path alone, and of all paths as if they were independent. */
  readonly dates: readonly {
    readonly date: LocalMoment;
    readonly criticalPath: number;
    readonly allPaths: number;
  }[];
  readonly note: Words;
}

const note: Words = {
  ru: 'Вероятность по одному критическому пути завышена: где сходятся несколько путей, ждут самого медленного. Опирайтесь на Монте-Карло.',
  en: 'The probability of one critical path is too high: where paths meet, the slowest is waited for. Rely on Monte Carlo.',
};

function deviationMinutes(network: Network, task: number): number {
  const declared = network.tasks[task];
  if (declared === undefined) return 0;
  const { duration, distribution, unit } = declared;
  const deviation =
    distribution === 'triangular'
      ? deviationOf(duration, distribution)
      : (duration.pessimistic - duration.optimistic) / 6;
  return minutesOf(deviation, unit, network.plan.hoursPerDay);
}

function chance(meanHours: number, deviationHours: number, hours: number): number {
  if (deviationHours < 1e-9) return hours >= meanHours - 1e-6 ? 1 : 0;
  return normalProbability((hours - meanHours) / deviationHours);
}

/** Mean and deviation by the three-point formula of tasks and paths, and how probable given days are. */
export function pertOf(plan: Plan, dates: readonly LocalMoment[] = []): Result<Pert> {
  const wrong = dates.filter((date) => parseMoment(date) === undefined);
  if (wrong.length > 0 || dates.length > 1_000) {
    return failed(fault('bad_date', '/dates', 'Неверная дата в списке.', 'A date of the list is no date.'));
  }
  const compiled = compilePlan(plan);
  if (!compiled.ok) return compiled;
  const network = compiled.value;
  const { early, durations } = place(network, 'mean');
  const { firstOut } = network.links;
  const paths = network.inPlanOrder
    .filter((task) => firstOut[task] === firstOut[task + 1])
    .toSorted((left, right) => (early.finishes[right] as number) - (early.finishes[left] as number))
    .slice(0, 10)
    .flatMap((end) => drivingPaths(network, early, [end], 1))
    .map((path): PertPath => {
      const weights = contributions(network, path);
      const variance = path.tasks.reduce(
        (sum, task, at) => sum + ((weights[at] ?? 0) * deviationMinutes(network, task)) ** 2,
        0,
      );
      const end = early.finishes[path.tasks.at(-1) ?? 0] as number;
      return {
        tasks: path.tasks.map((task) => network.tasks[task]?.id ?? ''),
        meanHours: round(hoursFromStart(network, end)),
        deviationHours: round(Math.sqrt(variance) / 60),
        finish: finishDate(network, end),
      };
    });
  const value: Pert = {
    tasks: network.inPlanOrder.map((task) => ({
      id: network.tasks[task]?.id ?? '',
      meanHours: round((durations[task] as number) / 60),
      deviationHours: round(deviationMinutes(network, task) / 60),
    })),
    paths,
    dates: dates.map((date) => {
      const hours = hoursFromStart(network, positionOf(network, parseMoment(date, 'end') ?? 0));
      const chances = paths.map(({ meanHours, deviationHours }) => chance(meanHours, deviationHours, hours));
      return {
        date,
        criticalPath: round(chances[0] ?? 1),
        allPaths: round(chances.reduce((product, each) => product * each, 1)),
      };
    }),
    note,
  };
  return done(value, compiled.warnings);
}
