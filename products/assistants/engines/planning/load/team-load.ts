import { done, type Result } from '../fault.ts';
import { formatDay } from '../moment.rules.ts';
import type { LocalMoment, Plan } from '../plan.ts';
import type { ScheduleOptions } from '../schedule/schedule.ts';
import { type Timetable, timetableOf, workWithin } from '../schedule/timetable.ts';
import { round } from '../simulation/statistics.rules.ts';
import { type BucketSize, bucketLength, bucketStart, checkCells } from './buckets.ts';
import { resourceTimes } from './resource-times.ts';

export interface LoadCell {
  /** First day of the day or week. */
  readonly from: LocalMoment;
  readonly loadHours: number;
  /** What the calendar and the capacity of the resource give. */
  readonly capacityHours: number;
  readonly overloaded: boolean;
}

export interface ResourceLoad {
  readonly resource: string;
  readonly name: string;
  readonly totalHours: number;
  readonly overloadHours: number;
  /** Only days or weeks with load, in order. */
  readonly cells: readonly LoadCell[];
}

function loadOf(timetable: Timetable, size: BucketSize): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const loads = new Map<string, Map<number, number>>();
  const length = bucketLength(size);
  for (const task of timetable.network.inPlanOrder) {
    const assignments = timetable.network.tasks[task]?.assignments ?? [];
    if (assignments.length === 0) continue;
    const end = timetable.ends[task] as number;
    for (let from = bucketStart(timetable.begins[task] as number, size); from < end; from += length) {
      const work = workWithin(timetable, task, from, from + length);
      if (work <= 0) continue;
      for (const { resource, units } of assignments) {
        const cells = loads.get(resource) ?? new Map<number, number>();
        loads.set(resource, cells);
        cells.set(from, (cells.get(from) ?? 0) + (work * units) / 60);
      }
    }
  }
  return loads;
}

/** Hours of every resource by day or week of the schedule, and where they exceed what there is. */
export function teamLoad(
  plan: Plan,
  options: ScheduleOptions & { readonly by?: BucketSize } = {},
): Result<readonly ResourceLoad[]> {
  const size = options.by ?? 'week';
  const timetable = timetableOf(plan, options);
  if (!timetable.ok) return timetable;
  const room = checkCells(timetable.value, size);
  if (!room.ok) return room;
  const loads = loadOf(timetable.value, size);
  const times = resourceTimes(plan, timetable.value);
  const rows = plan.resources.map(({ id, name, capacity }): ResourceLoad => {
    const time = times(id);
    const sorted = [...(loads.get(id) ?? [])].toSorted(([left], [right]) => left - right);
    const cells = sorted.map(([from, load]): LoadCell => {
      const work = time.workAt(from + bucketLength(size)) - time.workAt(from);
      const capacityHours = (work / 60) * capacity;
      return {
        from: formatDay(from),
        loadHours: round(load),
        capacityHours: round(capacityHours),
        overloaded: load > capacityHours + 1e-6,
      };
    });
    return {
      resource: id,
      name,
      totalHours: round(cells.reduce((sum, { loadHours }) => sum + loadHours, 0)),
      overloadHours: round(
        cells.reduce((sum, { loadHours, capacityHours }) => sum + Math.max(0, loadHours - capacityHours), 0),
      ),
      cells,
    };
  });
  return done(rows, timetable.warnings);
}
