import type { TaskColumn } from '../sheet/sheet.ts';

export interface ColumnShape {
  readonly column: TaskColumn;
  /** CSS pixels. */
  readonly width: number;
  readonly kind: 'text' | 'number' | 'date' | 'choice';
  /** Written when the person leaves the cell: it changes other cells, too. */
  readonly late?: boolean;
  /** Shown on wish. */
  readonly extra?: boolean;
}

/** The cells of a task in their order, which is also the order of pasted columns. */
export const columns: readonly ColumnShape[] = [
  { column: 'id', width: 52, kind: 'text', late: true },
  { column: 'name', width: 240, kind: 'text' },
  { column: 'optimistic', width: 76, kind: 'number' },
  { column: 'likely', width: 76, kind: 'number' },
  { column: 'pessimistic', width: 76, kind: 'number' },
  { column: 'unit', width: 84, kind: 'choice' },
  { column: 'predecessors', width: 150, kind: 'text' },
  { column: 'resources', width: 210, kind: 'text', late: true },
  { column: 'cost', width: 110, kind: 'number' },
  { column: 'group', width: 150, kind: 'text', extra: true },
  { column: 'earliest', width: 150, kind: 'date', extra: true },
  { column: 'deadline', width: 150, kind: 'date', extra: true },
  { column: 'percent', width: 84, kind: 'number', extra: true },
  { column: 'actual', width: 116, kind: 'number', extra: true },
  { column: 'calendar', width: 170, kind: 'choice', extra: true },
  { column: 'distribution', width: 150, kind: 'choice', extra: true },
];
