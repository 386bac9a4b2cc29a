import type { ConversationMessage } from '../../contract/index.ts';
import type { Exchange } from './exchange.rules.ts';

/** What the running exchange adds below the messages the server told. */
export interface Tail {
  readonly showMessage: boolean;
  readonly showAnswer: boolean;
}

/**
 * Decides what of an exchange is still missing from the told messages: nothing once its answer is among them; only the
 * answer when the message is already the last one (the server keeps it even when the answer fails).
 */
export function tailOf(messages: readonly ConversationMessage[], exchange: Exchange | null): Tail {
  if (exchange === null) return { showMessage: false, showAnswer: false };
  if (exchange.answerId !== null && messages.some(({ id }) => id === exchange.answerId)) {
    return { showMessage: false, showAnswer: false };
  }
  const last = messages.at(-1);
  const told = last?.role === 'user' && last.content.trim() === exchange.message.trim();
  return { showMessage: !told, showAnswer: true };
}
