import { exceptionDays, type Horizon, weekWork } from '../calendar/spans.ts';
import { dayMinutes, parseMoment } from '../moment.rules.ts';
import type { Calendar, Plan, WorkUnit } from '../plan.ts';
import { limits } from '../validation/limits.ts';

/** Minutes of working time, or of the clock when elapsed. */
export function minutesOf(value: number, unit: WorkUnit, hoursPerDay: number): number {
  return value * 60 * (unit === 'days' ? hoursPerDay : 1);
}

/** Minutes of work that pass at most until each task is done, links of any type included; risks as if all happened. */
function longestChain(plan: Plan, order: readonly number[]): number {
  const { hoursPerDay } = plan;
  const delays = new Map<string, number>();
  for (const { impact, unit, tasks } of plan.risks) {
    const delay = Math.max(0, minutesOf(impact.pessimistic, unit, hoursPerDay));
    for (const id of tasks) delays.set(id, (delays.get(id) ?? 0) + delay);
  }
  const reached = new Map<string, number>();
  let longest = 0;
  for (const index of order) {
    const task = plan.tasks[index];
    if (task === undefined) continue;
    let start = 0;
    for (const { from, lag, lagUnit, elapsed } of task.links) {
      const delay = Math.max(0, minutesOf(lag, lagUnit, elapsed === true ? 24 : hoursPerDay));
      start = Math.max(start, (reached.get(from) ?? 0) + delay);
    }
    const own = minutesOf(task.duration.pessimistic, task.unit, hoursPerDay);
    const end = start + own + (delays.get(task.id) ?? 0);
    reached.set(task.id, end);
    longest = Math.max(longest, end);
  }
  return longest;
}

/**
 * Days that the plan can reach, from ten years before its start; undefined when they are too many. Levelling may put
 * all tasks one after another, so there is room for that as far as the limit allows.
 */
export function horizonOf(
  plan: Plan,
  order: readonly number[],
  calendars: readonly Calendar[],
): Horizon | undefined {
  const start = parseMoment(plan.start) ?? 0;
  let latest = start;
  let all = 0;
  for (const task of plan.tasks) {
    all += minutesOf(task.duration.pessimistic, task.unit, plan.hoursPerDay);
    latest = Math.max(latest, parseMoment(task.startNoEarlierThan ?? '') ?? 0);
    latest = Math.max(latest, parseMoment(task.mustFinishBy ?? '', 'end') ?? 0);
  }
  const off = calendars.reduce((sum, calendar) => sum + exceptionDays(calendar), 0);
  const scarcest = Math.min(...calendars.map(weekWork));
  // A long tail may go past the pessimistic estimates: half as much again, and a year.
  const lastDay = (work: number): number =>
    Math.ceil(latest / dayMinutes + ((work * 1.5) / scarcest) * 7 + off + 366);
  const first = Math.floor(start / dayMinutes);
  const limit = first + limits.years * 366;
  const chain = longestChain(plan, order);
  if (lastDay(chain) > limit) return undefined;
  return { firstDay: first - 3_660, lastDay: Math.min(limit, lastDay(Math.max(chain, all))) };
}
