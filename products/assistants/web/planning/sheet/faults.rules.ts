import type { DocumentRows } from './document.rules.ts';
import type { RiskCells, TaskColumn } from './sheet.ts';

/** Something wrong, in the person's words, at a place of the plan. */
export interface ToldFault {
  readonly at: string;
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

export interface RowFault extends ToldFault {
  readonly columns: readonly TaskColumn[];
}

export type HeadField = 'start' | 'hoursPerDay' | 'currency' | 'name' | 'calendar';
export type ResourceField = 'name' | 'capacity' | 'rate' | 'calendar';

export interface CalendarFault extends ToldFault {
  /** `week-2`, the key of an exception, or the calendar as a whole. */
  readonly part: string;
}

export interface RiskFault extends ToldFault {
  readonly fields: readonly (keyof RiskCells)[];
}

export interface PlacedFaults {
  /** By the key of the row. */
  readonly tasks: ReadonlyMap<string, readonly RowFault[]>;
  /** By the id of the resource. */
  readonly resources: ReadonlyMap<string, readonly (ToldFault & { readonly field: ResourceField })[]>;
  /** By the key of the row. */
  readonly calendars: ReadonlyMap<string, readonly CalendarFault[]>;
  readonly risks: ReadonlyMap<string, readonly RiskFault[]>;
  readonly head: ReadonlyMap<HeadField, ToldFault>;
  /** About the plan as a whole, or a part that has no place on the page. */
  readonly plan: readonly ToldFault[];
  readonly errors: number;
  readonly warnings: number;
}

const points: readonly TaskColumn[] = ['optimistic', 'likely', 'pessimistic'];

/** The engine names places by the plan it read, the form by the file: both are known here. */
const columnsOf: Readonly<Record<string, readonly TaskColumn[]>> = {
  id: ['id'],
  name: ['name'],
  duration: points,
  'duration/optimistic': ['optimistic'],
  'duration/likely': ['likely'],
  'duration/pessimistic': ['pessimistic'],
  unit: ['unit'],
  links: ['predecessors'],
  predecessors: ['predecessors'],
  assignments: ['resources'],
  fixedCost: ['cost'],
  fixed_cost: ['cost'],
  group: ['group'],
  startNoEarlierThan: ['earliest'],
  start_no_earlier_than: ['earliest'],
  mustFinishBy: ['deadline'],
  must_finish_by: ['deadline'],
  progress: ['percent'],
  percent_complete: ['percent'],
  actual_cost: ['actual'],
  calendar: ['calendar'],
  distribution: ['distribution'],
};

const impact = ['optimistic', 'likely', 'pessimistic'] as const;

const riskFields: Readonly<Record<string, readonly (keyof RiskCells)[]>> = {
  probability: ['probability'],
  impact,
  'impact/optimistic': ['optimistic'],
  'impact/likely': ['likely'],
  'impact/pessimistic': ['pessimistic'],
  cost: ['costOptimistic', 'costLikely', 'costPessimistic'],
  'cost/optimistic': ['costOptimistic'],
  'cost/likely': ['costLikely'],
  'cost/pessimistic': ['costPessimistic'],
  tasks: ['tasks'],
};

const headFields: Readonly<Record<string, HeadField>> = {
  '/start': 'start',
  '/hoursPerDay': 'hoursPerDay',
  '/hours_per_day': 'hoursPerDay',
  '/currency': 'currency',
  '/name': 'name',
  '/calendar': 'calendar',
};

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Faults of one document, with the rows it was made of: the table may have moved on since. */
export interface FaultsOf {
  readonly faults: readonly ToldFault[];
  readonly rows: DocumentRows;
}

const isResourceField = (name: string): name is ResourceField =>
  ['capacity', 'rate', 'calendar'].includes(name);

/** Leads faults to the rows and fields they are about. */
export function placeFaults(groups: readonly FaultsOf[]): PlacedFaults {
  const tasks = new Map<string, RowFault[]>();
  const resources = new Map<string, (ToldFault & { readonly field: ResourceField })[]>();
  const calendars = new Map<string, CalendarFault[]>();
  const risks = new Map<string, RiskFault[]>();
  const head = new Map<HeadField, ToldFault>();
  const plan: ToldFault[] = [];
  for (const { faults, rows } of groups) {
    for (const fault of faults) if (!placeRow(fault, rows)) placeElsewhere(fault);
  }
  function placeRow(fault: ToldFault, rows: DocumentRows): boolean {
    const [, list = '', number = '', first = '', second = ''] = fault.at.split('/');
    const at = number === '' ? -1 : Number(number);
    const [task, resource, risk] = [rows.tasks[at], rows.resources[at], rows.risks[at]];
    const calendar = rows.calendars[at];
    if (list === 'tasks' && task !== undefined) {
      const columns = columnsOf[`${first}/${second}`] ?? columnsOf[first] ?? ['id'];
      push(tasks, task, { ...fault, columns });
    } else if (list === 'resources' && resource !== undefined) {
      push(resources, resource, { ...fault, field: isResourceField(first) ? first : 'name' });
    } else if (list === 'risks' && risk !== undefined) {
      const fields = riskFields[`${first}/${second}`] ?? riskFields[first] ?? ['name'];
      push(risks, risk, { ...fault, fields });
    } else if (list === 'calendars' && calendar !== undefined) {
      const exception = first === 'exceptions' ? calendar.exceptions[Number(second)] : undefined;
      const part = first === 'week' && second !== '' ? `week-${second}` : (exception ?? 'whole');
      push(calendars, calendar.key, { ...fault, part });
    } else return false;
    return true;
  }
  function placeElsewhere(fault: ToldFault): void {
    const field = headFields[fault.at];
    if (field !== undefined && !head.has(field)) head.set(field, fault);
    else plan.push(fault);
  }
  const all = groups.flatMap(({ faults }) => faults);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  return { tasks, resources, calendars, risks, head, plan, errors, warnings: all.length - errors };
}

interface Words {
  readonly ru: string;
  readonly en: string;
}

interface WireFault {
  readonly at: string;
  readonly severity: 'error' | 'warning';
  readonly message: Words;
}

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' &&
  value !== null &&
  'ru' in value &&
  'en' in value &&
  typeof value.ru === 'string' &&
  typeof value.en === 'string';

const isWireFault = (value: unknown): value is WireFault =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'string' &&
  'severity' in value &&
  (value.severity === 'error' || value.severity === 'warning') &&
  'message' in value &&
  isWords(value.message);

/** The faults a refusal of a plan carries; none when it carries something else. */
export function faultsIn(problem: unknown): readonly WireFault[] {
  if (typeof problem !== 'object' || problem === null || !('faults' in problem)) return [];
  return Array.isArray(problem.faults) ? problem.faults.filter((each) => isWireFault(each)) : [];
}
