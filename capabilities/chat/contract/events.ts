import { Type } from 'typebox';
import { defineEvent, Id } from '#platform/contract';
import { Seq } from './fields.ts';

/** Messages were said in a room: those with numbers from `first_seq` to `last_seq`. */
export const MessageSent = defineEvent(
  'chat.message_sent.v1',
  Type.Object({ room_id: Id, first_seq: Seq, last_seq: Seq }),
);
