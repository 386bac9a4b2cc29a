import { Refusal } from '#base/refusal';

export const emptyRefusal = (): Refusal =>
  new Refusal('invalid', 'chat.empty', 'Nothing is said.', {
    errors: [{ pointer: '/body/text', message: 'must not be empty' }],
  });

export const replyUnknown = (): Refusal =>
  new Refusal('invalid', 'chat.reply_unknown', 'The message replied to is not in this room.', {
    errors: [{ pointer: '/body/reply_to', message: 'is not a message of this room' }],
  });

export const tooLate = (): Refusal =>
  new Refusal('conflict', 'chat.too_late', 'It is too late to change this message.');
