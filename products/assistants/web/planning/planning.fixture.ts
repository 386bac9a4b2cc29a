import type { PlanFile } from '#products/assistants/engines/planning';
import type {
  GanttRow,
  PlanSchedule,
  SavedPlanDetail,
  ScheduledTask,
  Simulation,
} from '../../contract/index.ts';

export const planId = '01900000-0000-7000-8000-000000000001';

export const plan: PlanFile = {
  name: 'Launch',
  start: '2026-03-02',
  currency: 'RUB',
  hours_per_day: 8,
  resources: [{ id: 'dev', name: 'Developer', capacity: 1, rate: 1_000 }],
  tasks: [
    { id: '1', name: 'Analysis', duration: { optimistic: 2, likely: 3, pessimistic: 7 }, unit: 'days' },
    {
      id: '2',
      name: 'Development',
      duration: 5,
      unit: 'days',
      predecessors: ['1FS+1d'],
      assignments: [{ resource: 'dev', units: 1 }],
    },
  ],
};

export const saved: SavedPlanDetail = {
  id: planId,
  name: 'Launch',
  version: 3,
  tasks: 2,
  author_id: null,
  created_at: '2026-02-01T10:00:00.000Z',
  updated_at: '2026-02-02T10:00:00.000Z',
  plan,
};

const moments = {
  '1': ['2026-03-02T09:00', '2026-03-04T18:00'],
  '2': ['2026-03-06T09:00', '2026-03-12T18:00'],
} as const;

function rowOf(id: '1' | '2', name: string): GanttRow {
  const [start, finish] = moments[id];
  return {
    id,
    name,
    group: null,
    start,
    finish,
    milestone: false,
    critical: id === '2',
    late: false,
    total_float_hours: id === '2' ? 0 : 8,
    percent_complete: 0,
    resources: id === '2' ? ['Developer'] : [],
    deadline: null,
    links: id === '2' ? [{ from: '1', type: 'FS' }] : [],
  };
}

function taskOf(row: GanttRow): ScheduledTask {
  const { id, name, start, finish, critical, late, total_float_hours } = row;
  return {
    id,
    name,
    duration_hours: id === '1' ? 24 : 40,
    early_start: start,
    early_finish: finish,
    late_start: start,
    late_finish: finish,
    total_float_hours,
    free_float_hours: 0,
    critical,
    start,
    finish,
    delay_hours: 0,
    late,
  };
}

const gantt = [rowOf('1', 'Analysis'), rowOf('2', 'Development')];

/** What the server computes of `plan`. */
export const computed: PlanSchedule = {
  schedule: {
    basis: 'likely',
    start: '2026-03-02T09:00',
    finish: '2026-03-12T18:00',
    duration_hours: 72,
    tasks: gantt.map(taskOf),
    critical_paths: [['2']],
    cost: { labour: 40_000, fixed: 0, total: 40_000 },
    levelling: null,
  },
  gantt,
  mermaid: 'gantt\n',
  load: [
    {
      resource: 'dev',
      name: 'Developer',
      total_hours: 40,
      overload_hours: 8,
      cells: [
        { from: '2026-03-02T00:00', load_hours: 8, capacity_hours: 40, overloaded: false },
        { from: '2026-03-09T00:00', load_hours: 48, capacity_hours: 40, overloaded: true },
      ],
    },
  ],
  cost_curve: [],
  earned_value: null,
  warnings: [],
};

const spread = { p10: 60, p50: 72, p80: 84, p90: 92, p95: 96, mean: 74, deviation: 9 };

export const simulated: Simulation = {
  runs: 5_000,
  seed: 7,
  correlation: 0,
  finish: {
    p10: '2026-03-11T12:00',
    p50: '2026-03-12T18:00',
    p80: '2026-03-16T12:00',
    p90: '2026-03-17T12:00',
    p95: '2026-03-18T12:00',
  },
  hours: spread,
  cost: { p10: 1, p50: 2, p80: 3, p90: 4, p95: 5, mean: 2, deviation: 1 },
  planned: { finish: '2026-03-12T18:00', hours: 72, cost: 40_000, kept: 0.37 },
  contingency: { hours80: 12, hours90: 20, cost80: 1, cost90: 2 },
  finish_histogram: [
    { from: 50, to: 75, count: 3_000, from_date: '2026-03-10T09:00', to_date: '2026-03-13T09:00' },
    { from: 75, to: 100, count: 2_000, from_date: '2026-03-13T09:00', to_date: '2026-03-18T09:00' },
  ],
  cost_histogram: [{ from: 1, to: 5, count: 5_000 }],
  tasks: [
    {
      id: '1',
      mean_hours: 26,
      deviation_hours: 5,
      criticality: 0.4,
      cruciality: 0.3,
      sensitivity: 0.1,
      on_time: null,
    },
    {
      id: '2',
      mean_hours: 40,
      deviation_hours: 0,
      criticality: 1,
      cruciality: 0.9,
      sensitivity: 0.5,
      on_time: null,
    },
  ],
  risks: [],
  convergence: {
    standard_error_hours: 0.1,
    p80_between: [83, 85],
    settled: true,
    note: { ru: 'Достаточно.', en: 'Enough runs.' },
  },
  warnings: [],
};
