import fc from 'fast-check';
import { roundTheClockCalendar } from './calendar/standard.ts';
import type { Link, LinkType, Plan, Task, ThreePoints } from './plan.ts';

export function points(optimistic: number, likely = optimistic, pessimistic = likely): ThreePoints {
  return { optimistic, likely, pessimistic };
}

export function link(from: string, type: LinkType = 'FS', lag = 0): Link {
  return { from, type, lag, lagUnit: 'hours' };
}

export function task(id: string, hours: number | ThreePoints, more: Partial<Task> = {}): Task {
  const duration = typeof hours === 'number' ? points(hours) : hours;
  return { id, name: `Task ${id}`, duration, unit: 'hours', links: [], assignments: [], ...more };
}

/** A plan that starts on Monday 2 March 2026, five days of eight hours a week. */
export function planOf(tasks: readonly Task[], more: Partial<Plan> = {}): Plan {
  return {
    name: 'Plan',
    start: '2026-03-02',
    currency: 'RUB',
    hoursPerDay: 8,
    calendars: [],
    resources: [],
    risks: [],
    tasks,
    ...more,
  };
}

export const aroundTheClock: Partial<Plan> = {
  calendar: 'round_the_clock',
  calendars: [roundTheClockCalendar()],
};

/** Six days from eight to noon: another calendar than the usual. */
export const sixDays = {
  id: 'six',
  name: 'six',
  week: Array.from({ length: 7 }, (_, day) => (day < 6 ? [{ from: 480, to: 720 }] : [])),
  exceptions: [{ from: '2026-03-09', to: '2026-03-10', hours: [] }],
};

const type = fc.constantFrom<LinkType>('FS', 'SS', 'FF', 'SF');

/** Tasks with links to earlier ones, of all types, with lags. */
export function tasksOf(least = 1, most = 12, certain = true): fc.Arbitrary<readonly Task[]> {
  const one = fc.record({
    hours: fc.tuple(fc.nat(40), fc.nat(certain ? 0 : 20), fc.nat(certain ? 0 : 40)),
    links: fc.array(
      fc.record({ back: fc.integer({ min: 1, max: 5 }), type, lag: fc.integer({ min: -8, max: 16 }) }),
      {
        maxLength: 3,
      },
    ),
  });
  return fc.array(one, { minLength: least, maxLength: most }).map((all) =>
    all.map(({ hours: [low, more, most2], links }, at) =>
      task(String(at), points(low, low + more, low + more + most2), {
        links: links
          .filter(({ back }) => back <= at)
          .map(({ back, type: kind, lag }) => link(String(at - back), kind, lag)),
      }),
    ),
  );
}
