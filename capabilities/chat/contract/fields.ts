import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable } from '#platform/contract';

/** Characters of one message at most. */
export const longestText = 4_000;

export const MessageText = Type.String({ maxLength: longestText, pattern: '^[^\\u0000]*$' });

/** Chosen by the client, so that a message sent again is not said twice. */
export const ClientId = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });

/** What may be attached, by real signature. */
export const attachmentTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'application/pdf',
] as const;

/** Bytes. */
export const largestAttachment = 20 * 1_024 * 1_024;

export const mostAttachments = 10;

export const AttachmentIds = Type.Array(Id, { maxItems: mostAttachments, uniqueItems: true });

/** A number of a message in its room; 0 is before the first. */
export const Seq = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

export const RoomTitle = Type.String({
  minLength: 1,
  maxLength: 120,
  pattern: '^[^\\u0000-\\u001f\\u007f]*[^\\u0000-\\u0020\\u007f][^\\u0000-\\u001f\\u007f]*$',
});

export const RoomKind = Type.Enum(['direct', 'group', 'support', 'team', 'visit']);

export const ChatPerson = Type.Object({ id: Id, display_name: Type.String() });
export type ChatPerson = Static<typeof ChatPerson>;

/** A line of the system: the reader's application puts it into words. */
export const SystemLine = Type.Object({
  code: Type.String(),
  values: Type.Record(Type.String(), Type.String()),
});

export const Attachment = Type.Object({
  id: Id,
  name: Type.String(),
  media_type: Type.String(),
  size: Type.Integer(),
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  url: Type.String(),
  variants: Type.Array(Type.Object({ width: Type.Integer(), media_type: Type.String(), url: Type.String() })),
});
export type Attachment = Static<typeof Attachment>;

/** What a message answers to, shortened; text is empty when it was deleted. */
export const RepliedTo = Type.Object({
  id: Id,
  seq: Seq,
  author_id: Nullable(Id),
  text: Type.String(),
});

export const ChatMessage = Type.Object({
  id: Id,
  /** Grows by the order in the room. Numbers may be missing, never repeated. */
  seq: Seq,
  /** Grows with every change in the room; this message's latest. */
  rev: Seq,
  /** Null: the system, or somebody whose account is gone. */
  author_id: Nullable(Id),
  client_id: Nullable(Type.String()),
  text: Type.String(),
  system: Nullable(SystemLine),
  reply_to: Nullable(RepliedTo),
  attachments: Type.Array(Attachment),
  /** Only its author sees it: a moderator has not decided yet. */
  held: Type.Boolean(),
  created_at: Instant,
  edited_at: Nullable(Instant),
  /** What is left of a deleted message is this tombstone. */
  deleted_at: Nullable(Instant),
  deleted_by: Nullable(Type.Enum(['author', 'moderator'])),
});
export type ChatMessage = Static<typeof ChatMessage>;

export const RoomMember = Type.Object({
  id: Id,
  display_name: Type.String(),
  role: Type.Enum(['owner', 'member', 'operator']),
  last_read_seq: Seq,
});
export type RoomMember = Static<typeof RoomMember>;

/** A room as its member sees it. */
export const Room = Type.Object({
  id: Id,
  kind: RoomKind,
  /** Null: named after the others in it. */
  title: Nullable(Type.String()),
  /** At most 20 in lists. */
  members: Type.Array(RoomMember),
  member_count: Type.Integer({ minimum: 0 }),
  last_message: Nullable(ChatMessage),
  /** Messages by others after the last read one; 100 means 100 or more. */
  unread_count: Type.Integer({ minimum: 0, maximum: 100 }),
  muted: Type.Boolean(),
  /** Nothing can be written: a block stands between the two. */
  blocked: Type.Boolean(),
  last_message_at: Instant,
  created_at: Instant,
});
export type Room = Static<typeof Room>;
