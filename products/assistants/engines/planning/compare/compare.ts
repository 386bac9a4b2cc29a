import { done, type Result } from '../fault.ts';
import type { LocalMoment, Plan } from '../plan.ts';
import { type ScheduledTask, type ScheduleOptions, schedulePlan } from '../schedule/schedule.ts';
import { round } from '../simulation/statistics.rules.ts';

export interface TaskChange {
  readonly id: string;
  readonly name: string;
  readonly startBefore: LocalMoment;
  readonly startAfter: LocalMoment;
  readonly finishBefore: LocalMoment;
  readonly finishAfter: LocalMoment;
  readonly floatChangeHours: number;
}

export interface Comparison {
  readonly finishBefore: LocalMoment;
  readonly finishAfter: LocalMoment;
  /** Working hours of each plan's own calendar; positive is later. */
  readonly hoursChange: number;
  readonly costBefore: number;
  readonly costAfter: number;
  readonly costChange: number;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly becameCritical: readonly string[];
  readonly noLongerCritical: readonly string[];
  /** Tasks of both plans whose dates or float changed, in the order of the second plan. */
  readonly changed: readonly TaskChange[];
}

function changeOf(before: ScheduledTask, after: ScheduledTask): TaskChange {
  return {
    id: after.id,
    name: after.name,
    startBefore: before.start,
    startAfter: after.start,
    finishBefore: before.finish,
    finishAfter: after.finish,
    floatChangeHours: round(after.totalFloatHours - before.totalFloatHours),
  };
}

/** What if: schedules two plans alike and tells the differences; tasks are matched by id. */
export function comparePlans(before: Plan, after: Plan, options: ScheduleOptions = {}): Result<Comparison> {
  const [first, second] = [schedulePlan(before, options), schedulePlan(after, options)];
  if (!first.ok) return first;
  if (!second.ok) return second;
  const [one, two] = [first.value, second.value];
  const old = new Map(one.tasks.map((task) => [task.id, task]));
  const fresh = new Set(two.tasks.map(({ id }) => id));
  const pairs = two.tasks.flatMap((task) => {
    const was = old.get(task.id);
    return was === undefined ? [] : [{ was, task }];
  });
  const ids = (tasks: readonly ScheduledTask[]): readonly string[] => tasks.map(({ id }) => id);
  return done(
    {
      finishBefore: one.finish,
      finishAfter: two.finish,
      hoursChange: round(two.durationHours - one.durationHours),
      costBefore: round(one.cost.total, 2),
      costAfter: round(two.cost.total, 2),
      costChange: round(two.cost.total - one.cost.total, 2),
      added: ids(two.tasks.filter(({ id }) => !old.has(id))),
      removed: ids(one.tasks.filter(({ id }) => !fresh.has(id))),
      becameCritical: ids(two.tasks.filter((task) => task.critical && old.get(task.id)?.critical === false)),
      noLongerCritical: pairs
        .filter(({ was, task }) => was.critical && !task.critical)
        .map(({ task }) => task.id),
      changed: pairs
        .map(({ was, task }) => changeOf(was, task))
        .filter(
          (change) =>
            change.startBefore !== change.startAfter ||
            change.finishBefore !== change.finishAfter ||
            change.floatChangeHours !== 0,
        ),
    },
    [...first.warnings, ...second.warnings],
  );
}
