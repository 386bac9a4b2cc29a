export interface Feedback {
  readonly useful: boolean;
  /** A short code such as `wrong` or `precise`; up to 64 characters. */
  readonly reason?: string;
  /** The memories it is about; default: all that were recalled. */
  readonly nodeIds?: readonly string[];
}

/** What happened after a recall without anybody judging it. */
export type ImplicitSignal = 'cited' | 'followed_up' | 'corrected';

export interface StrategyReport {
  readonly id: string;
  /** Recalls of this space that used it. */
  readonly uses: number;
  /** Mean of what is believed about success after all feedback, 0..1; null before any. */
  readonly successRate: number | null;
  /** One point a day with at least one use, the last 90 days, oldest first. */
  readonly history: readonly StrategyDay[];
}

export interface StrategyDay {
  /** YYYY-MM-DD, UTC. */
  readonly day: string;
  readonly uses: number;
  /** Mean reward of that day; null without feedback. */
  readonly successRate: number | null;
}
