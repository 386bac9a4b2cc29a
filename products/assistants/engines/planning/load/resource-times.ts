import { layOut } from '../calendar/spans.ts';
import { fiveDayCalendar } from '../calendar/standard.ts';
import { createWorkingTime, type WorkingTime } from '../calendar/working-time.ts';
import { dayMinutes } from '../moment.rules.ts';
import type { Plan } from '../plan.ts';
import type { Timetable } from '../schedule/timetable.ts';

/** The own working time of each resource over the days of a timetable, each calendar laid out once. */
export function resourceTimes(plan: Plan, { begins, ends }: Timetable): (resource: string) => WorkingTime {
  const least = begins.reduce((first, begin) => Math.min(first, begin), Number.POSITIVE_INFINITY);
  const most = ends.reduce((last, end) => Math.max(last, end), 0);
  const horizon = {
    firstDay: Math.floor(least / dayMinutes) - 8,
    lastDay: Math.ceil(most / dayMinutes) + 8,
  };
  const standard = fiveDayCalendar();
  const byId = new Map(plan.calendars.map((calendar) => [calendar.id, calendar]));
  const calendarOf = new Map(plan.resources.map(({ id, calendar }) => [id, calendar ?? plan.calendar ?? '']));
  const times = new Map<string, WorkingTime>();
  return (resource) => {
    const id = calendarOf.get(resource) ?? '';
    const known = times.get(id);
    const time = known ?? createWorkingTime(layOut(byId.get(id) ?? standard, horizon), horizon);
    times.set(id, time);
    return time;
  };
}
