import type { PlanFile } from '#products/assistants/engines/planning';

export type TaskFile = PlanFile['tasks'][number];
export type ResourceFile = NonNullable<PlanFile['resources']>[number];
export type CalendarFile = NonNullable<PlanFile['calendars']>[number];
export type ExceptionFile = NonNullable<CalendarFile['exceptions']>[number];
export type RiskFile = NonNullable<PlanFile['risks']>[number];

/** Three points of an estimate as they are typed; the likely one alone is certain. */
export interface PointCells {
  readonly optimistic: string;
  readonly likely: string;
  readonly pessimistic: string;
}

/** Cells of a task as they are typed; what stands in them may be wrong. */
export interface TaskCells extends PointCells {
  readonly id: string;
  readonly name: string;
  readonly unit: 'days' | 'hours';
  readonly predecessors: string;
  readonly resources: string;
  readonly cost: string;
  readonly group: string;
  readonly earliest: string;
  readonly deadline: string;
  readonly percent: string;
  readonly actual: string;
  /** The id of a calendar; empty: that of its resources. */
  readonly calendar: string;
  readonly distribution: string;
}

export type TaskColumn = keyof TaskCells;

export interface TaskRow extends TaskCells {
  /** Stays with the row whatever its id becomes. */
  readonly key: string;
  /** What it was read from: keeps what has no cell. */
  readonly origin: TaskFile | null;
}

export interface ResourceCells {
  readonly name: string;
  readonly capacity: string;
  readonly rate: string;
  /** The id of a calendar; empty: that of the plan. */
  readonly calendar: string;
}

export interface ResourceRow extends ResourceCells {
  readonly id: string;
  readonly origin: ResourceFile | null;
}

/** Working time within a day as it is typed: `09:00`, `13:00`. */
export interface SpanCells {
  readonly from: string;
  readonly to: string;
}

export interface ExceptionCells {
  readonly from: string;
  /** Empty: the same day. */
  readonly to: string;
  readonly name: string;
  /** None: off. */
  readonly spans: readonly SpanCells[];
}

export interface ExceptionRow extends ExceptionCells {
  readonly key: string;
  readonly origin: ExceptionFile | null;
}

export interface CalendarRow {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  /** Seven days, Monday first. */
  readonly week: readonly (readonly SpanCells[])[];
  readonly exceptions: readonly ExceptionRow[];
  readonly origin: CalendarFile | null;
}

export interface RiskCells extends PointCells {
  readonly name: string;
  /** In percent. */
  readonly probability: string;
  readonly unit: 'days' | 'hours';
  readonly distribution: string;
  readonly costOptimistic: string;
  readonly costLikely: string;
  readonly costPessimistic: string;
  /** Ids of the tasks it delays. */
  readonly tasks: readonly string[];
}

export interface RiskRow extends RiskCells {
  readonly key: string;
  readonly id: string;
  readonly origin: RiskFile | null;
}

/** A plan as a table that is being written. */
export interface Sheet {
  readonly name: string;
  readonly start: string;
  readonly currency: string;
  readonly hoursPerDay: string;
  /** The id of a calendar; empty: the usual five days. */
  readonly calendar: string;
  readonly tasks: readonly TaskRow[];
  readonly resources: readonly ResourceRow[];
  readonly calendars: readonly CalendarRow[];
  readonly risks: readonly RiskRow[];
  /** What a file brought and no page knows, kept as it is. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** A cell that cannot be sent as it is. */
export interface CellFault {
  readonly at: string;
  readonly code: 'number' | 'resource' | 'time' | 'date' | 'percent';
  readonly text: string;
}

/** Collects the cells that cannot be read. */
export type Wrong = (at: string, code: CellFault['code'], text: string) => void;
