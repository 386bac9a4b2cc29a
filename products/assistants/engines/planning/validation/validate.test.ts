import { describe, expect, it } from 'vitest';
import { link, planOf, points, task } from '../plan.fixture.ts';
import type { Plan } from '../plan.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { validatePlan } from './validate.ts';

const codes = (plan: Plan): readonly string[] => validatePlan(plan).map(({ code, at }) => `${code} ${at}`);
const spans = [{ from: 540, to: 1_080 }];
const calendar = { id: 'c', name: 'c', week: [spans, spans, [], [], [], [], []], exceptions: [] };

describe('a plan', () => {
  it.each<readonly [string, Plan]>([
    ['planning.no_tasks /tasks', planOf([])],
    ['planning.bad_date /start', planOf([task('a', 1)], { start: 'soon' })],
    ['planning.unknown_id /calendar', planOf([task('a', 1)], { calendar: 'x' })],
    ['planning.bad_number /hoursPerDay', planOf([task('a', 1)], { hoursPerDay: 0 })],
    ['planning.duplicate_id /tasks/1', planOf([task('a', 1), task('a', 2)])],
    ['planning.no_id /tasks/0', planOf([task('', 1)])],
    ['planning.too_long /tasks/0', planOf([task('a', 1, { name: 'x'.repeat(501) })])],
    ['planning.negative_duration /tasks/0/duration', planOf([task('a', points(-2, -1, 0))])],
    ['planning.points_out_of_order /tasks/0/duration', planOf([task('a', points(3, 2, 4))])],
    ['planning.bad_number /tasks/0/duration', planOf([task('a', Number.NaN)])],
    ['planning.self_link /tasks/0/links/0', planOf([task('a', 1, { links: [link('a')] })])],
    ['planning.unknown_id /tasks/0/links/0', planOf([task('a', 1, { links: [link('b')] })])],
    [
      'planning.bad_number /tasks/1/links/0/lag',
      planOf([task('a', 1), task('b', 1, { links: [link('a', 'FS', 1e9)] })]),
    ],
    [
      'planning.unknown_id /tasks/0/assignments/0',
      planOf([task('a', 1, { assignments: [{ resource: 'r', units: 1 }] })]),
    ],
    ['planning.bad_date /tasks/0/mustFinishBy', planOf([task('a', 1, { mustFinishBy: '2026-02-30' })])],
    ['planning.bad_date /tasks/0/startNoEarlierThan', planOf([task('a', 1, { startNoEarlierThan: '?' })])],
    ['planning.unknown_id /tasks/0/calendar', planOf([task('a', 1, { calendar: 'x' })])],
    ['planning.bad_week /calendars/0', planOf([task('a', 1)], { calendars: [{ ...calendar, week: [] }] })],
    [
      'planning.no_working_time /calendars/0',
      planOf([task('a', 1)], { calendars: [{ ...calendar, week: [[], [], [], [], [], [], []] }] }),
    ],
    [
      'planning.bad_hours /calendars/0/week/0',
      planOf([task('a', 1)], {
        calendars: [{ ...calendar, week: [[...spans, ...spans], [], [], [], [], [], []] }],
      }),
    ],
    [
      'planning.bad_period /calendars/0/exceptions/0',
      planOf([task('a', 1)], {
        calendars: [{ ...calendar, exceptions: [{ from: '2026-03-03', to: '2026-03-02', hours: [] }] }],
      }),
    ],
    [
      'planning.bad_number /risks/0/probability',
      planOf([task('a', 1)], {
        risks: [{ id: 'r', name: 'r', probability: 2, impact: points(1), unit: 'days', tasks: ['a'] }],
      }),
    ],
    [
      'planning.unknown_id /risks/0/tasks/0',
      planOf([task('a', 1)], {
        risks: [{ id: 'r', name: 'r', probability: 1, impact: points(1), unit: 'days', tasks: ['z'] }],
      }),
    ],
  ])('has the fault %s', (wanted, plan) => {
    expect(codes(plan)).toContain(wanted);
    expect(schedulePlan(plan).ok).toBe(false);
  });

  it('tells every fault at once', () => {
    const plan = planOf([task('a', points(3, 2, 1), { links: [link('a'), link('x')] }), task('a', -1)]);
    expect(codes(plan)).toEqual([
      'planning.duplicate_id /tasks/1',
      'planning.points_out_of_order /tasks/0/duration',
      'planning.self_link /tasks/0/links/0',
      'planning.unknown_id /tasks/0/links/1',
      'planning.negative_duration /tasks/1/duration',
    ]);
  });

  it('shows a circle as a path, and each circle once', () => {
    const plan = planOf([
      task('a', 1, { links: [link('c')] }),
      task('b', 1, { links: [link('a')] }),
      task('c', 1, { links: [link('b')] }),
      task('d', 1, { links: [link('c'), link('e')] }),
      task('e', 1, { links: [link('d')] }),
      task('f', 1, { links: [link('c')] }),
    ]);
    expect(validatePlan(plan).map(({ message }) => message.ru)).toEqual([
      'Связи замкнуты: b → c → a → b',
      'Связи замкнуты: e → d → e',
    ]);
  });

  it('refuses too much without looking further', () => {
    const many = Array.from({ length: 10_001 }, (_, at) => task(String(at), 1));
    expect(codes(planOf(many))).toEqual(['planning.too_many /tasks']);
  });

  it('warns about more units than there are and goes on', () => {
    const plan = planOf([task('a', 1, { assignments: [{ resource: 'r', units: 2 }] })], {
      resources: [{ id: 'r', name: 'r', capacity: 1, rate: 0 }],
    });
    const result = schedulePlan(plan);
    expect(result).toMatchObject({ ok: true, warnings: [{ code: 'planning.over_capacity' }] });
    expect(schedulePlan(plan, { levelling: 'min_lst' })).toMatchObject({ ok: false });
  });

  it('must fit into a hundred years, days off included', () => {
    const off = [{ from: '1990-01-01', to: '2044-01-01', hours: [] }];
    const few = planOf([task('a', 8)], { calendar: 'c', calendars: [{ ...calendar, exceptions: off }] });
    expect(schedulePlan(few)).toMatchObject({ ok: true, value: { finish: '2044-01-04T17:00' } });
    const twice = planOf([task('a', 8)], { calendars: [{ ...calendar, exceptions: [...off, ...off] }] });
    expect(codes(twice)).toEqual(['planning.too_many /calendars/0']);
    // One hour in common, ever, for two hours of work.
    const rare = { ...calendar, id: 'd', week: [[], [], [], [], [], [], spans], exceptions: [] };
    const sunday = { from: '2027-01-03', to: '2027-01-03', hours: [{ from: 540, to: 600 }] };
    const resources = [{ ...calendar, exceptions: [sunday] }, rare].map(({ id }) => ({
      id,
      name: id,
      capacity: 1,
      rate: 0,
      calendar: id,
    }));
    const assignments = resources.map(({ id }) => ({ resource: id, units: 1 }));
    const together = planOf([task('a', 2, { assignments })], {
      calendars: [{ ...calendar, exceptions: [sunday] }, rare],
      resources,
    });
    expect(schedulePlan(together)).toMatchObject({ ok: false, faults: [{ code: 'planning.too_far' }] });

    const plan = planOf([
      task('a', 90_000),
      task('b', 90_000, { links: [link('a')] }),
      task('c', 90_000, { links: [link('b')] }),
    ]);
    expect(schedulePlan(plan)).toMatchObject({ ok: false, faults: [{ code: 'planning.too_far' }] });
  });
});
