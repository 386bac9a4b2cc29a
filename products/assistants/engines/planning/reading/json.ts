import { Compile } from 'typebox/compile';
import { done, type Fault, failed, fault, type Result } from '../fault.ts';
import type { Calendar, DaySpan, Link, Plan, RiskEvent, Task, ThreePoints } from '../plan.ts';
import { parseHours } from './day-hours.rules.ts';
import { PlanFile } from './plan-file.ts';
import { parsePredecessor } from './predecessors.ts';

/** Characters of a file. */
export const mostText = 20_000_000;

const planFile = Compile(PlanFile);

const reasons: Readonly<Record<string, string>> = {
  required: 'не хватает поля',
  type: 'значение не того типа',
  additionalProperties: 'лишнее поле',
};

type TaskFile = PlanFile['tasks'][number];
type CalendarFile = NonNullable<PlanFile['calendars']>[number];
type RiskFile = NonNullable<PlanFile['risks']>[number];

/** Only what is there: an absent property is not an undefined one. */
function given<Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
}

function pointsOf(value: number | ThreePoints): ThreePoints {
  return typeof value === 'number' ? { optimistic: value, likely: value, pessimistic: value } : value;
}

function hoursOf(texts: readonly string[], at: string, faults: Fault[]): readonly DaySpan[] {
  return texts.flatMap((text) => {
    const span = parseHours(text);
    if (span !== undefined) return [span];
    faults.push(
      fault(
        'bad_hours',
        at,
        `«${text}» — не время вида 09:00-13:00.`,
        `"${text}" is no time like 09:00-13:00.`,
      ),
    );
    return [];
  });
}

function calendarOf(
  { id, name, week, exceptions = [] }: CalendarFile,
  at: string,
  faults: Fault[],
): Calendar {
  return {
    id,
    name: name ?? id,
    week: week.map((day) => hoursOf(day, at, faults)),
    exceptions: exceptions.map(({ from, to, hours = [], name: reason }) => ({
      from,
      to: to ?? from,
      hours: hoursOf(hours, at, faults),
      ...(reason === undefined ? {} : { name: reason }),
    })),
  };
}

function linkOf(
  link: NonNullable<TaskFile['predecessors']>[number],
  at: string,
  faults: Fault[],
): readonly Link[] {
  if (typeof link !== 'string') {
    const { from, type = 'FS', lag = 0, lag_unit: lagUnit = 'days', elapsed } = link;
    return [{ from, type, lag, lagUnit, ...(elapsed === true ? { elapsed } : {}) }];
  }
  const parsed = parsePredecessor(link);
  if (parsed !== undefined) return [parsed];
  faults.push(
    fault(
      'bad_predecessor',
      at,
      `«${link}» — не связь вида 3FS+2d.`,
      `"${link}" is no predecessor like 3FS+2d.`,
    ),
  );
  return [];
}

function taskOf(task: TaskFile, at: string, faults: Fault[]): Task {
  const { percent_complete: percent, actual_cost: cost } = task;
  return {
    id: task.id,
    name: task.name ?? task.id,
    duration: pointsOf(task.duration ?? 0),
    unit: task.unit ?? 'days',
    links: (task.predecessors ?? []).flatMap((link) => linkOf(link, at, faults)),
    assignments: (task.assignments ?? []).map(({ resource, units = 1 }) => ({ resource, units })),
    ...(percent === undefined && cost === undefined
      ? {}
      : { progress: { percentComplete: percent ?? 0, actualCost: cost ?? 0 } }),
    ...given({
      distribution: task.distribution,
      calendar: task.calendar,
      fixedCost: task.fixed_cost,
      startNoEarlierThan: task.start_no_earlier_than,
      mustFinishBy: task.must_finish_by,
      group: task.group,
    }),
  };
}

function riskOf({ id, name, probability, impact, unit, distribution, cost, tasks }: RiskFile): RiskEvent {
  return {
    id,
    name: name ?? id,
    probability,
    impact: pointsOf(impact),
    unit: unit ?? 'days',
    tasks,
    ...given({ distribution, cost: cost === undefined ? undefined : pointsOf(cost) }),
  };
}

function planOf(file: PlanFile): Result<Plan> {
  const faults: Fault[] = [];
  const plan: Plan = {
    name: file.name ?? '',
    start: file.start,
    currency: file.currency ?? 'RUB',
    hoursPerDay: file.hours_per_day ?? 8,
    calendars: (file.calendars ?? []).map((each, at) => calendarOf(each, `/calendars/${at}`, faults)),
    resources: (file.resources ?? []).map(({ id, name, capacity = 1, rate = 0, calendar }) => ({
      id,
      name: name ?? id,
      capacity,
      rate,
      ...given({ calendar }),
    })),
    tasks: file.tasks.map((task, at) => taskOf(task, `/tasks/${at}/predecessors`, faults)),
    risks: (file.risks ?? []).map(riskOf),
    ...given({ calendar: file.calendar }),
  };
  return faults.length === 0 ? done(plan) : failed(...faults.slice(0, 500));
}

/** Reads a plan from a value of the JSON form (`PlanFile`). References are checked later, by `validatePlan`. */
export function readPlanValue(value: unknown): Result<Plan> {
  if (planFile.Check(value)) return planOf(value);
  // A field too many is told twice: as itself, against the schema "false", and by its object.
  const errors = [...planFile.Errors(value)].filter(({ keyword }) => keyword !== 'boolean').slice(0, 100);
  return failed(
    ...errors.map(({ instancePath, keyword, message }) =>
      fault(
        'bad_form',
        instancePath,
        `Не по форме: ${reasons[keyword] ?? 'неверное значение'}.`,
        `Not in the form: ${message}.`,
      ),
    ),
  );
}

/** Reads a plan from JSON text. */
export function readPlanJson(text: string): Result<Plan> {
  if (text.length > mostText) {
    return failed(fault('too_large', '/', 'Файл слишком велик.', 'The file is too large.'));
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return failed(fault('not_json', '/', 'Это не JSON.', 'This is not JSON.'));
  }
  return readPlanValue(value);
}
