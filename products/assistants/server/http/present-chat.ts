import type { Refusal } from '#base/refusal';
import type { Problem } from '#platform/contract';
import type * as wire from '../../contract/index.ts';
import type { ToolStep } from '../exchange/answer-draft.ts';
import type { ExchangeEvent, FinishedAnswer } from '../exchange/exchange.ts';
import { presentCitation, presentFacts } from './present-answer.ts';

/** An event as streams and sockets tell it. */
export interface WireEvent {
  readonly event: 'start' | 'text' | 'tool' | 'artifact' | 'citation' | 'done' | 'stopped';
  readonly data: unknown;
}

export function presentReply(answer: FinishedAnswer): wire.ChatReply {
  const { id, questionId, conversationId, role, text, createdAt } = answer;
  return {
    id,
    question_id: questionId,
    conversation_id: conversationId,
    role,
    response: text,
    created_at: createdAt.toISOString(),
    ...presentFacts(answer),
  };
}

function presentStep(step: ToolStep): wire.ToolData {
  const { id, name, title, status } = step;
  if (status === 'started') return { id, name, title, status, input: step.input };
  return { id, name, title, status, text: step.text, took_ms: step.tookMs };
}

function presentStart(event: Extract<ExchangeEvent, { kind: 'start' }>): wire.StartData {
  const { id, questionId, conversation, isOffline, memoriesUsed, isContinued } = event;
  return {
    id,
    question_id: questionId,
    conversation_id: conversation.id,
    role: conversation.role,
    title: conversation.title,
    offline: isOffline,
    memories_used: memoriesUsed,
    continued: isContinued,
  };
}

export function presentEvent(event: ExchangeEvent): WireEvent {
  switch (event.kind) {
    case 'start':
      return { event: 'start', data: presentStart(event) };
    case 'text':
      return { event: 'text', data: { text: event.text } };
    case 'tool':
      return { event: 'tool', data: presentStep(event.step) };
    case 'artifact': {
      const { kind, title, content } = event.artifact;
      return { event: 'artifact', data: { kind, title, content } };
    }
    case 'citation':
      return { event: 'citation', data: presentCitation(event.citation) };
    case 'done':
      return { event: 'done', data: presentReply(event.answer) };
    case 'stopped':
      return { event: 'stopped', data: event.answer === undefined ? null : presentReply(event.answer) };
    default: {
      const unknown: never = event;
      return unknown;
    }
  }
}

/** A refusal in the words of a problem, for sockets. */
export function presentRefusal({ code, message, details }: Refusal): Pick<Problem, 'code' | 'detail'> & {
  readonly retry_after_seconds?: number;
} {
  const wait = details.retryAfterSeconds;
  return { code, detail: message, ...(wait === undefined ? {} : { retry_after_seconds: wait }) };
}
