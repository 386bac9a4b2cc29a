import { Type } from 'typebox';
import { defineRoute, Id, IdParams, Nullable } from '#platform/contract';
import { AttachmentIds, ChatMessage, ChatPerson, ClientId, MessageText, Seq } from './fields.ts';

const reads = { access: 'signed-in', scope: 'chats:read' } as const;
const writes = { access: 'signed-in', scope: 'chats:write' } as const;
const closed = { additionalProperties: false } as const;
const MessageParams = Type.Object({ id: Id, message_id: Id });

export const listMessages = defineRoute({
  ...reads,
  method: 'GET',
  path: '/chats/:id/messages',
  name: 'chat.list_messages',
  summary: 'Messages of a room, oldest first: the newest, those before a number, or those after one',
  params: IdParams,
  query: Type.Object({
    before: Type.Optional(Seq),
    after: Type.Optional(Seq),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
  }),
  reply: Type.Object({
    items: Type.Array(ChatMessage),
    /** Whoever wrote these, members or not. */
    people: Type.Array(ChatPerson),
    /** The next `before` (or `after`, when that was asked); null at the end. */
    next_cursor: Nullable(Type.String()),
  }),
  refusals: ['chat.room_not_found'],
});

export const sendMessage = defineRoute({
  ...writes,
  method: 'POST',
  path: '/chats/:id/messages',
  name: 'chat.send_message',
  summary: 'Say something; the same client_id again answers the same message',
  params: IdParams,
  body: Type.Object(
    {
      client_id: ClientId,
      text: MessageText,
      reply_to: Type.Optional(Id),
      attachments: Type.Optional(AttachmentIds),
    },
    closed,
  ),
  reply: ChatMessage,
  status: 201,
  idempotent: false,
  refusals: ['chat.room_not_found', 'chat.empty', 'chat.blocked', 'chat.reply_unknown', 'files.not_found'],
  rateLimit: { max: 120, windowSeconds: 60 },
});

export const editMessage = defineRoute({
  ...writes,
  method: 'PATCH',
  path: '/chats/:id/messages/:message_id',
  name: 'chat.edit_message',
  summary: 'Change the words of my message, within the time allowed',
  params: MessageParams,
  body: Type.Object({ text: MessageText }, closed),
  reply: ChatMessage,
  refusals: [
    'chat.room_not_found',
    'chat.message_not_found',
    'chat.not_author',
    'chat.too_late',
    'chat.empty',
    'chat.blocked',
  ],
});

export const deleteMessage = defineRoute({
  ...writes,
  method: 'DELETE',
  path: '/chats/:id/messages/:message_id',
  name: 'chat.delete_message',
  summary: 'Delete my message for everybody; a tombstone stays',
  params: MessageParams,
  status: 204,
  refusals: ['chat.room_not_found', 'chat.message_not_found', 'chat.not_author'],
});

export const markRead = defineRoute({
  ...writes,
  method: 'POST',
  path: '/chats/:id/read',
  name: 'chat.mark_read',
  summary: 'I have read up to this message',
  params: IdParams,
  body: Type.Object({ seq: Seq }, closed),
  status: 204,
  refusals: ['chat.room_not_found'],
});

export const reportMessage = defineRoute({
  ...writes,
  method: 'POST',
  path: '/chats/:id/report',
  name: 'chat.report_message',
  summary: 'Ask the moderators to look at a message',
  params: IdParams,
  body: Type.Object(
    { message_id: Id, comment: Type.Optional(Type.String({ maxLength: 1_000, pattern: '^[^\\u0000]*$' })) },
    closed,
  ),
  status: 204,
  refusals: ['chat.room_not_found', 'chat.message_not_found', 'chat.own_message'],
  rateLimit: { max: 20, windowSeconds: 300 },
});
