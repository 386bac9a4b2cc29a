/** What messages are called before moderators. */
export const messageSubject = 'chat.message';
