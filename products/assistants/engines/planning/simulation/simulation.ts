import type { LocalMoment, Words } from '../plan.ts';
import type { Bin } from './statistics.rules.ts';

export interface SimulationOptions {
  /** 10 000 without it; 1 to 1 000 000. */
  readonly runs?: number;
  /** A whole number; the same seed repeats the same result exactly. 1 without it. */
  readonly seed?: number;
  /** Of all durations with a common factor, 0 to 0.95. 0 without it. */
  readonly correlation?: number;
  /** Bins of the histograms, 1 to 200; 30 without it. */
  readonly bins?: number;
}

export interface Percentiles<Value> {
  readonly p10: Value;
  readonly p50: Value;
  readonly p80: Value;
  readonly p90: Value;
  readonly p95: Value;
}

export interface SimulatedTask {
  readonly id: string;
  readonly meanHours: number;
  readonly deviationHours: number;
  /** Share of runs in which it decided the finish, 0 to 1. */
  readonly criticality: number;
  /** Correlation of its duration with the finish, −1 to 1. */
  readonly cruciality: number;
  /** Schedule sensitivity index: criticality × its deviation / deviation of the project. */
  readonly sensitivity: number;
  /** Share of runs that kept the date it must finish by. */
  readonly onTime?: number;
}

export interface SimulatedRisk {
  readonly id: string;
  /** Share of runs in which it happened. */
  readonly share: number;
  /** Probability × mean impact on each task, working hours. */
  readonly expectedDelayHours: number;
  /** Probability × mean cost. */
  readonly expectedCost: number;
}

export interface Simulation {
  readonly runs: number;
  readonly seed: number;
  readonly correlation: number;
  readonly finish: Percentiles<LocalMoment>;
  /** Working hours of the project from its start. */
  readonly hours: Percentiles<number> & { readonly mean: number; readonly deviation: number };
  readonly cost: Percentiles<number> & { readonly mean: number; readonly deviation: number };
  /** The finish with likely durations and no risks, and the share of runs that keep it. */
  readonly planned: {
    readonly finish: LocalMoment;
    readonly hours: number;
    readonly cost: number;
    readonly kept: number;
  };
  /** What to add to the plan so that 80 or 90 of 100 runs keep it. */
  readonly contingency: {
    readonly hours80: number;
    readonly hours90: number;
    readonly cost80: number;
    readonly cost90: number;
  };
  readonly finishHistogram: readonly (Bin & {
    readonly fromDate: LocalMoment;
    readonly toDate: LocalMoment;
  })[];
  readonly costHistogram: readonly Bin[];
  /** In the order of the plan. */
  readonly tasks: readonly SimulatedTask[];
  readonly risks: readonly SimulatedRisk[];
  readonly convergence: {
    /** Of the mean, hours. */
    readonly standardErrorHours: number;
    /** Between these the true P80 lies with 95 % confidence, hours. */
    readonly p80Between: readonly [number, number];
    /** The interval is narrower than 2 % of P80. */
    readonly settled: boolean;
    readonly note: Words;
  };
}
