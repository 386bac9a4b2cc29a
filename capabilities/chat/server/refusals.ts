import { Refusal } from '#base/refusal';

/** Also for rooms of others: whoever is not in a room cannot learn that there is one. */
export const roomNotFound = (): Refusal =>
  new Refusal('not_found', 'chat.room_not_found', 'There is no such room.');

export const messageNotFound = (): Refusal =>
  new Refusal('not_found', 'chat.message_not_found', 'There is no such message.');

export const personUnknown = (): Refusal =>
  new Refusal('not_found', 'chat.person_unknown', 'There is no such person.');

export const blockedRefusal = (): Refusal =>
  new Refusal('forbidden', 'chat.blocked', 'One of you has blocked the other.');

export const selfRefusal = (): Refusal => new Refusal('invalid', 'chat.self', 'That is you.');

export const notGroup = (): Refusal =>
  new Refusal('conflict', 'chat.not_group', 'This can be done in groups only.');

export const notOwner = (): Refusal =>
  new Refusal('forbidden', 'chat.not_owner', 'Only the owner of the group may do this.');

export const notAuthor = (): Refusal =>
  new Refusal('forbidden', 'chat.not_author', 'Only the author may do this.');
