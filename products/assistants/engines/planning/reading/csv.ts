import { done, type Fault, failed, fault, type Result } from '../fault.ts';
import type { LocalMoment, Plan, Resource, Task, WorkUnit } from '../plan.ts';
import { type Column, columns } from './csv-columns.tables.ts';
import { parseTable } from './csv-table.ts';
import { mostText } from './json.ts';
import { parsePredecessor, splitPredecessors } from './predecessors.ts';

interface Amount {
  readonly value: number;
  readonly unit: WorkUnit | undefined;
}

/** `3`, `3d`, `2,5 дня`, `16h`, `1w`; the unit is days when none is named. */
function parseAmount(text: string): Amount | undefined {
  const parts = /^(-?\d{1,9}(?:[.,]\d{1,6})?)\s*([\p{L}%]*)[.?]*$/u.exec(text.trim());
  if (parts === null) return undefined;
  const value = Number((parts[1] ?? '').replace(',', '.'));
  const name = (parts[2] ?? '').toLowerCase();
  if (name === '') return { value, unit: undefined };
  if (/^(?:d|days?|д|дн|дней|дня|день)$/.test(name)) return { value, unit: 'days' };
  if (/^(?:h|hrs?|hours?|ч|час|часов|часа)$/.test(name)) return { value, unit: 'hours' };
  if (/^(?:w|wks?|weeks?|н|нед|недель|недели|неделя)$/.test(name)) return { value: value * 5, unit: 'days' };
  return undefined;
}

type Cells = (column: Column) => string;

function readTask(cells: Cells, line: number, faults: Fault[], resources: Map<string, Resource>): Task {
  const at = `line ${line}`;
  const wrong = (column: Column, text: string): void => {
    faults.push(
      fault(
        'bad_cell',
        at,
        `Не понять «${text.slice(0, 60)}» в столбце ${column}.`,
        `"${text.slice(0, 60)}" in column ${column} is not understood.`,
      ),
    );
  };
  const amount = (column: Column): Amount | undefined => {
    const text = cells(column);
    const parsed = text === '' ? undefined : parseAmount(text);
    if (text !== '' && parsed === undefined) wrong(column, text);
    return parsed;
  };
  const likely = amount('likely') ?? amount('duration') ?? { value: 0, unit: undefined };
  const optimistic = amount('optimistic') ?? likely;
  const pessimistic = amount('pessimistic') ?? likely;
  const all = [optimistic, likely, pessimistic];
  const unit = all.find((each) => each.unit !== undefined)?.unit ?? 'days';
  if (all.some((each) => each.unit !== undefined && each.unit !== unit)) wrong('duration', cells('duration'));
  const assignments = cells('resources')
    .split(/[;,]/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => {
      const parts = /^([^[\]]+)(?:\[\s*(\d{1,6}(?:[.,]\d+)?)\s*(%?)\s*\])?$/.exec(text);
      if (parts === null) wrong('resources', text);
      const name = (parts?.[1] ?? text).trim().slice(0, 100);
      const share = Number((parts?.[2] ?? '1').replace(',', '.')) / (parts?.[3] === '%' ? 100 : 1);
      const known = resources.get(name);
      if (known === undefined) resources.set(name, { id: name, name, capacity: 1, rate: 0 });
      return { resource: name, units: share };
    });
  const links = splitPredecessors(cells('predecessors')).flatMap((text) => {
    const link = parsePredecessor(text);
    if (link === undefined) wrong('predecessors', text);
    return link === undefined ? [] : [link];
  });
  const text = (column: Column): string | undefined => (cells(column) === '' ? undefined : cells(column));
  const [fixed, percent, spent] = [amount('fixedCost'), percentOf(cells), amount('actualCost')];
  const [earliest, deadline, group] = [text('startNoEarlierThan'), text('mustFinishBy'), text('group')];
  return {
    id: cells('id') === '' ? String(line - 1) : cells('id'),
    name: cells('name'),
    duration: { optimistic: optimistic.value, likely: likely.value, pessimistic: pessimistic.value },
    unit,
    links,
    assignments,
    ...(fixed === undefined ? {} : { fixedCost: fixed.value }),
    ...(earliest === undefined ? {} : { startNoEarlierThan: earliest }),
    ...(deadline === undefined ? {} : { mustFinishBy: deadline }),
    ...(group === undefined ? {} : { group }),
    ...(percent === undefined && spent === undefined
      ? {}
      : { progress: { percentComplete: percent ?? 0, actualCost: spent?.value ?? 0 } }),
  };
}

function percentOf(cells: Cells): number | undefined {
  const text = cells('percentComplete').replace('%', '').replace(',', '.').trim();
  return text === '' ? undefined : Number(text);
}

/**
 * Reads a table of tasks: a header, then a task per line. Columns by their English or Russian names (id, name, duration or
 * optimistic/likely/pessimistic, predecessors as `3FS+2d;5`, resources as `Name[50%]`, …); unknown columns are left out.
 * The table has no start of the project, no rates and no calendars: the start is an argument.
 */
export function readPlanCsv(text: string, start: LocalMoment, name = ''): Result<Plan> {
  if (text.length > mostText) {
    return failed(fault('too_large', '/', 'Файл слишком велик.', 'The file is too large.'));
  }
  const [header = [], ...lines] = parseTable(text);
  const known = new Map<string, Column>(
    Object.entries(columns).flatMap(([column, names]) => names.map((each) => [each, column as Column])),
  );
  const places = new Map<Column, number>();
  for (const [at, title] of header.entries()) {
    const column = known.get(title.trim().toLowerCase());
    if (column !== undefined && !places.has(column)) places.set(column, at);
  }
  if (!places.has('name') && !places.has('id')) {
    return failed(
      fault(
        'no_header',
        'line 1',
        'Первая строка должна назвать столбцы: id, name, duration, predecessors…',
        'The first line must name the columns: id, name, duration, predecessors…',
      ),
    );
  }
  const faults: Fault[] = [];
  const resources = new Map<string, Resource>();
  const tasks = lines
    .slice(0, 20_000)
    .map((line, at) =>
      readTask((column) => (line[places.get(column) ?? -1] ?? '').trim(), at + 2, faults, resources),
    );
  if (faults.length > 0) return failed(...faults.slice(0, 500));
  return done({
    name,
    start,
    currency: 'RUB',
    hoursPerDay: 8,
    calendars: [],
    resources: [...resources.values()],
    tasks,
    risks: [],
  });
}
