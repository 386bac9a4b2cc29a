/** A text for people in the two languages of the product. */
export interface Words {
  readonly ru: string;
  readonly en: string;
}

/** Local time of the project without a zone: `2026-03-02` or `2026-03-02T09:00`. */
export type LocalMoment = string;

export type WorkUnit = 'hours' | 'days';

/** FS finish-to-start, SS start-to-start, FF finish-to-finish, SF start-to-finish. */
export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';

export type DistributionName = 'beta_pert' | 'triangular' | 'lognormal';

/** Three points of an estimate, optimistic ≤ likely ≤ pessimistic; equal points mean a certain value. */
export interface ThreePoints {
  readonly optimistic: number;
  readonly likely: number;
  readonly pessimistic: number;
}

/** Working time within a day, in minutes from midnight: 0 ≤ from < to ≤ 1440. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** Days that differ from the week; no hours at all is a holiday. Both ends belong to it. */
export interface CalendarException {
  readonly from: LocalMoment;
  readonly to: LocalMoment;
  readonly hours: readonly DaySpan[];
  readonly name?: string;
}

export interface Calendar {
  readonly id: string;
  readonly name: string;
  /** Seven days, Monday first. */
  readonly week: readonly (readonly DaySpan[])[];
  readonly exceptions: readonly CalendarException[];
}

export interface Resource {
  readonly id: string;
  readonly name: string;
  /** How many work at once: 1 is one person full time. */
  readonly capacity: number;
  /** Cost of one working hour of one unit, in the currency of the plan. */
  readonly rate: number;
  readonly calendar?: string;
}

export interface Assignment {
  readonly resource: string;
  /** Share of the resource: 1 is one person full time. */
  readonly units: number;
}

/** A dependence on an earlier task. The lag may be negative (a lead). */
export interface Link {
  readonly from: string;
  readonly type: LinkType;
  readonly lag: number;
  readonly lagUnit: WorkUnit;
  /** The lag counts around the clock, not in working time. */
  readonly elapsed?: boolean;
}

/** What has been done by the status date. */
export interface Progress {
  /** 0 to 100. */
  readonly percentComplete: number;
  /** Money spent so far. */
  readonly actualCost: number;
}

export interface Task {
  readonly id: string;
  readonly name: string;
  /** Working time in `unit`; all zero is a milestone. */
  readonly duration: ThreePoints;
  readonly unit: WorkUnit;
  readonly distribution?: DistributionName;
  readonly links: readonly Link[];
  readonly assignments: readonly Assignment[];
  /** Its own calendar; otherwise the common working time of its resources, otherwise that of the project. */
  readonly calendar?: string;
  readonly fixedCost?: number;
  readonly startNoEarlierThan?: LocalMoment;
  /** A day without a time means its end. */
  readonly mustFinishBy?: LocalMoment;
  /** A phase, shown as a section. */
  readonly group?: string;
  readonly progress?: Progress;
}

/** Something that may happen once in a project and then delays every task it names. */
export interface RiskEvent {
  readonly id: string;
  readonly name: string;
  /** 0 to 1. */
  readonly probability: number;
  /** Delay of each task in `unit`; negative for an opportunity. */
  readonly impact: ThreePoints;
  readonly unit: WorkUnit;
  readonly distribution?: DistributionName;
  /** Extra money, once. */
  readonly cost?: ThreePoints;
  readonly tasks: readonly string[];
}

export interface Plan {
  readonly name: string;
  readonly start: LocalMoment;
  /** ISO 4217; only shown. */
  readonly currency: string;
  /** How many working hours an estimate of one day means. */
  readonly hoursPerDay: number;
  /** The calendar of the project; without it five days of 09–13 and 14–18. */
  readonly calendar?: string;
  readonly calendars: readonly Calendar[];
  readonly resources: readonly Resource[];
  readonly tasks: readonly Task[];
  readonly risks: readonly RiskEvent[];
}
