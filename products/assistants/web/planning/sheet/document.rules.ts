import type { PlanFile } from '#products/assistants/engines/planning';
import { calendarFile, calendarRows } from './calendar-document.rules.ts';
import {
  assignmentsOf,
  assignmentsText,
  calledIn,
  type DecimalMark,
  numberText,
  predecessorParts,
  predecessorsText,
} from './cells.rules.ts';
import {
  filled,
  orNothing,
  pointsText,
  readDistribution,
  readNumber,
  readPoints,
  unknownOf,
  usualDistribution,
} from './file-values.rules.ts';
import { riskFile, riskRows } from './risk-document.rules.ts';
import type { CellFault, ResourceFile, ResourceRow, Sheet, TaskFile, TaskRow, Wrong } from './sheet.ts';

const planFields = [
  'name',
  'start',
  'currency',
  'hours_per_day',
  'calendar',
  'calendars',
  'resources',
  'tasks',
  'risks',
];

/** The table of a plan. */
export function sheetOf(plan: PlanFile, mark: DecimalMark): Sheet {
  const resources = (plan.resources ?? []).map(
    (origin): ResourceRow => ({
      id: origin.id,
      name: origin.name ?? origin.id,
      capacity: numberText(origin.capacity ?? 1, mark),
      rate: numberText(origin.rate ?? 0, mark),
      calendar: origin.calendar ?? '',
      origin,
    }),
  );
  return {
    name: plan.name ?? '',
    start: plan.start,
    currency: plan.currency ?? 'RUB',
    hoursPerDay: numberText(plan.hours_per_day ?? 8, mark),
    calendar: plan.calendar ?? '',
    calendars: calendarRows(plan.calendars ?? []),
    resources,
    tasks: plan.tasks.map(
      (origin, index): TaskRow => ({
        key: `task-${index}`,
        origin,
        id: origin.id,
        name: origin.name ?? origin.id,
        ...pointsText(origin.duration ?? 0, mark),
        unit: origin.unit ?? 'days',
        predecessors: predecessorsText(origin.predecessors, mark),
        resources: assignmentsText(origin.assignments, resources, mark),
        cost: numberText(origin.fixed_cost, mark),
        group: origin.group ?? '',
        earliest: origin.start_no_earlier_than ?? '',
        deadline: origin.must_finish_by ?? '',
        percent: numberText(origin.percent_complete, mark),
        actual: numberText(origin.actual_cost, mark),
        calendar: origin.calendar ?? '',
        distribution: origin.distribution ?? usualDistribution,
      }),
    ),
    risks: riskRows(plan.risks ?? [], mark),
    rest: unknownOf(plan, planFields),
  };
}

const taskFields = [
  'id',
  'name',
  'duration',
  'unit',
  'distribution',
  'predecessors',
  'assignments',
  'calendar',
  'fixed_cost',
  'start_no_earlier_than',
  'must_finish_by',
  'group',
  'percent_complete',
  'actual_cost',
];

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
    ...unknownOf(origin, taskFields),
    id: row.id.trim(),
    name: row.name.trim(),
    duration: readPoints(row, `${at}/duration`, wrong, origin?.duration) ?? 0,
    unit: row.unit,
    ...(links.length === 0 ? {} : { predecessors: links }),
    ...(team.length === 0 ? {} : { assignments: team }),
    ...filled({
      fixed_cost: readNumber(row.cost, `${at}/fixed_cost`, wrong, origin?.fixed_cost),
      group: orNothing(row.group),
      start_no_earlier_than: orNothing(row.earliest),
      must_finish_by: orNothing(row.deadline),
      percent_complete: readNumber(row.percent, `${at}/percent_complete`, wrong, origin?.percent_complete),
      actual_cost: readNumber(row.actual, `${at}/actual_cost`, wrong, origin?.actual_cost),
      distribution: readDistribution(row.distribution, origin?.distribution),
      calendar: orNothing(row.calendar),
    }),
  };
}

const resourceFields = ['id', 'name', 'capacity', 'rate', 'calendar'];

function resourceFileOf(row: ResourceRow, at: string, wrong: Wrong): ResourceFile {
  const { origin } = row;
  return {
    ...unknownOf(origin, resourceFields),
    id: row.id,
    name: row.name.trim(),
    capacity: readNumber(row.capacity, `${at}/capacity`, wrong, origin?.capacity) ?? 1,
    rate: readNumber(row.rate, `${at}/rate`, wrong, origin?.rate) ?? 0,
    ...filled({ calendar: orNothing(row.calendar) }),
  };
}

/** Which row stands at which place of a document. */
export interface DocumentRows {
  /** Keys of the tasks and risks, ids of the resources. */
  readonly tasks: readonly string[];
  readonly resources: readonly string[];
  readonly risks: readonly string[];
  readonly calendars: readonly { readonly key: string; readonly exceptions: readonly string[] }[];
}

export interface SheetDocument {
  readonly plan: PlanFile;
  /** While there are any, the plan is not what the person means. */
  readonly faults: readonly CellFault[];
  readonly rows: DocumentRows;
}

const keysOf = (rows: readonly { readonly key: string }[]): readonly string[] => rows.map(({ key }) => key);

/** The plan a table means. Rows keep their places, so that faults told by place lead back to them. */
export function documentOf(sheet: Sheet): SheetDocument {
  const faults: CellFault[] = [];
  const wrong: Wrong = (at, code, text) => {
    faults.push({ at, code, text: text.slice(0, 60) });
  };
  const calendars = sheet.calendars.map((row, at) => calendarFile(row, `/calendars/${at}`, wrong));
  const risks = sheet.risks.map((row, at) => riskFile(row, `/risks/${at}`, wrong));
  const plan: PlanFile = {
    ...sheet.rest,
    name: sheet.name.trim(),
    start: sheet.start.trim(),
    currency: sheet.currency.trim(),
    hours_per_day: readNumber(sheet.hoursPerDay, '/hours_per_day', wrong) ?? 8,
    resources: sheet.resources.map((row, at) => resourceFileOf(row, `/resources/${at}`, wrong)),
    tasks: sheet.tasks.map((row, at) => taskFileOf(row, `/tasks/${at}`, sheet, wrong)),
    ...filled({ calendar: orNothing(sheet.calendar) }),
    ...(calendars.length === 0 ? {} : { calendars }),
    ...(risks.length === 0 ? {} : { risks }),
  };
  return {
    plan,
    faults,
    rows: {
      tasks: keysOf(sheet.tasks),
      resources: sheet.resources.map(({ id }) => id),
      risks: keysOf(sheet.risks),
      calendars: sheet.calendars.map(({ key, exceptions }) => ({ key, exceptions: keysOf(exceptions) })),
    },
  };
}
