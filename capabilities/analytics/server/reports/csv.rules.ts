import type { Cohorts, FunnelReport } from '../../contract/index.ts';
import type { DailyCounts } from './daily.read.ts';

export type Cell = string | number | null;

export interface CsvOptions {
  readonly separator: ',' | ';';
  /** A byte order mark in front. */
  readonly bom: boolean;
}

// Spreadsheets take a text that begins so for a formula; the full-width forms are folded to the others by some.
const formula = /^[\s\u00a0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** One cell: numbers with a decimal point, texts that no spreadsheet runs, quoted where they must be. */
export function csvCell(value: Cell, separator: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const safe = formula.test(value) ? `'${value}` : value;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as RFC 4180 wants it: CRLF after each row. */
export function csvOf(rows: readonly (readonly Cell[])[], { separator, bom }: CsvOptions): string {
  const lines = rows.map((row) => `${row.map((cell) => csvCell(cell, separator)).join(separator)}\r\n`);
  return `${bom ? '\ufeff' : ''}${lines.join('')}`;
}

export function dailyTable(daily: readonly DailyCounts[]): readonly (readonly Cell[])[] {
  const head = ['day', 'event', 'events', 'persons', 'value_count', 'value_sum', 'value_p50'];
  return [
    head,
    ...daily.map((row) => [
      row.day,
      row.name,
      row.events,
      row.persons,
      row.amount_count,
      row.amount_sum,
      row.amount_p50,
    ]),
  ];
}

export function funnelTable({ steps, detail }: FunnelReport): readonly (readonly Cell[])[] {
  return [
    ['step', 'inside', 'position', 'persons', 'share_of_first', 'share_of_previous'],
    ...steps.map((step, at) => [
      step.event,
      '',
      at + 1,
      step.persons,
      step.share_of_first,
      step.share_of_previous,
    ]),
    ...detail.map((step) => ['', step.step_id, step.position, step.persons, step.share_of_first, null]),
  ];
}

export function cohortTable({ items }: Cohorts): readonly (readonly Cell[])[] {
  return [
    ['first_week', 'weeks_later', 'persons', 'share'],
    ...items.flatMap(({ week, persons, returned }) =>
      returned.map((came, later) => [week, later, came, persons === 0 ? null : came / persons]),
    ),
  ];
}
