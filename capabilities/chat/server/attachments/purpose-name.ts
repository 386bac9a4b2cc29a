/** What files of messages are called. */
export const attachmentPurpose = 'chat.attachment';
