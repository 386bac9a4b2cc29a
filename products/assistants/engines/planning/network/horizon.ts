import { type Horizon, weekWork } from '../calendar/spans.ts';
import { dayMinutes, parseMoment } from '../moment.rules.ts';
import type { Calendar, Plan, WorkUnit } from '../plan.ts';
import { limits } from '../validation/limits.ts';

/** Minutes of working time, or of the clock when elapsed. */
export function minutesOf(value: number, unit: WorkUnit, hoursPerDay: number): number {
  return value * 60 * (unit === 'days' ? hoursPerDay : 1);
}

/** Days that the plan can possibly reach, from ten years before its start; undefined when that is too far. */
export function horizonOf(plan: Plan, calendars: readonly Calendar[]): Horizon | undefined {
  const start = parseMoment(plan.start) ?? 0;
  const { hoursPerDay } = plan;
  let work = 0;
  let latest = start;
  for (const task of plan.tasks) {
    work += minutesOf(task.duration.pessimistic, task.unit, hoursPerDay);
    for (const { lag, lagUnit } of task.links) work += Math.abs(minutesOf(lag, lagUnit, hoursPerDay));
    latest = Math.max(latest, parseMoment(task.startNoEarlierThan ?? '') ?? 0);
    latest = Math.max(latest, parseMoment(task.mustFinishBy ?? '', 'end') ?? 0);
  }
  for (const { impact, unit, tasks } of plan.risks) {
    work += Math.max(0, minutesOf(impact.pessimistic, unit, hoursPerDay)) * tasks.length;
  }
  const scarcest = Math.min(...calendars.map(weekWork));
  const off = calendars.flatMap(({ exceptions }) => exceptions.map(({ to }) => parseMoment(to) ?? 0));
  // A long tail may go past the pessimistic estimates: half as much again, and a year.
  const days = ((work * 1.5) / scarcest) * 7 + 366;
  const free = off.reduce((most, end) => Math.max(most, end), latest);
  const last = (latest === start && off.length === 0 ? start : free) / dayMinutes + days;
  const first = Math.floor(start / dayMinutes);
  if (last - first > limits.years * 366) return undefined;
  return { firstDay: first - 3_660, lastDay: Math.ceil(last) };
}
