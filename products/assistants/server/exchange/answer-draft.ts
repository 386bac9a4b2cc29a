import type { AnswerRecord, Citation, ToolCallRecord, Warning } from '../conversations/conversation.ts';
import type { Artifact } from '../tools/tool.ts';

/** A step of a tool as it is told: when it starts and when it ends. */
export type ToolStep =
  | {
      readonly status: 'started';
      readonly id: string;
      readonly name: string;
      readonly title: string;
      readonly input: unknown;
    }
  | ToolCallRecord;

/** One piece of an answer while it is made. */
export type AnswerPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tool'; readonly step: ToolStep }
  | { readonly kind: 'artifact'; readonly artifact: Artifact }
  | { readonly kind: 'citation'; readonly citation: Citation };

/** What is known of an answer so far: whoever makes it writes here, and it can be kept at any moment. */
export interface AnswerDraft {
  text: string;
  readonly citations: Citation[];
  readonly toolCalls: ToolCallRecord[];
  readonly artifacts: Artifact[];
  readonly warnings: Warning[];
  followUps: readonly string[];
  /** A title for the conversation, when the model proposed one. */
  title: string | undefined;
  isOffline: boolean;
  isComplete: boolean;
  model: string | null;
  inputTokens: number;
  outputTokens: number;
}

export function emptyDraft(): AnswerDraft {
  return {
    text: '',
    citations: [],
    toolCalls: [],
    artifacts: [],
    warnings: [],
    followUps: [],
    title: undefined,
    isOffline: true,
    isComplete: false,
    model: null,
    inputTokens: 0,
    outputTokens: 0,
  };
}

/** The draft as it is kept. */
export function recordOf(
  draft: AnswerDraft,
  figures: Pick<AnswerRecord, 'memoriesUsed' | 'cost' | 'currency' | 'processingTimeMs'>,
): AnswerRecord {
  const { citations, toolCalls, artifacts, warnings, followUps, inputTokens, outputTokens } = draft;
  return {
    citations: citations.toSorted((left, right) => left.marker - right.marker),
    toolCalls,
    artifacts,
    followUps,
    warnings,
    offline: draft.isOffline,
    interrupted: !draft.isComplete,
    model: draft.model,
    inputTokens,
    outputTokens,
    ...figures,
  };
}

/** The record of an answer that was continued: what came before, and what was added. */
export function continuedRecord(before: AnswerRecord | undefined, added: AnswerRecord): AnswerRecord {
  if (before === undefined) return added;
  return {
    ...added,
    citations: [...before.citations, ...added.citations],
    toolCalls: [...before.toolCalls, ...added.toolCalls],
    artifacts: [...before.artifacts, ...added.artifacts],
    warnings: [...before.warnings, ...added.warnings],
    inputTokens: before.inputTokens + added.inputTokens,
    outputTokens: before.outputTokens + added.outputTokens,
    cost: before.cost + added.cost,
    processingTimeMs: before.processingTimeMs + added.processingTimeMs,
  };
}
