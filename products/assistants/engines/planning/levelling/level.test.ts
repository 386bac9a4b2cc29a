import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { teamLoad } from '../load/team-load.ts';
import { parseMoment } from '../moment.rules.ts';
import { link, planOf, points, sixDays, task, tasksOf } from '../plan.fixture.ts';
import type { Plan } from '../plan.ts';
import { type Schedule, type ScheduleOptions, schedulePlan } from '../schedule/schedule.ts';

function scheduled(plan: Plan, options: ScheduleOptions = {}): Schedule {
  const result = schedulePlan(plan, options);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

const person = { id: 'r', name: 'r', capacity: 1, rate: 0 };
const busy = { assignments: [{ resource: 'r', units: 1 }] };

/** The most units taken at once, over working starts of tasks. */
function peak(plan: Plan, schedule: Schedule): number {
  const spans = schedule.tasks.flatMap(({ start, finish, durationHours }, at) => {
    const units = plan.tasks[at]?.assignments[0]?.units ?? 0;
    return durationHours === 0
      ? []
      : [{ from: parseMoment(start) ?? 0, to: parseMoment(finish) ?? 0, units }];
  });
  return Math.max(
    0,
    ...spans.map(({ from }) =>
      spans.reduce((sum, each) => sum + (each.from <= from && from < each.to ? each.units : 0), 0),
    ),
  );
}

describe('levelling', () => {
  it('puts tasks of one person one after another and shows the delay', () => {
    const plan = planOf([task('a', 8, busy), task('b', 16, busy), task('c', 8)], { resources: [person] });
    const result = scheduled(plan, { levelling: 'min_lst' });
    expect(result.tasks.map(({ start }) => start)).toEqual([
      '2026-03-04T09:00',
      '2026-03-02T09:00',
      '2026-03-02T09:00',
    ]);
    expect(result).toMatchObject({
      finish: '2026-03-04T18:00',
      levelling: { rule: 'min_lst', finishBefore: '2026-03-03T18:00', delayHours: 8 },
    });
    expect(result.tasks[0]).toMatchObject({ delayHours: 16, earlyStart: '2026-03-02T09:00' });
  });

  it.each(['min_lst', 'min_lft'] as const)('never exceeds capacity nor breaks a link: %s', (levelling) => {
    const units = fc.array(fc.constantFrom(0.5, 1, 1.5, 2), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(tasksOf(1, 12), units, fc.boolean(), (tasks, shares, mixed) => {
        const all = tasks.map((each, at) => ({
          ...each,
          ...(mixed && at % 3 === 0 ? { calendar: 'six' } : {}),
          assignments: [{ resource: 'r', units: shares[at] ?? 1 }],
          links: each.links.filter(({ type }) => type === 'FS').map(({ from }) => link(from)),
        }));
        const plan = planOf(all, { resources: [{ ...person, capacity: 2 }], calendars: [sixDays] });
        const result = scheduled(plan, { levelling });
        expect(peak(plan, result)).toBeLessThanOrEqual(2);
        const byId = new Map(result.tasks.map((each) => [each.id, each]));
        for (const { id, links } of all) {
          for (const { from } of links) {
            expect((byId.get(from)?.finish ?? '') <= (byId.get(id)?.start ?? '')).toBe(true);
          }
        }
        expect(result.levelling?.delayHours).toBeGreaterThanOrEqual(0);
        expect(result.tasks.every(({ delayHours }) => delayHours >= 0)).toBe(true);
      }),
    );
  });
});

describe('team load', () => {
  const plan = planOf([task('a', 12, busy), task('b', 8, busy)], { resources: [person] });

  it('counts hours by day and finds overloads', () => {
    const load = teamLoad(plan, { by: 'day' });
    expect(load).toMatchObject({
      ok: true,
      value: [
        {
          totalHours: 20,
          overloadHours: 8,
          cells: [
            { from: '2026-03-02', loadHours: 16, capacityHours: 8, overloaded: true },
            { from: '2026-03-03', loadHours: 4, capacityHours: 8, overloaded: false },
          ],
        },
      ],
    });
  });

  it('has no overload by week or once levelled', () => {
    expect(teamLoad(plan)).toMatchObject({ value: [{ overloadHours: 0, cells: [{ capacityHours: 40 }] }] });
    expect(teamLoad(plan, { by: 'day', levelling: 'min_lft' })).toMatchObject({
      value: [{ overloadHours: 0 }],
    });
  });

  it('adds up to the work of the tasks whatever the calendars', () => {
    fc.assert(
      fc.property(tasksOf(1, 8), (tasks) => {
        const all = tasks.map((each, at) => ({ ...each, ...busy, ...(at % 2 ? { calendar: 'six' } : {}) }));
        const load = teamLoad(planOf(all, { resources: [person], calendars: [sixDays] }), { by: 'day' });
        const hours = all.reduce((sum, { duration }) => sum + duration.likely, 0);
        expect(load.ok && load.value[0]?.totalHours).toBeCloseTo(hours, 2);
      }),
    );
  });

  it('refuses too many cells, and a levelled plan of a thousand years', () => {
    const long = Array.from({ length: 4_000 }, (_, at) => task(String(at), points(5_000), busy));
    const plan = planOf(long, { resources: [person] });
    expect(teamLoad(plan, { by: 'day' })).toMatchObject({ faults: [{ code: 'planning.too_long' }] });
    expect(teamLoad(plan).ok).toBe(true);
    expect(teamLoad(plan, { levelling: 'min_lst' })).toMatchObject({
      faults: [{ code: 'planning.too_far' }],
    });
  });
});
