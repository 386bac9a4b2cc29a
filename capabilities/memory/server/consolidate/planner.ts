import type { ConsolidationPlan, MemoryItem } from '../consolidation/memory-item.ts';

/** A live memory as planning sees it. */
export interface PlanInput extends MemoryItem {
  readonly groupKey: string | null;
  readonly planHash: string | null;
  /** No consolidation has looked at it yet. */
  readonly pending: boolean;
  /** A source changed since it was made. */
  readonly stale: boolean;
}

export type UpperLevel = 1 | 2 | 3;

/** What one step of a run does to one level. */
export interface LevelPlan extends ConsolidationPlan {
  readonly level: UpperLevel;
  /** Memories of the level below that were looked at, whether or not anything was made of them. */
  readonly settled: readonly string[];
  /** Of those the ones that are new or changed: what stands on them is looked at again on the next level. */
  readonly fresh: readonly string[];
  /** Ids of memories of this level that no longer stand for anything. */
  readonly obsolete: readonly string[];
}
