import type { MemoryKind, MemoryLevel } from '../retrieval/space-document.ts';

/** A memory as consolidation reads it. */
export interface MemoryItem {
  readonly id: string;
  readonly level: MemoryLevel;
  readonly kind: MemoryKind;
  readonly sessionId: string | null;
  readonly ordinal: number;
  readonly label: string;
  readonly content: string;
  readonly speaker: string | null;
  /** Milliseconds since 1970 (UTC). */
  readonly occurredAt: number;
  /** 0..1. */
  readonly importance: number;
  /** Stems separated by single spaces. */
  readonly terms: string;
  readonly entities: readonly { readonly name: string; readonly key: string }[];
  /** Ids of what it was made from. */
  readonly sources: readonly string[];
}

/** A derived memory to be: the same input gives the same `key`, so writing a plan twice changes nothing. */
export interface PlannedMemory {
  readonly key: string;
  readonly level: 1 | 2 | 3;
  readonly kind: 'episode' | 'fact' | 'topic' | 'theme';
  readonly label: string;
  readonly content: string;
  readonly sessionId: string | null;
  readonly occurredAt: number;
  readonly importance: number;
  /** Ids of memories on lower levels, without repetition, in order of time. */
  readonly sources: readonly string[];
  readonly metadata: Readonly<Record<string, string | number | readonly string[]>>;
}

/** `from` and `to` are keys of planned memories or ids of stored ones; which memory it was made of stands in `sources`. */
export interface PlannedLink {
  readonly from: string;
  readonly to: string;
  readonly kind: 'similar' | 'mentions' | 'follows';
  /** 0..1. */
  readonly weight: number;
}

export interface ConsolidationPlan {
  readonly nodes: readonly PlannedMemory[];
  readonly links: readonly PlannedLink[];
}

/** Time first, then place in the session, then id: an order that does not depend on how memories were read. */
export function byTime(a: MemoryItem, b: MemoryItem): number {
  return (
    a.occurredAt - b.occurredAt ||
    compare(a.sessionId ?? '', b.sessionId ?? '') ||
    a.ordinal - b.ordinal ||
    compare(a.id, b.id)
  );
}

/** Code unit order: the same on every machine, unlike the locale's. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
