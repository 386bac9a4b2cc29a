/** 0 what was said or noted, 1 episodes, 2 facts and topics, 3 themes. */
export type MemoryLevel = 0 | 1 | 2 | 3;
export type MemoryKind = 'turn' | 'note' | 'episode' | 'fact' | 'topic' | 'theme';

/** Inclusive calendar days, ISO (YYYY-MM-DD). */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** What the index needs to know about a memory; `terms` come from analyzeDocument, separated by single spaces. */
export interface SpaceDocument {
  readonly id: string;
  readonly level: MemoryLevel;
  readonly kind: MemoryKind;
  readonly sessionId: string | null;
  /** Position within the session; only the order counts, gaps are harmless. */
  readonly ordinal: number;
  /** Milliseconds since 1970 (UTC). */
  readonly occurredAt: number;
  readonly speaker: string | null;
  readonly terms: string;
  /** 0..1. */
  readonly importance: number;
  readonly accessCount: number;
  /** Milliseconds since 1970, or null when never recalled. */
  readonly lastAccessedAt: number | null;
  /** Ids of what this memory was made from, on any lower level. */
  readonly sources: readonly string[];
  /** Days the content speaks about, resolved when it was written. */
  readonly dates?: readonly DayRange[];
  /** Embedding of the content; need not be of unit length. */
  readonly vector?: Float32Array;
}
