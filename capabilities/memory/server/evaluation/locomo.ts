/** Kinds of questions, by the numbers the files use. */
export const CATEGORIES = {
  1: 'multi-hop',
  2: 'temporal',
  3: 'open-domain',
  4: 'single-hop',
  5: 'adversarial',
} as const;
export type Category = (typeof CATEGORIES)[keyof typeof CATEGORIES];

export interface EvaluationTurn {
  /** Unique within its sample. */
  readonly id: string;
  readonly sessionId: string;
  readonly ordinal: number;
  /** Milliseconds since 1970 (UTC). */
  readonly occurredAt: number;
  readonly speaker: string;
  readonly text: string;
  readonly caption: string | null;
  readonly captionQuery: string | null;
}

export interface EvaluationQuestion {
  readonly question: string;
  readonly category: Category;
  /** Ids of turns that exist in the sample; may be empty. */
  readonly evidence: readonly string[];
}

export interface EvaluationSample {
  readonly id: string;
  readonly speakers: readonly string[];
  readonly turns: readonly EvaluationTurn[];
  readonly questions: readonly EvaluationQuestion[];
}
