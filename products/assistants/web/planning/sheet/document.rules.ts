import type { PlanFile } from '#products/assistants/engines/planning';
import {
  assignmentsOf,
  assignmentsText,
  calledIn,
  type DecimalMark,
  numberOf,
  numberText,
  predecessorParts,
  predecessorsText,
} from './cells.rules.ts';
import type { CellFault, ResourceFile, ResourceRow, Sheet, TaskFile, TaskRow } from './sheet.ts';

function pointsText(duration: TaskFile['duration'], mark: DecimalMark) {
  if (duration === undefined || typeof duration === 'number') {
    return { optimistic: '', likely: numberText(duration ?? 0, mark), pessimistic: '' };
  }
  const { optimistic, likely, pessimistic } = duration;
  return {
    optimistic: numberText(optimistic, mark),
    likely: numberText(likely, mark),
    pessimistic: numberText(pessimistic, mark),
  };
}

/** The table of a plan. */
export function sheetOf(plan: PlanFile, mark: DecimalMark): Sheet {
  const resources = (plan.resources ?? []).map(
    (origin): ResourceRow => ({
      id: origin.id,
      name: origin.name ?? origin.id,
      capacity: numberText(origin.capacity ?? 1, mark),
      rate: numberText(origin.rate ?? 0, mark),
      origin,
    }),
  );
  const { calendar, calendars, risks } = plan;
  return {
    name: plan.name ?? '',
    start: plan.start,
    currency: plan.currency ?? 'RUB',
    hoursPerDay: numberText(plan.hours_per_day ?? 8, mark),
    resources,
    tasks: plan.tasks.map(
      (origin, index): TaskRow => ({
        key: `task-${index}`,
        origin,
        id: origin.id,
        name: origin.name ?? origin.id,
        ...pointsText(origin.duration, mark),
        unit: origin.unit ?? 'days',
        predecessors: predecessorsText(origin.predecessors, mark),
        resources: assignmentsText(origin.assignments, resources, mark),
        cost: numberText(origin.fixed_cost, mark),
        group: origin.group ?? '',
        earliest: origin.start_no_earlier_than ?? '',
        deadline: origin.must_finish_by ?? '',
        percent: numberText(origin.percent_complete, mark),
      }),
    ),
    rest: {
      ...(calendar === undefined ? {} : { calendar }),
      ...(calendars === undefined ? {} : { calendars }),
      ...(risks === undefined ? {} : { risks }),
    },
  };
}

type Wrong = (at: string, code: CellFault['code'], text: string) => void;

function readNumber(text: string, at: string, wrong: Wrong): number | undefined {
  const value = numberOf(text);
  if (!Number.isNaN(value)) return value;
  wrong(at, 'number', text);
  return undefined;
}

function durationOf(row: TaskRow, at: string, wrong: Wrong): TaskFile['duration'] {
  const optimistic = readNumber(row.optimistic, `${at}/duration/optimistic`, wrong);
  const likely = readNumber(row.likely, `${at}/duration/likely`, wrong);
  const pessimistic = readNumber(row.pessimistic, `${at}/duration/pessimistic`, wrong);
  if (optimistic === undefined && pessimistic === undefined) return likely ?? 0;
  const middle = likely ?? optimistic ?? pessimistic ?? 0;
  const points = { optimistic: optimistic ?? middle, likely: middle, pessimistic: pessimistic ?? middle };
  return points.optimistic === points.likely && points.likely === points.pessimistic ? middle : points;
}

/** Only what has a value. */
function filled<Value extends object>(
  value: Value,
): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof Value]?: Exclude<Value[Key], undefined>;
  };
}

const orNothing = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

function taskFileOf(row: TaskRow, at: string, sheet: Sheet, wrong: Wrong): TaskFile {
  const { origin } = row;
  // What was read and not typed over stays as it was, whatever its text would be read as.
  const sameLinks = [',', '.'].some(
    (mark) => row.predecessors === predecessorsText(origin?.predecessors, mark === ',' ? ',' : '.'),
  );
  const sameTeam = [',', '.'].some(
    (mark) =>
      row.resources === assignmentsText(origin?.assignments, sheet.resources, mark === ',' ? ',' : '.'),
  );
  const links = sameLinks ? (origin?.predecessors ?? []) : predecessorParts(row.predecessors);
  const called = calledIn(row.resources, sheet.resources);
  if (!sameTeam) {
    for (const { id, call } of called) if (id === undefined) wrong(`${at}/assignments`, 'resource', call);
  }
  const team = sameTeam ? (origin?.assignments ?? []) : assignmentsOf(called);
  return {
    id: row.id.trim(),
    name: row.name.trim(),
    duration: durationOf(row, at, wrong) ?? 0,
    unit: row.unit,
    ...(links.length === 0 ? {} : { predecessors: links }),
    ...(team.length === 0 ? {} : { assignments: team }),
    ...filled({
      fixed_cost: readNumber(row.cost, `${at}/fixed_cost`, wrong),
      group: orNothing(row.group),
      start_no_earlier_than: orNothing(row.earliest),
      must_finish_by: orNothing(row.deadline),
      percent_complete: readNumber(row.percent, `${at}/percent_complete`, wrong),
      actual_cost: origin?.actual_cost,
      distribution: origin?.distribution,
      calendar: origin?.calendar,
    }),
  };
}

function resourceFileOf(row: ResourceRow, at: string, wrong: Wrong): ResourceFile {
  const { origin } = row;
  return {
    id: row.id,
    name: row.name.trim(),
    capacity: readNumber(row.capacity, `${at}/capacity`, wrong) ?? 1,
    rate: readNumber(row.rate, `${at}/rate`, wrong) ?? 0,
    ...(origin?.calendar === undefined ? {} : { calendar: origin.calendar }),
  };
}

export interface SheetDocument {
  readonly plan: PlanFile;
  /** While there are any, the plan is not what the person means. */
  readonly faults: readonly CellFault[];
  /** Keys of the tasks and ids of the resources, in their places. */
  readonly rows: { readonly tasks: readonly string[]; readonly resources: readonly string[] };
}

/** The plan a table means. Rows keep their places, so that faults told by place lead back to them. */
export function documentOf(sheet: Sheet): SheetDocument {
  const faults: CellFault[] = [];
  const wrong: Wrong = (at, code, text) => {
    faults.push({ at, code, text: text.slice(0, 60) });
  };
  const plan: PlanFile = {
    name: sheet.name.trim(),
    start: sheet.start.trim(),
    currency: sheet.currency.trim(),
    hours_per_day: readNumber(sheet.hoursPerDay, '/hours_per_day', wrong) ?? 8,
    resources: sheet.resources.map((row, at) => resourceFileOf(row, `/resources/${at}`, wrong)),
    tasks: sheet.tasks.map((row, at) => taskFileOf(row, `/tasks/${at}`, sheet, wrong)),
    ...sheet.rest,
  };
  const rows = { tasks: sheet.tasks.map(({ key }) => key), resources: sheet.resources.map(({ id }) => id) };
  return { plan, faults, rows };
}
