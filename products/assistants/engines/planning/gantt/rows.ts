import { done, type Result } from '../fault.ts';
import type { LinkType, LocalMoment, Plan } from '../plan.ts';
import { type ScheduleOptions, schedulePlan } from '../schedule/schedule.ts';

/** One line of a Gantt chart. */
export interface GanttRow {
  readonly id: string;
  readonly name: string;
  readonly group?: string;
  readonly start: LocalMoment;
  readonly finish: LocalMoment;
  readonly milestone: boolean;
  readonly critical: boolean;
  readonly late: boolean;
  readonly totalFloatHours: number;
  readonly percentComplete: number;
  readonly resources: readonly string[];
  readonly deadline?: LocalMoment;
  readonly links: readonly { readonly from: string; readonly type: LinkType }[];
}

export interface GanttChart {
  readonly name: string;
  readonly start: LocalMoment;
  readonly finish: LocalMoment;
  /** In the order of the plan. */
  readonly rows: readonly GanttRow[];
}

/** The schedule as lines for a screen. */
export function ganttChart(plan: Plan, options: ScheduleOptions = {}): Result<GanttChart> {
  const schedule = schedulePlan(plan, options);
  if (!schedule.ok) return schedule;
  const names = new Map(plan.resources.map(({ id, name }) => [id, name]));
  const rows = schedule.value.tasks.map((placed, at): GanttRow => {
    const task = plan.tasks[at];
    return {
      id: placed.id,
      name: placed.name,
      ...(task?.group === undefined ? {} : { group: task.group }),
      start: placed.start,
      finish: placed.finish,
      milestone: placed.durationHours === 0,
      critical: placed.critical,
      late: placed.late,
      totalFloatHours: placed.totalFloatHours,
      percentComplete: task?.progress?.percentComplete ?? 0,
      resources: (task?.assignments ?? []).map(({ resource }) => names.get(resource) ?? resource),
      ...(task?.mustFinishBy === undefined ? {} : { deadline: task.mustFinishBy }),
      links: (task?.links ?? []).map(({ from, type }) => ({ from, type })),
    };
  });
  const { start, finish } = schedule.value;
  return done({ name: plan.name, start, finish, rows }, schedule.warnings);
}
