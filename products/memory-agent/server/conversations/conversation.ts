import type { Level } from '#capabilities/memory/contract';

/** A memory an answer stands on; `marker` is the number in square brackets in its text. */
export interface Citation {
  readonly marker: number;
  readonly nodeId: string;
  readonly label: string;
  readonly level: Level;
  readonly excerpt: string;
  readonly occurredAt: string | null;
}

/** How an answer came about; kept with it. */
export interface AnswerRecord {
  readonly contextCount: number;
  readonly strategiesUsed: readonly string[];
  readonly processingTimeMs: number;
  readonly citations: readonly Citation[];
  readonly offline: boolean;
  readonly tokensUsed: number;
  /** True when the answer broke off and is incomplete. */
  readonly interrupted: boolean;
}

export interface Conversation {
  readonly id: string;
  readonly title: string;
  readonly messageCount: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface Message {
  readonly id: string;
  readonly position: number;
  readonly role: 'user' | 'agent';
  readonly content: string;
  readonly answer: AnswerRecord | null;
  readonly useful: boolean | null;
  readonly reason: string | null;
  readonly createdAt: Date;
}
