import type { EdgeKind, Level, NodeKind } from '../../contract/index.ts';

/** One memory as readers see it. */
export interface MemoryNode {
  readonly id: string;
  readonly level: Level;
  readonly kind: NodeKind;
  readonly sessionId: string | null;
  /** Position within the session. */
  readonly ordinal: number;
  readonly label: string;
  readonly content: string;
  readonly speaker: string | null;
  /** What an attached picture shows. */
  readonly caption: string | null;
  readonly occurredAt: Date;
  /** 0..1. */
  readonly importance: number;
  /** How often it was recalled; lags by up to a second. */
  readonly accessCount: number;
  readonly lastAccessedAt: Date | null;
  /** Edges to and from live memories. */
  readonly connections: number;
  /** A source changed since this was made; the next consolidation renews it. */
  readonly stale: boolean;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
}

export interface MemoryEdge {
  readonly fromId: string;
  readonly toId: string;
  readonly kind: EdgeKind;
  readonly weight: number;
}

/** One memory with where it came from and what was made of it. Forgotten neighbours are left out. */
export interface MemoryNodeDetail {
  readonly node: MemoryNode;
  /** What this was made from, in order of time. */
  readonly sources: readonly MemoryNode[];
  /** What was made from this. */
  readonly derived: readonly MemoryNode[];
  readonly edges: readonly MemoryEdge[];
}

/** What is to be remembered, word for word. */
export interface NewMemory {
  readonly content: string;
  /** 0..1. Default: estimated from the words, at least 0.5 for notes and 0.2 for turns. */
  readonly importance?: number;
  /** `turn` when a session is given, else `note`. */
  readonly kind?: 'turn' | 'note';
  /** Up to 128 characters; required for turns. */
  readonly sessionId?: string;
  readonly speaker?: string;
  readonly caption?: string;
  /** What was searched for to find the attached picture; only makes the memory easier to find. */
  readonly captionQuery?: string;
  /** Default: now. */
  readonly occurredAt?: Date;
  /** At most 8 KB as JSON. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/**
 * `duplicate`: nothing new was stored; `id` is the memory that holds it already. That is an identical note, an
 * identical turn of the same speaker and session at the same moment, or text that was recalled into a prompt before.
 */
export interface Remembered {
  readonly id: string;
  readonly status: 'stored' | 'duplicate';
}

export interface NodeFilters {
  /** Words the content or label contains, in any grammatical form; all of them. */
  readonly search?: string;
  readonly level?: Level;
  readonly kind?: NodeKind;
  readonly minImportance?: number;
  readonly maxImportance?: number;
  /** Inclusive, by when it happened. */
  readonly from?: Date;
  /** Exclusive. */
  readonly to?: Date;
  readonly sessionId?: string;
  /** Forgotten memories instead of live ones. */
  readonly deleted?: boolean;
  /** 1..1000, default 20. */
  readonly limit?: number;
  readonly cursor?: string;
}

export interface NodeChange {
  readonly label?: string;
  readonly importance?: number;
  readonly content?: string;
}

export interface MemoryStats {
  /** Live memories by level. */
  readonly counts: readonly [number, number, number, number];
  /** Forgotten memories that can still be restored. */
  readonly forgotten: number;
  /** Live turns and notes no consolidation has looked at yet. */
  readonly pending: number;
  readonly lastConsolidation: Date | null;
}

export interface GraphRequest {
  /** Draw around this memory; without it, the most important ones. */
  readonly center?: string;
  /** Steps from the centre, 1..3; default 1. */
  readonly depth?: number;
  /** Only these levels; default all. */
  readonly levels?: readonly Level[];
  /** Nodes at most, 1..2000; default 500. */
  readonly limit?: number;
}

export interface MemoryGraph {
  readonly nodes: readonly MemoryNode[];
  /** Between these nodes only. */
  readonly edges: readonly MemoryEdge[];
  /** There was more than `limit`. */
  readonly truncated: boolean;
}
