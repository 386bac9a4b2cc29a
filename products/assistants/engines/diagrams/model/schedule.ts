import type { GanttModel, GanttTask } from './gantt.ts';

const dayLength = 86_400_000;

export interface ScheduledTask {
  readonly task: GanttTask;
  /** First day, `2026-01-31`. */
  readonly start: string;
  /** The day after the last one, in days of the epoch. */
  readonly end: number;
}

const toNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);
const toDay = (number: number) => new Date(number * dayLength).toISOString().slice(0, 10);

/** Tasks by id, each after its predecessors; undefined when they wait for one another in a circle. */
export function scheduleOf(model: GanttModel): ReadonlyMap<string, ScheduledTask> | undefined {
  const tasks = new Map(model.sections.flatMap((section) => section.tasks.map((task) => [task.id, task])));
  const waiting = new Map([...tasks].map(([id, task]) => [id, new Set(task.after ?? []).size]));
  const followers = new Map<string, string[]>();
  for (const [id, task] of tasks) {
    for (const before of new Set(task.after ?? []))
      followers.set(before, [...(followers.get(before) ?? []), id]);
  }
  const placed = new Map<string, ScheduledTask>();
  const ready = [...tasks.values()].filter((task) => waiting.get(task.id) === 0);
  for (const task of ready) {
    const ends = (task.after ?? []).map((id) => placed.get(id)?.end ?? 0);
    const own = task.start === undefined ? [] : [toNumber(task.start)];
    const start = ends.length + own.length === 0 ? toNumber(model.start) : Math.max(...ends, ...own);
    placed.set(task.id, { task, start: toDay(start), end: start + (task.milestone ? 0 : task.days) });
    for (const id of followers.get(task.id) ?? []) {
      const left = (waiting.get(id) ?? 0) - 1;
      waiting.set(id, left);
      const follower = tasks.get(id);
      if (left === 0 && follower !== undefined) ready.push(follower);
    }
  }
  return placed.size === tasks.size ? placed : undefined;
}
