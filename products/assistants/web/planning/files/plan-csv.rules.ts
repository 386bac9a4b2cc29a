import type { Sheet, TaskRow } from '../sheet/sheet.ts';

const header = [
  'id',
  'name',
  'optimistic',
  'likely',
  'pessimistic',
  'predecessors',
  'resources',
  'fixed_cost',
  'group',
  'start_no_earlier_than',
  'must_finish_by',
  'percent_complete',
  'actual_cost',
] as const;

/** A table program takes such a beginning for a formula. */
const formula = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function line(row: TaskRow): string {
  const points = (text: string): string =>
    text.trim() === '' ? '' : `${text.trim()}${row.unit === 'hours' ? 'h' : 'd'}`;
  return [
    row.id,
    row.name,
    points(row.optimistic),
    points(row.likely),
    points(row.pessimistic),
    row.predecessors,
    row.resources,
    row.cost,
    row.group,
    row.earliest,
    row.deadline,
    row.percent,
    row.actual,
  ]
    .map((text) => cell(text.trim()))
    .join(';');
}

/** The tasks as a table that table programs open and this page reads again. */
export function planCsv(sheet: Sheet): string {
  return `\uFEFF${[header.join(';'), ...sheet.tasks.map(line)].join('\r\n')}\r\n`;
}

/** Text of a file: UTF-8, or what table programs on Windows write. */
export function decodeText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** A name that every file system takes. */
export function fileName(name: string, extension: string): string {
  const plain = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${plain === '' ? 'plan' : plain}.${extension}`;
}
