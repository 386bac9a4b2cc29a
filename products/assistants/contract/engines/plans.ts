import { type Static, Type } from 'typebox';
import { defineRoute, Nullable } from '#platform/contract';
import type { PlanFile } from '#products/assistants/engines/planning';
import { engineRefusals, heavyWork, useEngines, Words } from './shapes.ts';

/** A plan in its JSON form (`PlanFile` of the planning engine); what is wrong with it is told with its place. */
export const PlanDocument = Type.Unsafe<PlanFile>(Type.Object({}, { additionalProperties: true }));

export const planBody = 8 * 1_024 * 1_024;

/** Something wrong with a plan: `at` is a JSON pointer into it, or `line 3` of a table. */
export const PlanFault = Type.Object({
  code: Type.String(),
  severity: Type.Enum(['error', 'warning']),
  at: Type.String(),
  message: Words,
});

export type PlanFault = Static<typeof PlanFault>;

/** `assistants.plan_invalid` carries `faults`: `PlanFault[]`, and the same as `errors` with pointers into the body. */
const refusals = [...engineRefusals, 'assistants.plan_invalid'] as const;
const Warnings = Type.Array(PlanFault);
const hours = Type.Number();
const moment = Type.String({ description: 'Local time of the project: `2026-03-02T09:00`.' });

const scheduling = {
  basis: Type.Optional(Type.Enum(['likely', 'mean', 'optimistic', 'pessimistic'])),
  levelling: Type.Optional(Type.Enum(['none', 'min_lst', 'min_lft'])),
};

export const readPlan = defineRoute({
  method: 'POST',
  path: '/api/assistants/plans/read',
  name: 'assistants.read_plan',
  summary: 'A plan out of JSON, a CSV table or an MS Project XML file',
  ...useEngines,
  body: Type.Object({
    text: Type.String({ minLength: 1, maxLength: 4_000_000 }),
    /** By the look of the text when left out. */
    format: Type.Optional(Type.Enum(['json', 'csv', 'mspdi'])),
    /** Start of the project, for a table. */
    start: Type.Optional(Type.String({ maxLength: 30 })),
    name: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  reply: Type.Object({ plan: PlanDocument, warnings: Warnings }),
  bodyLimit: planBody,
  rateLimit: heavyWork,
  refusals: [...refusals],
});

export const writePlan = defineRoute({
  method: 'POST',
  path: '/api/assistants/plans/write',
  name: 'assistants.write_plan',
  summary: 'A plan as an MS Project XML file',
  ...useEngines,
  body: Type.Object({ plan: PlanDocument }),
  reply: Type.Object({ text: Type.String() }),
  bodyLimit: planBody,
  rateLimit: heavyWork,
  refusals: [...refusals],
});

const Cost = Type.Object({ labour: Type.Number(), fixed: Type.Number(), total: Type.Number() });

export const ScheduledTask = Type.Object({
  id: Type.String(),
  name: Type.String(),
  duration_hours: hours,
  early_start: moment,
  early_finish: moment,
  late_start: moment,
  late_finish: moment,
  total_float_hours: hours,
  free_float_hours: hours,
  critical: Type.Boolean(),
  start: moment,
  finish: moment,
  delay_hours: hours,
  late: Type.Boolean(),
});

export type ScheduledTask = Static<typeof ScheduledTask>;

export const Schedule = Type.Object({
  basis: Type.String(),
  start: moment,
  finish: moment,
  duration_hours: hours,
  tasks: Type.Array(ScheduledTask),
  critical_paths: Type.Array(Type.Array(Type.String())),
  cost: Cost,
  levelling: Nullable(Type.Object({ rule: Type.String(), finish_before: moment, delay_hours: hours })),
});

export type Schedule = Static<typeof Schedule>;

export const GanttRow = Type.Object({
  id: Type.String(),
  name: Type.String(),
  group: Nullable(Type.String()),
  start: moment,
  finish: moment,
  milestone: Type.Boolean(),
  critical: Type.Boolean(),
  late: Type.Boolean(),
  total_float_hours: hours,
  percent_complete: Type.Number(),
  resources: Type.Array(Type.String()),
  deadline: Nullable(moment),
  links: Type.Array(Type.Object({ from: Type.String(), type: Type.Enum(['FS', 'SS', 'FF', 'SF']) })),
});

export type GanttRow = Static<typeof GanttRow>;

export const ResourceLoad = Type.Object({
  resource: Type.String(),
  name: Type.String(),
  total_hours: hours,
  overload_hours: hours,
  cells: Type.Array(
    Type.Object({
      from: moment,
      load_hours: hours,
      capacity_hours: hours,
      overloaded: Type.Boolean(),
    }),
  ),
});

export type ResourceLoad = Static<typeof ResourceLoad>;

export const EarnedValue = Type.Object({
  status_date: moment,
  bac: Type.Number(),
  pv: Type.Number(),
  ev: Type.Number(),
  ac: Type.Number(),
  schedule_variance: Type.Number(),
  cost_variance: Type.Number(),
  spi: Nullable(Type.Number()),
  cpi: Nullable(Type.Number()),
  eac: Nullable(Type.Number()),
  etc: Nullable(Type.Number()),
  vac: Nullable(Type.Number()),
  tcpi: Nullable(Type.Number()),
});

export const PlanSchedule = Type.Object({
  schedule: Schedule,
  gantt: Type.Array(GanttRow),
  mermaid: Type.String(),
  load: Type.Array(ResourceLoad),
  cost_curve: Type.Array(Type.Object({ from: moment, cost: Type.Number(), cumulative: Type.Number() })),
  /** With a `status_date`. */
  earned_value: Nullable(EarnedValue),
  warnings: Warnings,
});

export type PlanSchedule = Static<typeof PlanSchedule>;

export const schedulePlan = defineRoute({
  method: 'POST',
  path: '/api/assistants/plans/schedule',
  name: 'assistants.schedule_plan',
  summary: 'Critical path, dates, floats, load and cost of a plan',
  ...useEngines,
  body: Type.Object({
    plan: PlanDocument,
    ...scheduling,
    /** Size of the cells of load and cost. */
    by: Type.Optional(Type.Enum(['day', 'week'])),
    status_date: Type.Optional(Type.String({ maxLength: 30 })),
  }),
  reply: PlanSchedule,
  bodyLimit: planBody,
  rateLimit: heavyWork,
  refusals: [...refusals],
});

const percentiles = {
  p10: Type.Number(),
  p50: Type.Number(),
  p80: Type.Number(),
  p90: Type.Number(),
  p95: Type.Number(),
};
const Spread = Type.Object({ ...percentiles, mean: Type.Number(), deviation: Type.Number() });
const bin = { from: Type.Number(), to: Type.Number(), count: Type.Integer() };

export const Simulation = Type.Object({
  runs: Type.Integer(),
  seed: Type.Integer(),
  correlation: Type.Number(),
  finish: Type.Object({ p10: moment, p50: moment, p80: moment, p90: moment, p95: moment }),
  hours: Spread,
  cost: Spread,
  planned: Type.Object({
    finish: moment,
    hours,
    cost: Type.Number(),
    kept: Type.Number({ description: 'Share of runs that keep the planned finish.' }),
  }),
  contingency: Type.Object({ hours80: hours, hours90: hours, cost80: Type.Number(), cost90: Type.Number() }),
  finish_histogram: Type.Array(Type.Object({ ...bin, from_date: moment, to_date: moment })),
  cost_histogram: Type.Array(Type.Object(bin)),
  tasks: Type.Array(
    Type.Object({
      id: Type.String(),
      mean_hours: hours,
      deviation_hours: hours,
      criticality: Type.Number(),
      cruciality: Type.Number(),
      sensitivity: Type.Number(),
      on_time: Nullable(Type.Number()),
    }),
  ),
  risks: Type.Array(
    Type.Object({
      id: Type.String(),
      share: Type.Number(),
      expected_delay_hours: hours,
      expected_cost: Type.Number(),
    }),
  ),
  convergence: Type.Object({
    standard_error_hours: hours,
    p80_between: Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }),
    settled: Type.Boolean(),
    note: Words,
  }),
  warnings: Warnings,
});

export type Simulation = Static<typeof Simulation>;

export const simulatePlan = defineRoute({
  method: 'POST',
  path: '/api/assistants/plans/simulate',
  name: 'assistants.simulate_plan',
  summary: 'Monte Carlo of a plan: finish and cost by certainty, tasks that decide',
  ...useEngines,
  body: Type.Object({
    plan: PlanDocument,
    runs: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
    correlation: Type.Optional(Type.Number({ minimum: 0, maximum: 0.95 })),
    bins: Type.Optional(Type.Integer({ minimum: 5, maximum: 200 })),
  }),
  reply: Simulation,
  bodyLimit: planBody,
  rateLimit: heavyWork,
  refusals: [...refusals],
});

const Counts = Type.Array(Type.Integer({ minimum: 0, maximum: 1_000_000 }), { minItems: 1, maxItems: 2_000 });
const Weeks = Nullable(Type.Integer());

export const ThroughputForecast = Type.Object({
  weeks_of_history: Type.Integer(),
  mean_per_week: Type.Number(),
  mean_added_per_week: Type.Number(),
  /** Null where `items` was not asked. */
  when: Nullable(
    Type.Object({
      items: Type.Integer(),
      /** Null: beyond ten years. */
      weeks: Type.Object({ p50: Weeks, p85: Weeks, p95: Weeks }),
      dates: Type.Object({ p50: Nullable(moment), p85: Nullable(moment), p95: Nullable(moment) }),
      never: Type.Number(),
    }),
  ),
  /** Null where `by` was not asked. */
  how_many: Nullable(
    Type.Object({
      by: moment,
      weeks: Type.Integer(),
      at_least: Type.Object({ p50: Type.Integer(), p85: Type.Integer(), p95: Type.Integer() }),
    }),
  ),
});

export type ThroughputForecast = Static<typeof ThroughputForecast>;

export const forecastThroughput = defineRoute({
  method: 'POST',
  path: '/api/assistants/plans/forecast',
  name: 'assistants.forecast_throughput',
  summary: 'When items are finished, or how many by a day, from what past weeks finished',
  ...useEngines,
  body: Type.Object({
    history: Counts,
    added: Type.Optional(Counts),
    start: Type.String({ maxLength: 30 }),
    items: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
    by: Type.Optional(Type.String({ maxLength: 30 })),
    runs: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000 })),
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
  }),
  reply: ThroughputForecast,
  rateLimit: heavyWork,
  refusals: [...refusals],
});

export const PlanComparison = Type.Object({
  finish_before: moment,
  finish_after: moment,
  hours_change: hours,
  cost_before: Type.Number(),
  cost_after: Type.Number(),
  cost_change: Type.Number(),
  added: Type.Array(Type.String()),
  removed: Type.Array(Type.String()),
  became_critical: Type.Array(Type.String()),
  no_longer_critical: Type.Array(Type.String()),
  changed: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      start_before: moment,
      start_after: moment,
      finish_before: moment,
      finish_after: moment,
      float_change_hours: hours,
    }),
  ),
  warnings: Warnings,
});

export type PlanComparison = Static<typeof PlanComparison>;

export const comparePlans = defineRoute({
  method: 'POST',
  path: '/api/assistants/plans/compare',
  name: 'assistants.compare_plans',
  summary: 'What differs between two versions of a plan',
  ...useEngines,
  body: Type.Object({ before: PlanDocument, after: PlanDocument, ...scheduling }),
  reply: PlanComparison,
  bodyLimit: 2 * planBody,
  rateLimit: heavyWork,
  refusals: [...refusals],
});
