import type * as wire from '../../contract/index.ts';
import type { AnswerRecord, Citation, ToolCallRecord } from '../conversations/conversation.ts';

export function presentCitation(citation: Citation): wire.Citation {
  const { marker, kind, title, reference, page, lines, excerpt } = citation;
  return {
    marker,
    kind,
    title,
    reference,
    page: page ?? null,
    lines: lines === undefined ? null : [...lines],
    excerpt,
  };
}

function presentToolCall({ tookMs, ...call }: ToolCallRecord): wire.ChatToolCall {
  return { ...call, took_ms: tookMs };
}

export function presentFacts(answer: AnswerRecord): wire.AnswerFacts {
  return {
    citations: answer.citations.map(presentCitation),
    tool_calls: answer.toolCalls.map(presentToolCall),
    artifacts: answer.artifacts.map(({ kind, title, content }) => ({ kind, title, content })),
    follow_ups: [...answer.followUps],
    warnings: answer.warnings.map(({ kind, message }) => ({ kind, message })),
    offline: answer.offline,
    interrupted: answer.interrupted,
    model: answer.model,
    memories_used: answer.memoriesUsed,
    tokens_used: answer.inputTokens + answer.outputTokens,
    input_tokens: answer.inputTokens,
    output_tokens: answer.outputTokens,
    cost: answer.cost,
    currency: answer.currency,
    processing_time_ms: answer.processingTimeMs,
  };
}
