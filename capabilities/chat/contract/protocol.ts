import { type Static, Type } from 'typebox';
import { Id } from '#platform/contract';
import { AttachmentIds, type ChatMessage, ClientId, MessageText, Seq } from './fields.ts';

/**
 * What a client says at `/chats/{chat_id}/{user_id}`. Connect with `?after_seq=` (and `&after_rev=`) to get what was
 * missed before anything new.
 */
export const ClientFrame = Type.Union([
  Type.Object({
    type: Type.Literal('send'),
    client_id: ClientId,
    text: MessageText,
    reply_to: Type.Optional(Id),
    attachments: Type.Optional(AttachmentIds),
  }),
  Type.Object({ type: Type.Literal('edit'), id: Id, text: MessageText }),
  Type.Object({ type: Type.Literal('delete'), id: Id }),
  Type.Object({ type: Type.Literal('typing') }),
  Type.Object({ type: Type.Literal('read'), seq: Seq }),
  Type.Object({ type: Type.Literal('resume'), after_seq: Seq, after_rev: Type.Optional(Seq) }),
]);
export type ClientFrame = Static<typeof ClientFrame>;

/** What the server says there. */
export type ServerFrame =
  | { readonly type: 'message'; readonly message: ChatMessage }
  | { readonly type: 'edited'; readonly message: ChatMessage }
  | { readonly type: 'deleted'; readonly id: string; readonly seq: number; readonly rev: number }
  | { readonly type: 'typing'; readonly user_id: string }
  | { readonly type: 'read'; readonly user_id: string; readonly seq: number }
  | { readonly type: 'ack'; readonly client_id: string; readonly id: string; readonly seq: number }
  /** `client_id` or `id` when it is about one message. */
  | { readonly type: 'error'; readonly code: string; readonly client_id?: string; readonly id?: string }
  /** More was missed than is sent this way: read messages after this number over HTTP; newer ones follow here. */
  | { readonly type: 'gap'; readonly after_seq: number };
