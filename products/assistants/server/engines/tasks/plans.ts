import type { Static } from 'typebox';
import {
  comparePlans as compare,
  costCurve,
  earnedValue,
  type Fault,
  forecastThroughput as forecast,
  type GanttRow,
  ganttChart,
  mermaidGantt,
  type Plan,
  readMspdi,
  readPlanCsv,
  readPlanJson,
  readPlanValue,
  type Schedule,
  type ScheduleOptions,
  schedulePlan as schedule,
  simulatePlan as simulate,
  type ThroughputQuestion,
  teamLoad,
  validatePlan,
  writeMspdi,
} from '#products/assistants/engines/planning';
import type * as contract from '../../../contract/index.ts';
import { planDocumentOf } from './plan-document.ts';
import { refusedPlan, worthOf } from './plan-faults.ts';
import type { Task } from './task.ts';
import { toWire } from './wire.ts';

type ReplyOf<Name extends 'readPlan' | 'writePlan'> = Static<(typeof contract)[Name]['reply']>;

/** Each fault once, in their order. */
function distinct(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.at} ${fault.code}`, fault])).values()];
}

function planOf(document: unknown, root = '/body/plan'): Plan {
  return worthOf(readPlanValue(document), root).value;
}

export interface ReadPlanInput {
  readonly text: string;
  readonly format?: 'json' | 'csv' | 'mspdi' | undefined;
  readonly start?: string | undefined;
  readonly name?: string | undefined;
}

function formatOf(text: string): NonNullable<ReadPlanInput['format']> {
  const [sign] = text.replace(/^\uFEFF/, '').trimStart();
  if (sign === '<') return 'mspdi';
  return sign === '{' ? 'json' : 'csv';
}

export const readPlan: Task<ReadPlanInput, ReplyOf<'readPlan'>> = ({
  text,
  format = formatOf(text),
  start = '',
  name = '',
}) => {
  const read =
    format === 'json'
      ? readPlanJson(text)
      : format === 'csv'
        ? readPlanCsv(text, start, name)
        : readMspdi(text);
  const { value, warnings } = worthOf(read, '/body/text');
  const named = name === '' ? value : { ...value, name };
  return { plan: planDocumentOf(named), warnings: distinct([...warnings, ...validatePlan(named)]) };
};

/** Says how many tasks a plan has, once nothing is wrong with it. */
export const validatePlanDocument: Task<{ readonly plan: unknown }, { readonly tasks: number }> = ({
  plan,
}) => {
  const read = planOf(plan);
  const errors = validatePlan(read).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw refusedPlan(errors, '/body/plan');
  return { tasks: read.tasks.length };
};

export const writePlan: Task<{ readonly plan: unknown }, ReplyOf<'writePlan'>> = ({ plan }) => {
  const read = planOf(plan);
  worthOf(schedule(read));
  return { text: writeMspdi(read) };
};

interface Scheduling {
  readonly basis?: ScheduleOptions['basis'] | undefined;
  readonly levelling?: ScheduleOptions['levelling'] | undefined;
}

export interface ScheduleInput extends Scheduling {
  readonly plan: unknown;
  readonly by?: 'day' | 'week' | undefined;
  readonly status_date?: string | undefined;
}

const optionsOf = ({ basis = 'likely', levelling = 'none' }: Scheduling): ScheduleOptions => ({
  basis,
  levelling,
});

function presentSchedule({ axis: _axis, levelling, ...rest }: Schedule): Static<typeof contract.Schedule> {
  const wired = toWire(rest);
  return { ...wired, levelling: levelling === undefined ? null : toWire(levelling) };
}

function presentRow(row: GanttRow): Static<typeof contract.GanttRow> {
  return { ...toWire(row), group: row.group ?? null, deadline: row.deadline ?? null };
}

export const schedulePlan: Task<ScheduleInput, Static<typeof contract.PlanSchedule>> = ({
  plan: document,
  by = 'week',
  status_date: statusDate,
  ...scheduling
}) => {
  const plan = planOf(document);
  const options = optionsOf(scheduling);
  const made = worthOf(schedule(plan, options));
  const chart = worthOf(ganttChart(plan, options)).value;
  const load = worthOf(teamLoad(plan, { ...options, by })).value;
  const curve = worthOf(costCurve(plan, { ...options, by })).value;
  const earned =
    statusDate === undefined ? null : worthOf(earnedValue(plan, statusDate, options), '/body').value;
  return {
    schedule: presentSchedule(made.value),
    gantt: chart.rows.map(presentRow),
    mermaid: mermaidGantt(chart),
    load: toWire(load),
    cost_curve: toWire(curve),
    earned_value: earned === null ? null : toWire(earned),
    warnings: distinct(made.warnings),
  };
};

export interface SimulateInput {
  readonly plan: unknown;
  readonly runs?: number | undefined;
  readonly seed?: number | undefined;
  readonly correlation?: number | undefined;
  readonly bins?: number | undefined;
}

export const simulatePlan: Task<SimulateInput, Static<typeof contract.Simulation>> = ({
  plan: document,
  runs = 10_000,
  seed = 1,
  correlation = 0,
  bins = 30,
}) => {
  const { value, warnings } = worthOf(simulate(planOf(document), { runs, seed, correlation, bins }));
  return {
    ...toWire(value),
    tasks: value.tasks.map((task) => ({ ...toWire(task), on_time: task.onTime ?? null })),
    convergence: {
      standard_error_hours: value.convergence.standardErrorHours,
      p80_between: [...value.convergence.p80Between],
      settled: value.convergence.settled,
      note: value.convergence.note,
    },
    warnings: distinct(warnings),
  };
};

export interface ForecastInput {
  readonly history: readonly number[];
  readonly added?: readonly number[] | undefined;
  readonly start: string;
  readonly items?: number | undefined;
  readonly by?: string | undefined;
  readonly runs?: number | undefined;
  readonly seed?: number | undefined;
}

export const forecastThroughput: Task<ForecastInput, Static<typeof contract.ThroughputForecast>> = ({
  history,
  start,
  added,
  items,
  by,
  runs = 10_000,
  seed = 1,
}) => {
  const question: ThroughputQuestion = {
    history,
    start,
    runs,
    seed,
    ...(added === undefined ? {} : { added }),
    ...(items === undefined ? {} : { items }),
    ...(by === undefined ? {} : { by }),
  };
  const { weeksOfHistory, meanPerWeek, meanAddedPerWeek, when, howMany } = worthOf(
    forecast(question),
    '/body',
  ).value;
  return {
    weeks_of_history: weeksOfHistory,
    mean_per_week: meanPerWeek,
    mean_added_per_week: meanAddedPerWeek,
    when: when === undefined ? null : { ...when },
    how_many: howMany === undefined ? null : toWire(howMany),
  };
};

export interface CompareInput extends Scheduling {
  readonly before: unknown;
  readonly after: unknown;
}

export const comparePlans: Task<CompareInput, Static<typeof contract.PlanComparison>> = ({
  before,
  after,
  ...scheduling
}) => {
  const [old, fresh] = [planOf(before, '/body/before'), planOf(after, '/body/after')];
  const options = optionsOf(scheduling);
  // Each by itself first: a fault is told with the plan it is in.
  worthOf(schedule(old, options), '/body/before');
  worthOf(schedule(fresh, options), '/body/after');
  const { value, warnings } = worthOf(compare(old, fresh, options), '/body/after');
  return { ...toWire(value), warnings: distinct(warnings) };
};
