export type StageName =
  | 'lexical'
  | 'neighbours'
  | 'session'
  | 'latent'
  | 'embedding'
  | 'drill_down'
  | 'participant'
  | 'temporal'
  | 'recency'
  | 'importance'
  | 'access'
  | 'bound'
  | 'rerank';

/** What one stage gave a result: read in order from 0, `add` adds and `times` multiplies, and the end is the score. */
export interface Contribution {
  readonly stage: StageName;
  readonly operation: 'add' | 'times';
  readonly value: number;
}

/** The score an explanation amounts to. */
export function explainedScore(contributions: readonly Contribution[]): number {
  return contributions.reduce(
    (score, { operation, value }) => (operation === 'add' ? score + value : score * value),
    0,
  );
}
