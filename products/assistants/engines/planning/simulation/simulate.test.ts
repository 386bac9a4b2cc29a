import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { link, planOf, points, sixDays, task, tasksOf } from '../plan.fixture.ts';
import type { DistributionName, Plan } from '../plan.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { betaQuantiles, deviationOf, meanOf } from './distributions.rules.ts';
import { normalProbability, normalQuantile } from './normal.rules.ts';
import { createRandom } from './random.ts';
import { createDraw } from './samplers.ts';
import { simulatePlan } from './simulate.ts';
import type { Simulation, SimulationOptions } from './simulation.ts';
import { histogram, momentsOf, percentile } from './statistics.rules.ts';

function simulated(plan: Plan, options: SimulationOptions = {}): Simulation {
  const result = simulatePlan(plan, options);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

const names: readonly DistributionName[] = ['beta_pert', 'triangular', 'lognormal'];

describe('statistics', () => {
  it('interpolate between ranks (type 7)', () => {
    expect(percentile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(percentile([1, 2, 3, 4, 10], 0.9)).toBeCloseTo(7.6, 12);
    expect(percentile([5], 0.95)).toBe(5);
    expect(momentsOf([1, 2, 3, 4])).toMatchObject({ mean: 2.5 });
  });

  it('count every value into one bin', () => {
    const bins = histogram([1, 2, 2, 3, 11], 5);
    expect(bins.map(({ count }) => count)).toEqual([3, 1, 0, 0, 1]);
    expect(histogram([4, 4], 5)).toEqual([{ from: 4, to: 4, count: 2 }]);
  });

  it('know the normal distribution', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232, 6);
    expect(normalProbability(1.959964)).toBeCloseTo(0.975, 6);
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (share) => {
        expect(normalProbability(normalQuantile(share))).toBeCloseTo(share, 6);
      }),
    );
  });

  it('know the quantiles of a beta distribution', () => {
    // Beta(3, 3) is symmetric; its 10 % quantile is known.
    const table = betaQuantiles(3);
    expect(table[512]).toBeCloseTo(0.5, 4);
    expect(percentile(table, 0.1)).toBeCloseTo(0.2466, 3);
    expect([table[0], table[1024]]).toEqual([0, 1]);
  });
});

describe('drawing', () => {
  it.each(names)('%s has its mean and deviation within its range', (distribution) => {
    const estimates = [points(2, 4, 12), points(1, 1, 3), points(3, 9, 9)].map((each) => ({
      points: each,
      distribution,
    }));
    const draw = createDraw(estimates, createRandom(5));
    const runs = Array.from({ length: 40_000 }, () => {
      const into = new Float64Array(3);
      draw(into);
      return into;
    });
    for (const [at, { points: each }] of estimates.entries()) {
      const values = runs.map((run) => run[at] ?? 0);
      const { mean, deviation } = momentsOf(values);
      const wanted = deviationOf(each, distribution);
      expect(Math.abs(mean - meanOf(each, distribution))).toBeLessThan(wanted * 0.03);
      expect(Math.abs(deviation - wanted)).toBeLessThan(wanted * 0.04);
      if (distribution === 'lognormal') expect(Math.min(...values)).toBeGreaterThan(0);
      else {
        expect(Math.min(...values)).toBeGreaterThanOrEqual(each.optimistic);
        expect(Math.max(...values)).toBeLessThanOrEqual(each.pessimistic);
      }
    }
  });

  it.each([0, 0.5, 0.9])('correlates by %f', (correlation) => {
    const estimate = { points: points(2, 7, 12) };
    const draw = createDraw([estimate, estimate], createRandom(3), correlation);
    let [sum, left, right] = [0, 0, 0];
    for (let run = 0; run < 20_000; run += 1) {
      const into = new Float64Array(2);
      draw(into);
      const [a, b] = [(into[0] ?? 0) - 7, (into[1] ?? 0) - 7];
      sum += a * b;
      left += a * a;
      right += b * b;
    }
    expect(Math.abs(sum / Math.sqrt(left * right) - correlation)).toBeLessThan(0.03);
  });

  it('gives even numbers between 0 and 1', () => {
    const random = createRandom(0);
    const counts = new Array<number>(10).fill(0);
    for (let at = 0; at < 50_000; at += 1) {
      const bin = Math.floor(random() * 10);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    // Chi-square with nine degrees of freedom: 27.9 is exceeded once in a thousand seeds.
    expect(counts.reduce((sum, count) => sum + (count - 5_000) ** 2 / 5_000, 0)).toBeLessThan(27.9);
  });
});

describe('a simulation', () => {
  const chain = [
    task('a', points(8, 16, 48)),
    task('b', points(4, 8, 12), { links: [link('a')] }),
    task('c', points(16, 24, 80), { links: [link('b')] }),
  ];

  it.each(names)('of a chain has the sum of the means: %s', (distribution) => {
    const tasks = chain.map((each) => ({ ...each, distribution }));
    const { hours } = simulated(planOf(tasks), { runs: 20_000 });
    const mean = tasks.reduce((sum, { duration }) => sum + meanOf(duration, distribution), 0);
    const variance = tasks.reduce((sum, { duration }) => sum + deviationOf(duration, distribution) ** 2, 0);
    expect(Math.abs(hours.mean - mean)).toBeLessThan(0.3);
    expect(Math.abs(hours.deviation - Math.sqrt(variance))).toBeLessThan(0.3);
  });

  it('repeats exactly by seed and differs by another', () => {
    const plan = planOf(chain);
    expect(simulated(plan, { runs: 300, seed: 9 })).toEqual(simulated(plan, { runs: 300, seed: 9 }));
    expect(simulated(plan, { runs: 300, seed: 9 }).hours).not.toEqual(
      simulated(plan, { runs: 300, seed: 10 }).hours,
    );
  });

  it('orders its percentiles, counts every run, keeps its indices in range', () => {
    fc.assert(
      fc.property(tasksOf(1, 8, false), fc.constantFrom(0, 0.6), (tasks, correlation) => {
        const result = simulated(planOf(tasks), { runs: 200, correlation });
        for (const { p10, p50, p80, p90, p95 } of [result.hours, result.cost]) {
          expect([p10, p50, p80, p90, p95]).toEqual([p10, p50, p80, p90, p95].toSorted((a, b) => a - b));
        }
        expect(result.finish.p50 <= result.finish.p80 && result.finish.p80 <= result.finish.p95).toBe(true);
        expect(result.finishHistogram.reduce((sum, { count }) => sum + count, 0)).toBe(200);
        expect(result.tasks.some(({ criticality }) => criticality > 0)).toBe(true);
        for (const { criticality, cruciality } of result.tasks) {
          expect(criticality).toBeLessThanOrEqual(1);
          expect(Math.abs(cruciality)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['one calendar', {}],
    ['several calendars', { calendars: [sixDays] }],
  ])('without spread is the critical path: %s', (_, more) => {
    fc.assert(
      fc.property(tasksOf(1, 10), (tasks) => {
        const mixed = tasks.map((each, at) =>
          'calendars' in more && at % 2 ? { ...each, calendar: 'six' } : each,
        );
        const plan = planOf(mixed, more);
        const schedule = schedulePlan(plan);
        const result = simulated(plan, { runs: 3 });
        expect(schedule.ok && schedule.value.finish).toBe(result.finish.p10);
        expect(result.finish.p95).toBe(result.finish.p10);
        expect(result.planned.kept).toBe(1);
        if (schedule.ok && !('calendars' in more)) {
          expect(result.tasks.map(({ criticality }) => criticality === 1)).toEqual(
            schedule.value.tasks.map(({ critical }) => critical),
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it('plays risks as often as they are probable and leaves the luck of durations alone', () => {
    const resources = [{ id: 'r', name: 'r', capacity: 1, rate: 100 }];
    const tasks = chain.map((each) => ({ ...each, assignments: [{ resource: 'r', units: 1 }] }));
    const risk = {
      id: 'late',
      name: 'late',
      probability: 0.3,
      impact: points(10),
      unit: 'hours' as const,
      cost: points(5_000),
      tasks: ['b', 'b'],
    };
    const calm = simulated(planOf(tasks, { resources }), { runs: 20_000 });
    const risky = simulated(planOf(tasks, { resources, risks: [risk] }), { runs: 20_000 });
    expect(risky.risks[0]).toMatchObject({ id: 'late', expectedDelayHours: 3, expectedCost: 1_500 });
    expect(Math.abs((risky.risks[0]?.share ?? 0) - 0.3)).toBeLessThan(0.01);
    expect(risky.hours.mean - calm.hours.mean).toBeCloseTo(10 * (risky.risks[0]?.share ?? 0), 2);
    expect(risky.cost.mean - calm.cost.mean).toBeCloseTo(6_000 * (risky.risks[0]?.share ?? 0), 0);
    expect(risky.contingency.hours80).toBeGreaterThan(calm.contingency.hours80);
  });

  it('lets an opportunity shorten a task, never below nothing', () => {
    const risks = [
      { id: 'o', name: 'o', probability: 1, impact: points(-9), unit: 'hours' as const, tasks: ['a'] },
    ];
    expect(simulated(planOf([task('a', 12)], { risks }), { runs: 5 }).hours.p50).toBe(3);
    expect(simulated(planOf([task('a', 4)], { risks }), { runs: 5 }).hours.p50).toBe(0);
  });

  it('shares criticality between parallel tasks and finds the one that matters', () => {
    const plan = planOf([
      task('a', points(8, 16, 24)),
      task('b', points(8, 16, 24)),
      task('c', points(1, 2, 3)),
    ]);
    const [a, b, c] = simulated(plan, { runs: 20_000 }).tasks;
    expect(Math.abs((a?.criticality ?? 0) - 0.5)).toBeLessThan(0.02);
    expect((a?.criticality ?? 0) + (b?.criticality ?? 0)).toBeCloseTo(1, 3);
    expect(c).toMatchObject({ criticality: 0, sensitivity: 0 });
    expect(a?.cruciality).toBeGreaterThan(0.5);
    expect(Math.abs(c?.cruciality ?? 1)).toBeLessThan(0.03);
  });

  it('says how often a date is kept and whether there were enough runs', () => {
    const plan = planOf([task('a', points(8, 16, 24), { mustFinishBy: '2026-03-03' })]);
    const few = simulated(plan, { runs: 20 });
    expect(few.convergence.settled).toBe(false);
    const many = simulated(plan);
    expect(Math.abs((many.tasks[0]?.onTime ?? 0) - 0.5)).toBeLessThan(0.02);
    expect(many.convergence).toMatchObject({ settled: true });
    expect(many.convergence.note.ru).toContain('P80');
  });

  it.each([{ runs: 0 }, { runs: 1.5 }, { correlation: 1 }, { bins: 0 }, { seed: 0.5 }, { runs: 2_000_000 }])(
    'refuses %o',
    (options) => {
      expect(simulatePlan(planOf(chain), options)).toMatchObject({
        ok: false,
        faults: [{ code: 'planning.bad_options' }],
      });
    },
  );
});
