import { done, type Result } from '../fault.ts';
import { levelPlacement } from '../levelling/level.ts';
import { compilePlan } from '../network/compile.ts';
import type { Network } from '../network/network.ts';
import type { Plan } from '../plan.ts';
import { taskFinish, taskStart } from './dates.ts';
import { place } from './placement.ts';
import type { ScheduleOptions } from './schedule.ts';

/** When each task runs, in minutes since 1970 of local time; positions of the network. */
export interface Timetable {
  readonly network: Network;
  readonly durations: Float64Array;
  readonly begins: Float64Array;
  readonly ends: Float64Array;
}

export function timetableOf(plan: Plan, options: ScheduleOptions = {}): Result<Timetable> {
  const network = compilePlan(plan);
  if (!network.ok) return network;
  const placement = place(network.value, options.basis ?? 'likely');
  const placed = levelPlacement(placement, options.levelling ?? 'none');
  if (!placed.ok) return placed;
  const { durations } = placement;
  const { starts, finishes } = placed.value;
  const timetable: Timetable = {
    network: network.value,
    durations,
    begins: starts.map((at, task) => taskStart(network.value, task, at, durations[task] as number)),
    ends: finishes.map((at, task) => taskFinish(network.value, task, at, durations[task] as number)),
  };
  return done(timetable, network.warnings);
}

/** Working minutes of a task between two moments. */
export function workWithin(
  { network, begins, ends }: Timetable,
  task: number,
  from: number,
  to: number,
): number {
  const time = network.calendars[task] ?? network.projectTime;
  const begin = Math.max(from, begins[task] as number);
  const end = Math.min(to, ends[task] as number);
  return end > begin ? time.workAt(end) - time.workAt(begin) : 0;
}
