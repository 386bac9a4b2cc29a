import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastThroughput, type ThroughputForecast, type ThroughputQuestion } from './throughput.ts';

function forecast(question: Partial<ThroughputQuestion>): ThroughputForecast {
  const result = forecastThroughput({ history: [3], start: '2026-03-02', runs: 2_000, ...question });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

describe('a forecast from throughput', () => {
  it('is plain division when every week is the same', () => {
    const { when, howMany } = forecast({ items: 10, by: '2026-03-22' });
    expect(when).toMatchObject({ weeks: { p50: 4, p85: 4, p95: 4 }, dates: { p50: '2026-03-30' }, never: 0 });
    expect(howMany).toMatchObject({ weeks: 3, atLeast: { p50: 9, p85: 9, p95: 9 } });
  });

  it('counts the growth of the backlog', () => {
    expect(forecast({ items: 10, added: [1] }).when?.weeks.p50).toBe(5);
    expect(forecast({ items: 10, added: [3] }).when).toMatchObject({ weeks: { p50: null }, never: 1 });
    expect(forecast({ items: 0 }).when?.weeks.p95).toBe(0);
  });

  it('is more careful with more certainty and repeats itself', () => {
    const history = fc
      .array(fc.nat(9), { minLength: 1, maxLength: 12 })
      .filter((all) => all.some((n) => n > 0));
    fc.assert(
      fc.property(history, fc.nat(60), (weeks, items) => {
        const question = { history: weeks, items, by: '2026-05-01', runs: 300, seed: 4 };
        const { when, howMany } = forecast(question);
        const far = (value: number | null | undefined): number => value ?? 1_000;
        expect(far(when?.weeks.p50)).toBeLessThanOrEqual(far(when?.weeks.p85));
        expect(far(when?.weeks.p85)).toBeLessThanOrEqual(far(when?.weeks.p95));
        expect(howMany?.atLeast.p50).toBeGreaterThanOrEqual(howMany?.atLeast.p85 ?? 0);
        expect(forecast(question)).toEqual({ ...forecast(question) });
      }),
      { numRuns: 50 },
    );
  });

  it.each<readonly [string, Partial<ThroughputQuestion>]>([
    ['bad_history', { history: [] }],
    ['bad_history', { history: [1.5] }],
    ['bad_history', { added: [-1] }],
    ['empty_history', { history: [0, 0] }],
    ['bad_date', { start: '' }],
    ['bad_date', { by: '2026-02-01' }],
    ['bad_number', { items: -1 }],
    ['bad_options', { runs: 0 }],
    ['too_many', { history: new Array<number>(2_001).fill(1) }],
  ])('has the fault %s', (code, question) => {
    const result = forecastThroughput({ history: [3], start: '2026-03-02', ...question });
    expect(result).toMatchObject({ ok: false });
    expect(!result.ok && result.faults.map((each) => each.code)).toContain(`planning.${code}`);
  });
});
