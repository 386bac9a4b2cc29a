import type { Refusal } from '#base/refusal';
import { blockedRefusal, roomNotFound } from '../refusals.ts';
import type { Draft } from './message.ts';
import { emptyRefusal, replyUnknown } from './message-refusals.ts';

/** What is known about a room when somebody wants to say something in it. */
export interface SendFacts {
  readonly isMember: boolean;
  /** Operators write in support rooms without being members before. */
  readonly isOperator: boolean;
  readonly isBlocked: boolean;
  /** Messages that can be replied to, of those asked about. */
  readonly repliable: ReadonlySet<string>;
}

/** Why a draft cannot be said; undefined when it can. */
export function refusalOf(draft: Draft, facts: SendFacts): Refusal | undefined {
  if (!facts.isMember && !facts.isOperator) return roomNotFound();
  if (facts.isBlocked) return blockedRefusal();
  if (draft.text.trim() === '' && draft.attachmentIds.length === 0) return emptyRefusal();
  if (draft.replyTo !== null && !facts.repliable.has(draft.replyTo)) return replyUnknown();
  return undefined;
}

/** Tells whether an author may still change the words of a message. */
export function isEditable(createdAt: Date, now: Date, windowMinutes: number): boolean {
  return now.getTime() - createdAt.getTime() <= windowMinutes * 60_000;
}
