import { type Horizon, intersect, layOut, type Spans } from '../calendar/spans.ts';
import { createWorkingTime, type WorkingTime } from '../calendar/working-time.ts';
import type { Calendar, Plan, Task } from '../plan.ts';

interface CompiledCalendars {
  readonly projectTime: WorkingTime;
  readonly calendars: readonly WorkingTime[];
  /** Tasks whose resources never work together. */
  readonly idle: readonly string[];
}

/** The working time of every task; each calendar and each combination is laid out once. */
export function calendarsOf(
  plan: Plan,
  tasks: readonly Task[],
  project: Calendar,
  horizon: Horizon,
): CompiledCalendars {
  const byId = new Map(plan.calendars.map((calendar) => [calendar.id, calendar]));
  const ofResource = new Map(plan.resources.map(({ id, calendar }) => [id, calendar ?? project.id]));
  const spans = new Map<string, Spans>();
  const times = new Map<string, WorkingTime>();

  function spansOf(id: string): Spans {
    const known = spans.get(id) ?? layOut(byId.get(id) ?? project, horizon);
    spans.set(id, known);
    return known;
  }

  function timeOf(ids: readonly string[]): WorkingTime | undefined {
    const key = JSON.stringify(ids);
    const known = times.get(key);
    if (known !== undefined) return known;
    const [first = project.id, ...others] = ids;
    const common = others.reduce((sum, id) => intersect(sum, spansOf(id)), spansOf(first));
    if (common.length === 0) return undefined;
    const made = createWorkingTime(common, horizon);
    times.set(key, made);
    return made;
  }

  function idsOf(task: Task): readonly string[] {
    if (task.calendar !== undefined) return [task.calendar];
    const ids = new Set(task.assignments.map(({ resource }) => ofResource.get(resource) ?? project.id));
    return ids.size === 0 ? [project.id] : [...ids].toSorted();
  }

  const projectTime = timeOf([project.id]) ?? createWorkingTime([], horizon);
  const found = tasks.map((task) => timeOf(idsOf(task)));
  return {
    projectTime,
    calendars: found.map((time) => time ?? projectTime),
    idle: tasks.filter((_, at) => found[at] === undefined).map(({ id }) => id),
  };
}
