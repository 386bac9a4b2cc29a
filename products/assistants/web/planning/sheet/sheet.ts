import type { PlanFile } from '#products/assistants/engines/planning';

export type TaskFile = PlanFile['tasks'][number];
export type ResourceFile = NonNullable<PlanFile['resources']>[number];

/** Cells of a task as they are typed; what stands in them may be wrong. */
export interface TaskCells {
  readonly id: string;
  readonly name: string;
  readonly optimistic: string;
  readonly likely: string;
  readonly pessimistic: string;
  readonly unit: 'days' | 'hours';
  readonly predecessors: string;
  readonly resources: string;
  readonly cost: string;
  readonly group: string;
  readonly earliest: string;
  readonly deadline: string;
  readonly percent: string;
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
}

export interface ResourceRow extends ResourceCells {
  readonly id: string;
  readonly origin: ResourceFile | null;
}

/** A plan as a table that is being written. */
export interface Sheet {
  readonly name: string;
  readonly start: string;
  readonly currency: string;
  readonly hoursPerDay: string;
  readonly tasks: readonly TaskRow[];
  readonly resources: readonly ResourceRow[];
  /** Calendars and risks, which are brought by files and kept as they are. */
  readonly rest: Pick<PlanFile, 'calendar' | 'calendars' | 'risks'>;
}

/** A cell that cannot be sent as it is. */
export interface CellFault {
  readonly at: string;
  readonly code: 'number' | 'resource';
  readonly text: string;
}
