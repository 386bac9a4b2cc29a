import type { Workspace } from '#capabilities/tenants/server';
import type { AnswerRecord, Conversation } from '../conversations/conversation.ts';
import type { AnswerPiece } from './answer-draft.ts';

export interface Utterance {
  readonly workspace: Workspace;
  /** Of the request; the words of the question tell better. */
  readonly locale: 'ru' | 'en';
  readonly signal: AbortSignal;
}

export interface Ask extends Utterance {
  readonly role: string;
  readonly text: string;
  readonly conversationId?: string;
  readonly projectId?: string;
  readonly fileIds?: readonly string[];
  readonly editOf?: string;
}

/** An answer that is complete, was stopped or broke off. */
export interface FinishedAnswer extends AnswerRecord {
  readonly id: string;
  readonly questionId: string;
  readonly conversationId: string;
  readonly role: string;
  readonly text: string;
  readonly createdAt: Date;
}

export type ExchangeEvent =
  | {
      readonly kind: 'start';
      readonly id: string;
      readonly questionId: string;
      readonly conversation: Conversation;
      readonly isOffline: boolean;
      readonly memoriesUsed: number;
      readonly isContinued: boolean;
    }
  | AnswerPiece
  | { readonly kind: 'done'; readonly answer: FinishedAnswer }
  /** The person stopped it; undefined when nothing had been said. */
  | { readonly kind: 'stopped'; readonly answer: FinishedAnswer | undefined };

export type ExchangeStream = AsyncGenerator<ExchangeEvent, void>;
