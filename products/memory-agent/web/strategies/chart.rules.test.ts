import { describe, expect, it } from 'vitest';
import { chartOf } from './chart.rules.ts';

const days = (...rates: readonly (number | null)[]) =>
  rates.map((success_rate, index) => ({ day: `2026-05-0${index + 1}`, success_rate }));

describe('the chart of success', () => {
  it('draws from bottom (0) to top (1) over the width', () => {
    expect(chartOf(days(0, 1), 100, 50, 5)).toEqual({
      lines: ['M5 45L95 5'],
      dots: [],
      last: { x: 95, y: 5 },
    });
  });

  it('is interrupted by days without judgement; lonely days are dots', () => {
    const chart = chartOf(days(0.5, 0.5, null, 1, null, null, 0, 0), 100, 50, 0);
    expect(chart.lines).toHaveLength(2);
    expect(chart.dots).toEqual([{ x: 42.86, y: 0 }]);
  });

  it('takes nothing and a single day', () => {
    expect(chartOf([], 100, 50, 5)).toEqual({ lines: [], dots: [], last: null });
    expect(chartOf(days(0.5), 100, 50, 5)).toEqual({
      lines: [],
      dots: [{ x: 50, y: 25 }],
      last: { x: 50, y: 25 },
    });
  });
});
