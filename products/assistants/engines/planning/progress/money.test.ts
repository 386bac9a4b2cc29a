import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePlans } from '../compare/compare.ts';
import { costCurve } from '../cost/s-curve.ts';
import { pertOf } from '../pert/pert.ts';
import { link, planOf, points, task, tasksOf } from '../plan.fixture.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { earnedValue } from './earned-value.ts';

const resources = [{ id: 'r', name: 'r', capacity: 1, rate: 1_000 }];
const assignments = [{ resource: 'r', units: 1 }];

describe('cost', () => {
  const plan = planOf(
    [task('a', 60, { assignments }), task('m', 0, { fixedCost: 5_000, links: [link('a')] })],
    {
      resources,
    },
  );

  it('is labour and fixed, spread over weeks', () => {
    expect(schedulePlan(plan)).toMatchObject({
      value: { cost: { labour: 60_000, fixed: 5_000, total: 65_000 } },
    });
    expect(costCurve(plan)).toMatchObject({
      value: [
        { from: '2026-03-02', cost: 40_000, cumulative: 40_000 },
        { from: '2026-03-09', cost: 25_000, cumulative: 65_000 },
      ],
    });
  });

  it('of the curve ends with the whole', () => {
    fc.assert(
      fc.property(tasksOf(1, 8), fc.constantFrom('day' as const, 'week' as const), (tasks, by) => {
        const all = planOf(
          tasks.map((each) => ({ ...each, assignments, fixedCost: 10 })),
          { resources },
        );
        const [curve, schedule] = [costCurve(all, { by }), schedulePlan(all)];
        if (!curve.ok || !schedule.ok) throw new Error('no curve');
        expect(curve.value.at(-1)?.cumulative).toBeCloseTo(schedule.value.cost.total, 1);
        expect(curve.value.every(({ cost }) => cost >= 0)).toBe(true);
      }),
    );
  });
});

describe('earned value', () => {
  it('follows the textbook', () => {
    const plan = planOf(
      [
        task('a', 16, { assignments, progress: { percentComplete: 100, actualCost: 20_000 } }),
        task('b', 16, {
          assignments,
          links: [link('a')],
          progress: { percentComplete: 25, actualCost: 4_000 },
        }),
        task('c', 8, { assignments, links: [link('b')] }),
      ],
      { resources },
    );
    expect(earnedValue(plan, '2026-03-04')).toMatchObject({
      value: {
        bac: 40_000,
        pv: 24_000,
        ev: 20_000,
        ac: 24_000,
        scheduleVariance: -4_000,
        costVariance: -4_000,
        spi: 0.8333,
        cpi: 0.8333,
        eac: 48_000,
        etc: 24_000,
        vac: -8_000,
        tcpi: 1.25,
      },
    });
    expect(earnedValue(plan, '2026-03-04T12:00')).toMatchObject({ value: { pv: 19_000 } });
    expect(earnedValue(plan, '2030-01-01')).toMatchObject({ value: { pv: 40_000 } });
  });

  it('has no indices before anything began, and refuses a date that is none', () => {
    const plan = planOf([task('a', 8, { assignments })], { resources });
    expect(earnedValue(plan, '2026-03-01')).toMatchObject({
      value: { spi: null, cpi: null, eac: null, pv: 0 },
    });
    expect(earnedValue(plan, 'now').ok).toBe(false);
  });
});

describe('PERT', () => {
  const chain = planOf([
    task('a', points(8, 16, 48)),
    task('b', points(8, 8, 8), { links: [link('a')] }),
    task('c', points(4, 4, 4)),
  ]);

  it('adds means and variances along a path', () => {
    const result = pertOf(chain, ['2026-03-05', '2026-03-04', '2026-04-01']);
    expect(result).toMatchObject({
      value: {
        tasks: [
          { id: 'a', meanHours: 20, deviationHours: 6.6667 },
          { id: 'b', meanHours: 8, deviationHours: 0 },
          { id: 'c', meanHours: 4 },
        ],
        paths: [
          { tasks: ['a', 'b'], meanHours: 28, deviationHours: 6.6667, finish: '2026-03-05T13:00' },
          { tasks: ['c'], meanHours: 4 },
        ],
        dates: [{ criticalPath: 0.7257 }, { criticalPath: 0.2743 }, { criticalPath: 1 }],
      },
    });
    expect(result.ok && result.value.note.en).toContain('too high');
    expect(pertOf(chain, ['x']).ok).toBe(false);
  });

  it('counts only what the links of a path wait for', () => {
    const plan = planOf([
      task('a', points(20, 40, 60)),
      task('b', points(20, 80, 140), { links: [link('a', 'SS', 8)] }),
      task('c', points(1, 1, 7), { links: [link('b', 'FF', 8)] }),
    ]);
    expect(pertOf(plan)).toMatchObject({
      value: { paths: [{ tasks: ['a', 'b', 'c'], meanHours: 96, deviationHours: 20 }] },
    });
  });

  it('multiplies the chances of parallel paths', () => {
    const plan = planOf([task('a', points(8, 16, 24)), task('b', points(8, 16, 24))]);
    expect(pertOf(plan, ['2026-03-03'])).toMatchObject({
      value: { dates: [{ criticalPath: 0.5, allPaths: 0.25 }] },
    });
  });
});

describe('what if', () => {
  it('tells what changed', () => {
    const before = planOf([task('a', 16, { assignments }), task('b', 8), task('old', 1)], { resources });
    const after = planOf([task('a', 4, { assignments }), task('b', 8), task('new', 0)], { resources });
    expect(comparePlans(before, after)).toMatchObject({
      ok: true,
      value: {
        hoursChange: -8,
        costChange: -12_000,
        added: ['new'],
        removed: ['old'],
        becameCritical: ['b'],
        noLongerCritical: ['a'],
        changed: [
          { id: 'a', finishBefore: '2026-03-03T18:00', finishAfter: '2026-03-02T13:00', floatChangeHours: 4 },
          { id: 'b', floatChangeHours: -8 },
        ],
      },
    });
    expect(comparePlans(before, before)).toMatchObject({ value: { hoursChange: 0, changed: [] } });
    expect(comparePlans(before, planOf([])).ok).toBe(false);
    expect(comparePlans(planOf([]), before).ok).toBe(false);
  });
});
