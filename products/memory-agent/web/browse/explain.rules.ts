export interface Contribution {
  readonly stage: string;
  readonly contribution: number;
}

export interface Bar {
  readonly stage: string;
  readonly contribution: number;
  /** Width in percent of the best score of all results. */
  readonly width: number;
}

/** The parts worth showing: those that raise as bars, those that lower apart; what rounds to nothing is left out. */
export function barsOf(
  explain: readonly Contribution[],
  best: number,
): { readonly raising: readonly Bar[]; readonly lowering: readonly Contribution[] } {
  const counts = explain.filter(({ contribution }) => Math.abs(contribution) >= 0.005);
  const sum = counts.reduce((total, { contribution }) => total + Math.max(0, contribution), 0);
  const scale = Math.max(best, sum, Number.MIN_VALUE);
  return {
    raising: counts
      .filter(({ contribution }) => contribution > 0)
      .map(({ stage, contribution }) => ({ stage, contribution, width: (contribution / scale) * 100 }))
      .toSorted((one, other) => other.contribution - one.contribution),
    lowering: counts.filter(({ contribution }) => contribution < 0),
  };
}
