export type ConsolidationPhase = 'reading' | 'l1' | 'l2' | 'l3' | 'finished' | 'failed';

export interface ConsolidationProgress {
  readonly phase: ConsolidationPhase;
  readonly done: number;
  readonly total: number;
}

export interface ConsolidationOptions {
  readonly onProgress?: (progress: ConsolidationProgress) => void;
  /** Stops between levels; what was finished stays, the next run goes on from there. */
  readonly signal?: AbortSignal;
}

export interface ConsolidationOutcome {
  readonly status: 'completed' | 'already_running' | 'nothing_to_do';
  /** Memories made or renewed on the upper level. */
  readonly l0_to_l1: number;
  readonly l1_to_l2: number;
  readonly l2_to_l3: number;
}
