import {
  assignmentsText,
  calledIn,
  type DecimalMark,
  predecessorParts,
  renamePredecessor,
} from './cells.rules.ts';
import { usualDistribution } from './file-values.rules.ts';
import type { ResourceCells, ResourceRow, Sheet, TaskCells, TaskColumn, TaskRow } from './sheet.ts';

const blank: TaskCells = {
  id: '',
  name: '',
  optimistic: '',
  likely: '',
  pessimistic: '',
  unit: 'days',
  predecessors: '',
  resources: '',
  cost: '',
  group: '',
  earliest: '',
  deadline: '',
  percent: '',
  actual: '',
  calendar: '',
  distribution: usualDistribution,
};

function freeId(taken: ReadonlySet<string>, wanted: number): string {
  let next = wanted;
  while (taken.has(String(next))) next += 1;
  return String(next);
}

function freeKey(sheet: Sheet): number {
  return 1 + Math.max(-1, ...sheet.tasks.map(({ key }) => Number(key.slice('task-'.length))));
}

/** A new task below the one at `place`, in its phase. */
export function addTask(sheet: Sheet, place: number = sheet.tasks.length - 1): Sheet {
  const taken = new Set(sheet.tasks.map(({ id }) => id));
  const row: TaskRow = {
    ...blank,
    key: `task-${freeKey(sheet)}`,
    origin: null,
    id: freeId(taken, sheet.tasks.length + 1),
    likely: '1',
    group: sheet.tasks[place]?.group ?? '',
  };
  return { ...sheet, tasks: sheet.tasks.toSpliced(place + 1, 0, row) };
}

/** A resource for every name that is called and not there. */
function withCalled(sheet: Sheet, text: string): readonly ResourceRow[] {
  let { resources } = sheet;
  for (const { call } of calledIn(text, resources).filter(({ id }) => id === undefined)) {
    if (calledIn(call, resources)[0]?.id !== undefined) continue;
    const row = { id: call.slice(0, 100), name: call, capacity: '1', rate: '0', calendar: '', origin: null };
    resources = [...resources, row];
  }
  return resources;
}

/** Writes a cell. A task called otherwise takes its links along; a resource nobody knew is made. */
export function setCell(sheet: Sheet, place: number, column: TaskColumn, text: string): Sheet {
  const row = sheet.tasks[place];
  if (row === undefined || row[column] === text) return sheet;
  const changed = sheet.tasks.with(place, { ...row, [column]: text });
  if (column === 'resources') return { ...sheet, tasks: changed, resources: withCalled(sheet, text) };
  const [from, to] = [row.id.trim(), text.trim()];
  const alone = sheet.tasks.every(({ id }, at) => at === place || id.trim() !== from);
  if (column !== 'id' || from === '' || to === '' || !alone) return { ...sheet, tasks: changed };
  return {
    ...sheet,
    tasks: changed.map((each) => {
      const predecessors = renamePredecessor(each.predecessors, from, to);
      return predecessors === each.predecessors ? each : { ...each, predecessors };
    }),
    risks: sheet.risks.map((risk) =>
      risk.tasks.includes(from) ? { ...risk, tasks: risk.tasks.map((id) => (id === from ? to : id)) } : risk,
    ),
  };
}

/** Leaves a task out, and what waited for it waits no more. */
export function removeTask(sheet: Sheet, place: number): Sheet {
  const gone = sheet.tasks[place]?.id.trim() ?? '';
  return {
    ...sheet,
    tasks: sheet.tasks.toSpliced(place, 1).map((row) => {
      const parts = predecessorParts(row.predecessors);
      const left = parts.filter((part) => renamePredecessor(part, gone, `${gone}?`) === part);
      return left.length === parts.length ? row : { ...row, predecessors: left.join('; ') };
    }),
    risks: sheet.risks.map((risk) =>
      risk.tasks.includes(gone) ? { ...risk, tasks: risk.tasks.filter((id) => id !== gone) } : risk,
    ),
  };
}

export function moveTask(sheet: Sheet, place: number, by: -1 | 1): Sheet {
  const row = sheet.tasks[place];
  const target = place + by;
  if (row === undefined || target < 0 || target >= sheet.tasks.length) return sheet;
  return { ...sheet, tasks: sheet.tasks.toSpliced(place, 1).toSpliced(target, 0, row) };
}

/** What a cell of a table program means in a column where one chooses. */
function pasted(sheet: Sheet, column: TaskColumn, text: string): string {
  const called = text.toLowerCase();
  switch (column) {
    case 'unit':
      return /^(?:h|ч)/iu.test(text) ? 'hours' : 'days';
    case 'distribution':
      return called === '' ? usualDistribution : called;
    case 'calendar':
      return (
        sheet.calendars.find(({ id, name }) => id === text || name.trim().toLowerCase() === called)?.id ??
        text
      );
    default:
      return text;
  }
}

/** Cells of a table program, put in from a cell on to the right and down; rows that are not there are made. */
export function pasteCells(
  sheet: Sheet,
  from: { readonly place: number; readonly column: TaskColumn },
  columns: readonly TaskColumn[],
  text: string,
): Sheet {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const first = columns.indexOf(from.column);
  return lines.slice(0, 2_000).reduce((before, line, down) => {
    const place = from.place + down;
    const wide = place < before.tasks.length ? before : addTask(before);
    return line.split('\t').reduce((made, cell, right) => {
      const column = columns[first + right];
      return column === undefined ? made : setCell(made, place, column, pasted(made, column, cell.trim()));
    }, wide);
  }, sheet);
}

export function addResource(sheet: Sheet, name: string): Sheet {
  const taken = new Set(sheet.resources.map(({ id }) => id));
  let number = sheet.resources.length + 1;
  while (taken.has(`r${number}`)) number += 1;
  const row: ResourceRow = { id: `r${number}`, name, capacity: '1', rate: '0', calendar: '', origin: null };
  return { ...sheet, resources: [...sheet.resources, row] };
}

/** Tasks call their resources by name: a change of names is a change of their cells. */
function callAgain(before: Sheet, resources: readonly ResourceRow[], mark: DecimalMark): Sheet {
  const known = new Set(resources.map(({ id }) => id));
  const were = new Set(before.resources.map(({ id }) => id));
  return {
    ...before,
    resources,
    tasks: before.tasks.map((row) => {
      if (row.resources.trim() === '') return row;
      const kept = calledIn(row.resources, before.resources).filter(
        ({ id }) => id === undefined || known.has(id) || !were.has(id),
      );
      const team = kept.map(({ call, id, units }) => ({ resource: id ?? call, units }));
      return { ...row, resources: assignmentsText(team, resources, mark) };
    }),
  };
}

export function setResource(
  sheet: Sheet,
  place: number,
  change: Partial<ResourceCells>,
  mark: DecimalMark,
): Sheet {
  const row = sheet.resources[place];
  if (row === undefined) return sheet;
  const resources = sheet.resources.with(place, { ...row, ...change });
  return change.name === undefined ? { ...sheet, resources } : callAgain(sheet, resources, mark);
}

export function removeResource(sheet: Sheet, place: number, mark: DecimalMark): Sheet {
  return callAgain(sheet, sheet.resources.toSpliced(place, 1), mark);
}
