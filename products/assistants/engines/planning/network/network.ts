import type { WorkingTime } from '../calendar/working-time.ts';
import type { Fault } from '../fault.ts';
import type { Plan, Task } from '../plan.ts';

/**
 * A plan ready for passes: tasks in topological order, links by successor in flat arrays, everything in minutes of one
 * axis. When all tasks share a calendar the axis is its working time and arithmetic is plain addition (`times` are
 * undefined); otherwise the axis is the clock and each task goes through its own working time.
 */
export interface Network {
  readonly plan: Plan;
  readonly warnings: readonly Fault[];
  readonly count: number;
  /** In topological order. */
  readonly tasks: readonly Task[];
  /** Position in `tasks` by id. */
  readonly positions: ReadonlyMap<string, number>;
  /** Positions in the order of the plan. */
  readonly inPlanOrder: readonly number[];
  readonly axis: 'work' | 'clock';
  /** Of the project: turns the work axis into dates. */
  readonly projectTime: WorkingTime;
  /** Of each task, for dates and floats. */
  readonly calendars: readonly WorkingTime[];
  /** Of each task on the axis. */
  readonly times: readonly (WorkingTime | undefined)[];
  readonly start: number;
  /** Beyond this the calendars are not laid out and dates mean nothing. */
  readonly limit: number;
  readonly notEarlier: Float64Array;
  /** Infinity without one. */
  readonly deadlines: Float64Array;
  readonly likely: Float64Array;
  readonly optimistic: Float64Array;
  readonly pessimistic: Float64Array;
  readonly links: NetworkLinks;
}

/** Links of successor j are firstIn[j] to firstIn[j + 1]; those of predecessor i are byFrom[firstOut[i]] and on. */
export interface NetworkLinks {
  readonly firstIn: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly kind: Uint8Array;
  readonly lag: Float64Array;
  readonly elapsed: Uint8Array;
  readonly firstOut: Int32Array;
  readonly byFrom: Int32Array;
}

/** Even kinds leave from a finish, kinds from 2 arrive at a finish. */
export const linkKinds = { FS: 0, SS: 1, FF: 2, SF: 3 } as const;
