import type { EdgeKind, Level, NodeKind } from '../../contract/index.ts';

/** A memory one level up, as planned: what it stands for, what it says, and what it was made of. */
export interface PlannedNode {
  /** The same for the same thing in every run. */
  readonly key: string;
  readonly level: Exclude<Level, 0>;
  readonly kind: Exclude<NodeKind, 'turn' | 'note'>;
  readonly label: string;
  readonly content: string;
  readonly sessionId: string | null;
  readonly occurredAt: Date;
  readonly importance: number;
  /** Ids of live memories on lower levels. */
  readonly sources: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** An edge between planned or stored memories; `from` and `to` are keys of planned nodes or ids. */
export interface PlannedEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: Exclude<EdgeKind, 'derived_from' | 'corrects'>;
  readonly weight: number;
}

/** What one step of a run does to one level. */
export interface LevelPlan {
  readonly level: Exclude<Level, 0>;
  readonly nodes: readonly PlannedNode[];
  readonly edges: readonly PlannedEdge[];
  /** Lower memories that were looked at, whether or not anything was made of them. */
  readonly settled: readonly string[];
  /** Ids of memories of this level that no longer stand for anything. */
  readonly obsolete: readonly string[];
}
