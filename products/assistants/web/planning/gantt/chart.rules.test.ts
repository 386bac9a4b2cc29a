import { describe, expect, it } from 'vitest';
import type { GanttRow, ScheduledTask } from '../../../contract/index.ts';
import {
  dayMinutes,
  fittingZoom,
  linesOf,
  linkPaths,
  scaleOf,
  ticksOf,
  unitsOf,
  weekendsOf,
  xOf,
} from './chart.rules.ts';

const row = (id: string, start: string, finish: string, more: Partial<GanttRow> = {}): GanttRow => ({
  id,
  name: id,
  group: null,
  start,
  finish,
  milestone: false,
  critical: false,
  late: false,
  total_float_hours: 0,
  percent_complete: 0,
  resources: [],
  deadline: null,
  links: [],
  ...more,
});
const task = (id: string, lateFinish: string): ScheduledTask => ({
  id,
  name: id,
  duration_hours: 8,
  early_start: '',
  early_finish: '',
  late_start: '',
  late_finish: lateFinish,
  total_float_hours: 8,
  free_float_hours: 0,
  critical: false,
  start: '',
  finish: '',
  delay_hours: 0,
  late: false,
});
const rows = [
  row('a', '2026-03-02T09:00', '2026-03-04T18:00', { group: 'Design' }),
  row('b', '2026-03-05T09:00', '2026-03-06T18:00', { group: 'Design', links: [{ from: 'a', type: 'FS' }] }),
  row('c', '2026-03-09T09:00', '2026-03-20T18:00', { links: [{ from: 'b', type: 'SS' }] }),
];

describe('lines', () => {
  it('a phase stands above its tasks and spans them', () => {
    const lines = linesOf(rows, [task('b', '2026-03-10T18:00')]);
    expect(lines.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'phase Design',
      'task a',
      'task b',
      'task c',
    ]);
    expect(lines[0]).toMatchObject({ from: lines[1]?.from, to: lines[2]?.to });
    const slack = lines[2]?.kind === 'task' ? lines[2].slackTo - lines[2].to : 0;
    expect(slack).toBe(4 * dayMinutes);
  });
});

describe('the scale', () => {
  const lines = linesOf(rows, []);
  const scale = scaleOf(lines, 26);

  it('holds everything', () => {
    for (const { from, to } of lines) {
      expect(xOf(scale, from)).toBeGreaterThanOrEqual(0);
      expect(xOf(scale, to)).toBeLessThanOrEqual(scale.width);
    }
    expect(scaleOf(lines, 26, 4_000).width).toBeGreaterThanOrEqual(4_000);
    expect(scaleOf(lines, fittingZoom(lines, 300)).width).toBeLessThanOrEqual(300);
  });

  it('is covered by its ticks without holes', () => {
    for (const unit of ['day', 'week', 'month', 'quarter', 'year'] as const) {
      const ticks = ticksOf(scale, unit);
      expect(ticks[0]?.from).toBe(scale.from);
      expect(ticks.at(-1)?.to).toBe(scale.to);
      for (const [at, { from }] of ticks.entries()) if (at > 0) expect(from).toBe(ticks[at - 1]?.to);
    }
    expect(ticksOf(scaleOf(lines, 0.5, 2_000), 'quarter').length).toBeGreaterThan(10);
    expect(unitsOf(0.5)).toEqual({ major: 'year', minor: 'quarter' });
  });

  it('knows the weekends', () => {
    expect(weekendsOf(scale).map(({ from }) => new Date(from * 60_000).getUTCDay())).toEqual(
      weekendsOf(scale).map((_each, at) => (at === 0 ? 0 : 6)),
    );
    expect(weekendsOf(scaleOf(lines, 1))).toEqual([]);
  });

  it('draws each link, and none from what is not there', () => {
    expect(linkPaths(lines, scale).map(({ key }) => key)).toEqual(['a-b-0', 'b-c-0']);
    expect(linkPaths(linesOf(rows.slice(1), []), scale).map(({ key }) => key)).toEqual(['b-c-0']);
  });
});
