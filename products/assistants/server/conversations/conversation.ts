import type { Artifact, Source } from '../tools/tool.ts';

/** A source as an answer cites it; `marker` is the number in square brackets in its text. */
export interface Citation extends Source {
  readonly marker: number;
}

/** A tool that was run for an answer. */
export interface ToolCallRecord {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly input: unknown;
  readonly status: 'finished' | 'failed';
  /** Markdown, cut when long. */
  readonly text: string;
  readonly tookMs: number;
}

/** What a check complained about and could not be repaired; in the language of the question. */
export interface Warning {
  readonly kind: 'code' | 'query' | 'names' | 'budget';
  readonly message: string;
}

/** How an answer came about; kept with it. */
export interface AnswerRecord {
  readonly citations: readonly Citation[];
  readonly toolCalls: readonly ToolCallRecord[];
  readonly artifacts: readonly Artifact[];
  readonly followUps: readonly string[];
  readonly warnings: readonly Warning[];
  readonly offline: boolean;
  /** Stopped, broken off or at its longest length. */
  readonly interrupted: boolean;
  /** `provider:model`; null offline. */
  readonly model: string | null;
  readonly memoriesUsed: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cost: number;
  readonly currency: string;
  readonly processingTimeMs: number;
}

export interface Conversation {
  readonly id: string;
  readonly role: string;
  readonly title: string;
  readonly renamed: boolean;
  readonly projectId: string | null;
  readonly pinned: boolean;
  readonly archived: boolean;
  /** The last message of the active branch. */
  readonly leafId: string | null;
  readonly messageCount: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What a person may change of a conversation. */
export interface ConversationChange {
  readonly title?: string;
  readonly pinned?: boolean;
  readonly archived?: boolean;
  readonly projectId?: string | null;
}

export interface Message {
  readonly id: string;
  readonly conversationId: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly author: 'user' | 'assistant';
  readonly content: string;
  readonly fileIds: readonly string[];
  readonly answer: AnswerRecord | null;
  readonly useful: boolean | null;
  readonly reasons: readonly string[];
  readonly comment: string | null;
  readonly createdAt: Date;
}

/** A message of the active branch with the ids of its branches, itself included, oldest first. */
export interface BranchMessage extends Message {
  readonly siblings: readonly string[];
}
