import type { Level, NodeKind } from '../../contract/index.ts';
import type { AnalyzedDocument } from '../retrieval/analyze-document.rules.ts';

/** A row about to be written. */
export interface NewNode {
  readonly id: string;
  readonly level: Level;
  readonly kind: NodeKind;
  readonly sessionId: string | null;
  readonly ordinal: number;
  readonly label: string;
  readonly content: string;
  readonly speaker: string | null;
  readonly caption: string | null;
  readonly occurredAt: Date;
  readonly importance: number;
  readonly accessCount?: number;
  readonly lastAccessedAt?: Date | null;
  readonly contentHash: string;
  readonly analysis: Pick<AnalyzedDocument, 'terms' | 'dates' | 'entities'>;
  readonly groupKey: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly consolidatedAt?: Date | null;
  readonly createdAt: Date;
}
