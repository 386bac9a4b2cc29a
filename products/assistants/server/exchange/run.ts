import type { Message } from '../conversations/conversation.ts';
import type { Role } from '../roles/role.ts';
import type { Reservation } from '../usage/usage.ts';
import type { Asked } from './archive.ts';
import type { Utterance } from './exchange-events.ts';
import type { Recalled } from './remembering.ts';

/** A question that is to be answered now. */
export interface Run {
  readonly utterance: Utterance;
  readonly role: Role;
  readonly asked: Asked;
  readonly recalled: Recalled;
  readonly reservation: Reservation | undefined;
  /** The answer that is continued. */
  readonly begun: Message | undefined;
}
