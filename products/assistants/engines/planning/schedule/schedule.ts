import { type Cost, costOf } from '../cost/cost.rules.ts';
import { done, type Result } from '../fault.ts';
import { type Levelled, type LevellingRule, levelPlacement } from '../levelling/level.ts';
import { formatMoment } from '../moment.rules.ts';
import { compilePlan } from '../network/compile.ts';
import type { Network } from '../network/network.ts';
import type { LocalMoment, Plan } from '../plan.ts';
import { round } from '../simulation/statistics.rules.ts';
import { closeEnough, drivingPaths, lastTasks } from './critical.ts';
import { finishDate, finishMoment, hoursFromStart, taskFinish, taskStart } from './dates.ts';
import { freeFloat, totalFloat } from './floats.ts';
import { type Basis, type Placement, place } from './placement.ts';

export interface ScheduleOptions {
  /** Likely durations without it. */
  readonly basis?: Basis;
  /** Shifts tasks until no resource is over its capacity; `none` without it. */
  readonly levelling?: 'none' | LevellingRule;
}

export interface ScheduledTask {
  readonly id: string;
  readonly name: string;
  readonly durationHours: number;
  readonly earlyStart: LocalMoment;
  readonly earlyFinish: LocalMoment;
  readonly lateStart: LocalMoment;
  readonly lateFinish: LocalMoment;
  /** Negative when a date it must keep is missed. */
  readonly totalFloatHours: number;
  readonly freeFloatHours: number;
  readonly critical: boolean;
  /** After levelling, otherwise the early dates. */
  readonly start: LocalMoment;
  readonly finish: LocalMoment;
  /** Working hours that levelling moved it. */
  readonly delayHours: number;
  /** It ends after the day it must finish by. */
  readonly late: boolean;
}

export interface Schedule {
  readonly basis: Basis;
  readonly axis: 'work' | 'clock';
  readonly start: LocalMoment;
  readonly finish: LocalMoment;
  /** Working hours of the project calendar from start to finish. */
  readonly durationHours: number;
  /** In the order of the plan. */
  readonly tasks: readonly ScheduledTask[];
  /** Chains of ids that decide the finish (before levelling), at most ten. */
  readonly criticalPaths: readonly (readonly string[])[];
  readonly cost: Cost;
  /** What levelling cost: nothing without levelling. */
  readonly levelling?: {
    readonly rule: LevellingRule;
    readonly finishBefore: LocalMoment;
    readonly delayHours: number;
  };
}

const mostPaths = 10;

function present(placement: Placement, levelled: Levelled, task: number): ScheduledTask {
  const { network, durations, early, late } = placement;
  const declared = network.tasks[task];
  const duration = durations[task] as number;
  const start = (position: number): LocalMoment => formatMoment(taskStart(network, task, position, duration));
  const finish = (position: number): LocalMoment =>
    formatMoment(taskFinish(network, task, position, duration));
  const float = totalFloat(network, task, early, late);
  const free = freeFloat(network, task, early, placement.finish);
  const [from, to] = [levelled.starts[task] as number, levelled.finishes[task] as number];
  return {
    id: declared?.id ?? '',
    name: declared?.name ?? '',
    durationHours: round(duration / 60),
    earlyStart: start(early.starts[task] as number),
    earlyFinish: finish(early.finishes[task] as number),
    lateStart: start(late.starts[task] as number),
    lateFinish: finish(late.finishes[task] as number),
    totalFloatHours: round(float / 60),
    freeFloatHours: round(Math.max(0, Math.min(free, float)) / 60),
    critical: float <= closeEnough,
    start: start(from),
    finish: finish(to),
    delayHours: round(hoursFromStart(network, from) - hoursFromStart(network, early.starts[task] as number)),
    late: to > (network.deadlines[task] as number) + closeEnough,
  };
}

/** A schedule of a network that passed its checks. */
export function scheduleOf(network: Network, options: ScheduleOptions = {}): Result<Schedule> {
  const basis = options.basis ?? 'likely';
  const placement = place(network, basis);
  const { early, finish } = placement;
  const rule = options.levelling ?? 'none';
  const levelled = levelPlacement(placement, rule);
  if (!levelled.ok) return levelled;
  const ends = lastTasks(network, early, finish);
  const end = levelled.value.finish;
  const schedule: Schedule = {
    basis,
    axis: network.axis,
    start: formatMoment(startMoment(network)),
    finish: finishDate(network, end),
    durationHours: round(hoursFromStart(network, end)),
    tasks: network.inPlanOrder.map((task) => present(placement, levelled.value, task)),
    criticalPaths: drivingPaths(network, early, ends, mostPaths).map(({ tasks }) =>
      tasks.map((task) => network.tasks[task]?.id ?? ''),
    ),
    cost: costOf(network, placement.durations),
    ...(rule === 'none'
      ? {}
      : {
          levelling: {
            rule,
            finishBefore: formatMoment(finishMoment(network, finish)),
            delayHours: round(hoursFromStart(network, end) - hoursFromStart(network, finish)),
          },
        }),
  };
  return done(schedule, network.warnings);
}

function startMoment(network: Network): number {
  const time = network.projectTime;
  return network.axis === 'work' ? time.latest(network.start) : time.latest(time.workAt(network.start));
}

/**
 * The critical path of a plan: earliest and latest dates, floats, the chains that decide the finish, cost; with
 * levelling also the dates that the capacity of resources allows. Fails with every fault of the plan, and with
 * `planning.over_capacity` when levelling cannot ever place a task.
 */
export function schedulePlan(plan: Plan, options: ScheduleOptions = {}): Result<Schedule> {
  const network = compilePlan(plan);
  return network.ok ? scheduleOf(network.value, options) : network;
}
