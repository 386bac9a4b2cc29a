import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiveDayCalendar, roundTheClockCalendar } from '../calendar/standard.ts';
import { aroundTheClock, link, planOf, points, sixDays, task, tasksOf } from '../plan.fixture.ts';
import type { LinkType, Plan, Task } from '../plan.ts';
import { type Schedule, type ScheduleOptions, schedulePlan } from './schedule.ts';

function scheduled(plan: Plan, options: ScheduleOptions = {}): Schedule {
  const result = schedulePlan(plan, options);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

/** Hours of the longest chain, by trying every chain: the earliest start of a task from the definition alone. */
function bruteStart(tasks: readonly Task[], id: string): number {
  const wanted = tasks.find((each) => each.id === id);
  const own = wanted?.duration.likely ?? 0;
  const bounds = (wanted?.links ?? []).map(({ from, type, lag }) => {
    const start = bruteStart(tasks, from);
    const finish = start + (tasks.find((each) => each.id === from)?.duration.likely ?? 0);
    const base = type === 'FS' || type === 'FF' ? finish : start;
    return base + lag - (type === 'FF' || type === 'SF' ? own : 0);
  });
  return Math.max(0, ...bounds);
}

describe('the critical path', () => {
  it('of a textbook network has its floats and dates', () => {
    const plan = planOf([
      task('a', 24),
      task('b', 16, { links: [link('a')] }),
      task('c', 40, { links: [link('a')] }),
      task('d', 8, { links: [link('b'), link('c')] }),
      task('end', 0, { links: [link('d')] }),
    ]);
    const result = scheduled(plan);
    expect(result.criticalPaths).toEqual([['a', 'c', 'd', 'end']]);
    expect(result.tasks.map(({ totalFloatHours }) => totalFloatHours)).toEqual([0, 24, 0, 0, 0]);
    expect(result.tasks[1]).toMatchObject({
      freeFloatHours: 24,
      earlyStart: '2026-03-05T09:00',
      earlyFinish: '2026-03-06T18:00',
      lateStart: '2026-03-10T09:00',
      lateFinish: '2026-03-11T18:00',
    });
    expect(result.tasks[4]).toMatchObject({ start: '2026-03-12T18:00', finish: '2026-03-12T18:00' });
    expect(result).toMatchObject({
      start: '2026-03-02T09:00',
      finish: '2026-03-12T18:00',
      durationHours: 72,
    });
  });

  it.each<readonly [LinkType, number, string, string]>([
    ['FS', 0, '2026-03-04T09:00', '2026-03-04T18:00'],
    ['FS', 8, '2026-03-05T09:00', '2026-03-05T18:00'],
    ['FS', -8, '2026-03-03T09:00', '2026-03-03T18:00'],
    ['SS', 4, '2026-03-02T14:00', '2026-03-03T13:00'],
    ['FF', 0, '2026-03-03T09:00', '2026-03-03T18:00'],
    ['FF', 4, '2026-03-03T14:00', '2026-03-04T13:00'],
    ['SF', 12, '2026-03-02T14:00', '2026-03-03T13:00'],
  ])('follows %s with a lag of %i hours', (type, lag, start, finish) => {
    const result = scheduled(planOf([task('a', 16), task('b', 8, { links: [link('a', type, lag)] })]));
    expect(result.tasks[1]).toMatchObject({ start, finish });
  });

  it('skips holidays, keeps constraints and misses dates visibly', () => {
    const calendars = [fiveDayCalendar('ru', [{ from: '2026-03-09', to: '2026-03-09', hours: [] }])];
    const plan = planOf(
      [
        task('a', 40),
        task('b', 8, { links: [link('a')], mustFinishBy: '2026-03-09' }),
        task('c', 8, { startNoEarlierThan: '2026-03-16' }),
      ],
      { calendars, calendar: 'ru' },
    );
    const [a, b, c] = scheduled(plan).tasks;
    expect(a).toMatchObject({ finish: '2026-03-06T18:00', totalFloatHours: -8, critical: true });
    expect(b).toMatchObject({ start: '2026-03-10T09:00', late: true, totalFloatHours: -8 });
    expect(c).toMatchObject({ start: '2026-03-16T09:00', late: false, totalFloatHours: 0 });
  });

  it('counts an elapsed lag around the clock', () => {
    const wet = { ...link('a', 'FS', 3), lagUnit: 'days' as const, elapsed: true };
    const result = scheduled(planOf([task('a', 40), task('b', 8, { links: [wet] })]));
    expect(result.axis).toBe('clock');
    expect(result.tasks[1]).toMatchObject({ start: '2026-03-10T09:00' });
    expect(result.tasks.map(({ critical }) => critical)).toEqual([true, true]);
  });

  it('works when all resources of a task do', () => {
    const calendars = [sixDays];
    const resources = [
      { id: 'x', name: 'x', capacity: 1, rate: 0, calendar: 'six' },
      { id: 'y', name: 'y', capacity: 1, rate: 0 },
    ];
    const both = [
      { resource: 'x', units: 1 },
      { resource: 'y', units: 1 },
    ];
    const plan = planOf(
      [
        task('a', 6, { assignments: both }),
        task('b', 6, { assignments: both.slice(0, 1), links: [link('a')] }),
      ],
      { calendars, resources },
    );
    const [a, b] = scheduled(plan).tasks;
    expect(a).toMatchObject({ start: '2026-03-02T09:00', finish: '2026-03-03T12:00' });
    expect(b).toMatchObject({ start: '2026-03-04T08:00', finish: '2026-03-05T10:00' });
  });

  it('fails when resources never meet', () => {
    const night = {
      id: 'n',
      name: 'n',
      week: Array.from({ length: 7 }, () => [{ from: 0, to: 60 }]),
      exceptions: [],
    };
    const resources = [
      { id: 'x', name: 'x', capacity: 1, rate: 0, calendar: 'n' },
      { id: 'y', name: 'y', capacity: 1, rate: 0 },
    ];
    const assignments = resources.map(({ id }) => ({ resource: id, units: 1 }));
    const plan = planOf([task('a', 6, { assignments })], { calendars: [night], resources });
    expect(schedulePlan(plan)).toMatchObject({ ok: false, faults: [{ code: 'planning.no_common_time' }] });
  });

  it('equals the longest chain found by trying all', () => {
    fc.assert(
      fc.property(tasksOf(1, 9), (tasks) => {
        const result = scheduled(planOf(tasks, aroundTheClock));
        const finishes = tasks.map((each) => bruteStart(tasks, each.id) + each.duration.likely);
        expect(result.durationHours).toBeCloseTo(Math.max(0, ...finishes), 6);
      }),
    );
  });

  it('is the same on both axes', () => {
    const own = { ...roundTheClockCalendar('own') };
    fc.assert(
      fc.property(tasksOf(2, 12), fc.nat(11), (tasks, which) => {
        const plan = planOf(tasks, { ...aroundTheClock, calendars: [own, roundTheClockCalendar()] });
        const mixed = {
          ...plan,
          tasks: tasks.map((each, at) => (at === which ? { ...each, calendar: 'own' } : each)),
        };
        const strip = ({ axis: _, ...rest }: Schedule): unknown => rest;
        expect(strip(scheduled(mixed))).toEqual(strip(scheduled(plan)));
      }),
    );
  });

  it.each([
    ['one calendar', {}],
    ['around the clock', aroundTheClock],
  ])('has no negative float and a critical chain without float: %s', (_, more) => {
    fc.assert(
      fc.property(tasksOf(1, 12), (tasks) => {
        const result = scheduled(planOf(tasks, more));
        for (const { totalFloatHours, freeFloatHours, critical } of result.tasks) {
          expect(totalFloatHours).toBeGreaterThanOrEqual(0);
          expect(freeFloatHours).toBeLessThanOrEqual(totalFloatHours);
          expect(critical).toBe(totalFloatHours === 0);
        }
        const onPath = new Set(result.criticalPaths.flat());
        for (const { id, critical } of result.tasks) if (onPath.has(id)) expect(critical).toBe(true);
        expect(onPath.size).toBeGreaterThan(0);
      }),
    );
  });

  it('has no negative float with several calendars', () => {
    fc.assert(
      fc.property(tasksOf(1, 12), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (tasks, six) => {
        const mixed = tasks.map((each, at) => (six[at] ? { ...each, calendar: 'six' } : each));
        const result = scheduled(planOf(mixed, { calendars: [sixDays] }));
        for (const each of result.tasks) {
          expect(each.totalFloatHours).toBeGreaterThanOrEqual(0);
          expect(each.earlyStart <= each.earlyFinish).toBe(true);
          expect(each.earlyFinish <= result.finish).toBe(true);
        }
      }),
    );
  });

  it('is never shortened by one more dependence', () => {
    fc.assert(
      fc.property(
        tasksOf(2, 10),
        fc.nat(8),
        fc.constantFrom<LinkType>('FS', 'SS', 'FF', 'SF'),
        (tasks, at, type) => {
          const from = at % (tasks.length - 1);
          const more = tasks.map((each, index) =>
            index === from + 1 ? { ...each, links: [...each.links, link(String(from), type)] } : each,
          );
          const [before, after] = [scheduled(planOf(tasks)), scheduled(planOf(more))];
          expect(after.durationHours).toBeGreaterThanOrEqual(before.durationHours);
        },
      ),
    );
  });

  it('grows as its durations do around the clock', () => {
    fc.assert(
      fc.property(tasksOf(1, 10), fc.integer({ min: 2, max: 5 }), (tasks, times) => {
        const scaled = tasks.map((each) => ({
          ...each,
          duration: points(each.duration.likely * times),
          links: each.links.map((each2) => ({ ...each2, lag: each2.lag * times })),
        }));
        const before = scheduled(planOf(tasks, aroundTheClock)).durationHours;
        expect(scheduled(planOf(scaled, aroundTheClock)).durationHours).toBeCloseTo(before * times, 6);
      }),
    );
  });

  it('lists many equal paths in bounded time', () => {
    const tasks = Array.from({ length: 60 }, (_, at) => {
      const links = at < 2 ? [] : [link(String(at - (at % 2) - 2)), link(String(at - (at % 2) - 1))];
      return task(String(at), 1, { links });
    });
    expect(scheduled(planOf(tasks)).criticalPaths).toHaveLength(10);
  });
});
