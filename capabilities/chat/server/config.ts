import { type Static, Type } from 'typebox';

/** Environment of the module. */
export const ChatConfig = Type.Object({
  CHAT_EDIT_WINDOW_MINUTES: Type.Integer({
    default: 60,
    minimum: 0,
    maximum: 525_600,
    description: 'Minutes after which an author can no longer change the words of a message.',
  }),
  CHAT_NOTIFY_AFTER_SECONDS: Type.Integer({
    default: 45,
    minimum: 0,
    maximum: 86_400,
    description: 'Seconds a message may stay unread before its readers get a notice.',
  }),
  CHAT_MAX_MEMBERS: Type.Integer({
    default: 1_000,
    minimum: 2,
    maximum: 10_000,
    description: 'Persons in one room at most.',
  }),
});

export type ChatConfig = Static<typeof ChatConfig>;
