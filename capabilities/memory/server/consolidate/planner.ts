import type { Level, NodeKind } from '../../contract/index.ts';
import type { LevelPlan } from './planned-node.ts';

/** A live memory as planning sees it. */
export interface PlanInput {
  readonly id: string;
  readonly level: Level;
  readonly kind: NodeKind;
  readonly sessionId: string | null;
  readonly ordinal: number;
  readonly label: string;
  readonly content: string;
  readonly speaker: string | null;
  readonly caption: string | null;
  /** Milliseconds since 1970 (UTC). */
  readonly occurredAt: number;
  readonly importance: number;
  /** Space-separated stems. */
  readonly terms: string;
  readonly entities: readonly { readonly name: string; readonly key: string }[];
  readonly dates: readonly { readonly from: string; readonly to: string }[];
  readonly sources: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
  /** No consolidation has looked at it yet. */
  readonly pending: boolean;
  /** A source changed since it was made. */
  readonly stale: boolean;
}

/** Decides what one level is made of; pure. `lower` and `present` are live memories of the level below and of the level. */
export type PlanLevel = (lower: readonly PlanInput[], present: readonly PlanInput[]) => LevelPlan;
