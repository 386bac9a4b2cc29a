import { Check } from 'typebox/value';
import type { Problem } from '#platform/contract';
import { ApiProblem, type StreamEvent } from '#platform/web';
import { ChatReply } from '../../contract/index.ts';

/** One message on its way and the answer growing after it. */
export interface Exchange {
  readonly message: string;
  /** The conversation whose address it was sent from; null for a new one, also while the address has yet to follow. */
  readonly origin: string | null;
  /** The conversation begins with it. */
  readonly begins: boolean;
  /** Null while the server has not named it. */
  readonly conversationId: string | null;
  readonly answerId: string | null;
  readonly text: string;
  readonly phase: 'waiting' | 'writing' | 'done' | 'stopped' | 'failed';
  readonly reply: ChatReply | null;
  readonly problem: ApiProblem | null;
}

export type ExchangeEvent =
  | { readonly kind: 'received'; readonly event: StreamEvent }
  | { readonly kind: 'ended' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly problem: ApiProblem };

/** An exchange just sent, with the one before it: where the address has not followed that yet, both wait for it. */
export function beginExchange(
  message: string,
  conversationId: string | null,
  before: Exchange | null,
): Exchange {
  return {
    message,
    origin: newborn(before) === conversationId ? null : conversationId,
    begins: conversationId === null,
    conversationId,
    answerId: null,
    text: '',
    phase: 'waiting',
    reply: null,
    problem: null,
  };
}

/** The conversation that began here and that the address does not name yet. */
export function newborn(exchange: Exchange | null): string | null {
  return exchange !== null && exchange.origin === null ? exchange.conversationId : null;
}

/** Whether the answer is still being made. */
export function isRunning(exchange: Exchange | null): boolean {
  return exchange?.phase === 'waiting' || exchange?.phase === 'writing';
}

/** Whether the exchange is shown in this conversation (null: the one not begun yet). */
export function belongsTo(exchange: Exchange, conversationId: string | null): boolean {
  return exchange.origin === conversationId || exchange.conversationId === conversationId;
}

const field = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? new Map(Object.entries(data)).get(name) : undefined;

const textOr = (value: unknown, fallback: string | null): string | null =>
  typeof value === 'string' ? value : fallback;

const isProblem = (data: unknown): data is Problem =>
  typeof field(data, 'title') === 'string' && typeof field(data, 'status') === 'number';

function receive(exchange: Exchange, { event, data }: StreamEvent): Exchange {
  switch (event) {
    case 'start':
      return {
        ...exchange,
        answerId: textOr(field(data, 'id'), exchange.answerId),
        conversationId: textOr(field(data, 'conversation_id'), exchange.conversationId),
      };
    case 'text':
      return { ...exchange, phase: 'writing', text: exchange.text + (textOr(field(data, 'text'), '') ?? '') };
    case 'done': {
      if (!Check(ChatReply, data)) return { ...exchange, phase: 'failed', problem: new ApiProblem(-1) };
      return {
        ...exchange,
        phase: 'done',
        reply: data,
        text: data.response,
        answerId: data.id,
        conversationId: data.conversation_id,
      };
    }
    case 'error':
      return {
        ...exchange,
        phase: 'failed',
        problem: isProblem(data) ? new ApiProblem(data.status, data) : new ApiProblem(-1),
      };
    default:
      return exchange;
  }
}

/** What an event makes of an exchange. After its end nothing changes it any more; unknown events are passed over. */
export function advance(exchange: Exchange, event: ExchangeEvent): Exchange {
  if (!isRunning(exchange)) return exchange;
  switch (event.kind) {
    case 'received':
      return receive(exchange, event.event);
    case 'ended':
      return { ...exchange, phase: 'failed', problem: new ApiProblem(0) };
    case 'stopped':
      return { ...exchange, phase: 'stopped' };
    case 'failed':
      return { ...exchange, phase: 'failed', problem: event.problem };
  }
}
