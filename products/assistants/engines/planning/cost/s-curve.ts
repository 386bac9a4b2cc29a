import { done, type Result } from '../fault.ts';
import { type BucketSize, bucketLength, bucketStart, checkCells } from '../load/buckets.ts';
import { formatDay } from '../moment.rules.ts';
import type { LocalMoment, Plan } from '../plan.ts';
import type { ScheduleOptions } from '../schedule/schedule.ts';
import { type Timetable, timetableOf, workWithin } from '../schedule/timetable.ts';
import { round } from '../simulation/statistics.rules.ts';
import { costRates } from './cost.rules.ts';

export interface CostPoint {
  /** First day of the day or week. */
  readonly from: LocalMoment;
  readonly cost: number;
  /** With everything before it. */
  readonly cumulative: number;
}

/** Planned cost of each task: labour and fixed. */
export function taskCosts({ network, durations }: Timetable): Float64Array {
  const { perMinute, fixed } = costRates(network);
  return perMinute.map((rate, task) => rate * (durations[task] as number) + (fixed[task] as number));
}

/** The share of a task that the schedule has done by a moment: evenly over its working time. */
export function shareBy(timetable: Timetable, task: number, moment: number): number {
  if (moment >= (timetable.ends[task] as number)) return 1;
  const done = workWithin(timetable, task, Number.NEGATIVE_INFINITY, moment);
  const all = workWithin(timetable, task, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  return all > 0 ? done / all : 0;
}

/** The S-curve: money of the schedule over days or weeks; what a task costs is spread evenly over its work. */
export function costCurve(
  plan: Plan,
  options: ScheduleOptions & { readonly by?: BucketSize } = {},
): Result<readonly CostPoint[]> {
  const size = options.by ?? 'week';
  const made = timetableOf(plan, options);
  if (!made.ok) return made;
  const room = checkCells(made.value, size);
  if (!room.ok) return room;
  const timetable = made.value;
  const costs = taskCosts(timetable);
  const spent = new Map<number, number>();
  const length = bucketLength(size);
  for (const task of timetable.network.inPlanOrder) {
    const end = timetable.ends[task] as number;
    let before = 0;
    for (let from = bucketStart(timetable.begins[task] as number, size); before < 1; from += length) {
      const share = from + length > end ? 1 : shareBy(timetable, task, from + length);
      spent.set(from, (spent.get(from) ?? 0) + (share - before) * (costs[task] as number));
      before = share;
    }
  }
  let cumulative = 0;
  const points = [...spent]
    .toSorted(([left], [right]) => left - right)
    .map(([from, cost]): CostPoint => {
      cumulative += cost;
      return { from: formatDay(from), cost: round(cost, 2), cumulative: round(cumulative, 2) };
    });
  return done(points, made.warnings);
}
