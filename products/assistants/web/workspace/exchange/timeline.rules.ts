import type { ConversationMessage } from '../../../contract/index.ts';
import { type Exchange, isRunning } from './exchange.rules.ts';

/** The messages the server told that are shown, and what the exchange adds below them. */
export interface Timeline {
  readonly told: readonly ConversationMessage[];
  readonly showQuestion: boolean;
  readonly showAnswer: boolean;
}

const before = (
  messages: readonly ConversationMessage[],
  id: string | null,
): readonly ConversationMessage[] => {
  const at = messages.findIndex((message) => message.id === id);
  return at < 0 ? messages : messages.slice(0, at);
};

/**
 * Puts an exchange below the told messages: in the place of the question it edits or the answer it makes again, and
 * no longer once the server tells its answer.
 */
export function timelineOf(messages: readonly ConversationMessage[], exchange: Exchange | null): Timeline {
  if (exchange === null) return { told: messages, showQuestion: false, showAnswer: false };
  const { request, answerId, questionId } = exchange;
  const answer = messages.find(({ id }) => id === answerId);
  const complete = answer !== undefined && answer.content.length >= exchange.text.trim().length;
  if (complete && !isRunning(exchange) && exchange.phase !== 'failed') {
    return { told: messages, showQuestion: false, showAnswer: false };
  }
  switch (request.kind) {
    case 'regenerate': {
      const told = before(before(messages, request.answerId), answerId);
      return { told, showQuestion: false, showAnswer: true };
    }
    case 'continue':
      return { told: before(messages, request.answerId), showQuestion: false, showAnswer: true };
    case 'ask': {
      const told = before(before(messages, request.editOf), answerId);
      const asked = questionId !== null && told.some(({ id }) => id === questionId);
      return { told, showQuestion: !asked, showAnswer: true };
    }
  }
}

/** Where a message stands among its branches: `{place: 2, of: 3}` and its neighbours; null when it is the only one. */
export function branchesOf(message: Pick<ConversationMessage, 'id' | 'siblings'>): {
  readonly place: number;
  readonly of: number;
  readonly previous: string | null;
  readonly next: string | null;
} | null {
  const at = message.siblings.indexOf(message.id);
  if (at < 0 || message.siblings.length < 2) return null;
  return {
    place: at + 1,
    of: message.siblings.length,
    previous: message.siblings[at - 1] ?? null,
    next: message.siblings[at + 1] ?? null,
  };
}
