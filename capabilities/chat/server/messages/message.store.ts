import { type Reader, sql, type Tx } from '#platform/server/database';
import type { Message, SystemLine } from './message.ts';

export interface MessageRow {
  readonly id: string;
  readonly room_id: string;
  readonly seq: number;
  readonly rev: number;
  readonly author_id: string | null;
  readonly client_id: string | null;
  readonly body: string;
  readonly system_line: SystemLine | null;
  readonly attachment_ids: readonly string[];
  readonly held: boolean;
  readonly created_at: Date;
  readonly edited_at: Date | null;
  readonly deleted_at: Date | null;
  readonly deleted_by: Message['deletedBy'];
  readonly reply_id: string | null;
  readonly reply_seq: number | null;
  readonly reply_author_id: string | null;
  readonly reply_body: string | null;
}

/** Of `chat.message m` with `chat.message r`, the one replied to; what is held is nobody's to quote. */
export const messageColumns = sql`
  m.id, m.room_id, m.seq, m.rev, m.author_id, m.client_id, m.body, m.system_line, m.attachment_ids, m.held,
  m.created_at, m.edited_at, m.deleted_at, m.deleted_by, r.id AS reply_id, r.seq AS reply_seq,
  CASE WHEN NOT r.held THEN r.author_id END AS reply_author_id,
  CASE WHEN r.held THEN '' ELSE left(r.body, 160) END AS reply_body`;

export const messageSource = sql`chat.message m LEFT JOIN chat.message r ON r.id = m.reply_to`;

export function messageOf(row: MessageRow): Message {
  const { reply_id, reply_seq, reply_author_id, reply_body } = row;
  return {
    id: row.id,
    roomId: row.room_id,
    seq: row.seq,
    rev: row.rev,
    authorId: row.author_id,
    clientId: row.client_id,
    body: row.body,
    system: row.system_line,
    replyTo:
      reply_id === null
        ? null
        : { id: reply_id, seq: reply_seq ?? 0, authorId: reply_author_id, excerpt: reply_body ?? '' },
    attachmentIds: row.attachment_ids,
    held: row.held,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    deletedAt: row.deleted_at,
    deletedBy: row.deleted_by,
  };
}

export async function findMessage(reader: Reader, id: string): Promise<Message | undefined> {
  const row = await reader.row<MessageRow>(
    sql`SELECT ${messageColumns} FROM ${messageSource} WHERE m.id = ${id}`,
  );
  return row === undefined ? undefined : messageOf(row);
}

/** What was said under these pairs of author and client id before. */
export async function findSaid(
  reader: Reader,
  roomId: string,
  authorIds: readonly string[],
  clientIds: readonly string[],
): Promise<readonly Message[]> {
  const rows = await reader.rows<MessageRow>(sql`
    SELECT ${messageColumns}
    FROM unnest(${authorIds}::uuid[], ${clientIds}::text[]) AS p (author_id, client_id)
    JOIN chat.message m ON m.author_id = p.author_id AND m.client_id = p.client_id AND m.room_id = ${roomId}
    LEFT JOIN chat.message r ON r.id = m.reply_to`);
  return rows.map(messageOf);
}

/** Of these messages those in the room that can be replied to. */
export function repliable(
  reader: Reader,
  roomId: string,
  ids: readonly string[],
): Promise<{ readonly id: string }[]> {
  return reader.rows(sql`
    SELECT id FROM chat.message WHERE room_id = ${roomId} AND id = ANY(${ids}::uuid[]) AND NOT held`);
}

/** Messages of one room that have their numbers. */
export function insertMessages(tx: Tx, roomId: string, messages: readonly Message[]): Promise<number> {
  return tx.run(sql`
    INSERT INTO chat.message
      (id, room_id, seq, rev, author_id, client_id, body, system_line, reply_to, attachment_ids, held, created_at)
    SELECT id, ${roomId}, seq, rev, author_id, client_id, body, system_line, reply_to,
      CASE attachments WHEN '' THEN '{}' ELSE string_to_array(attachments, ',')::uuid[] END, held, created_at
    FROM unnest(
      ${messages.map(({ id }) => id)}::uuid[],
      ${messages.map(({ seq }) => seq)}::bigint[],
      ${messages.map(({ rev }) => rev)}::bigint[],
      ${messages.map(({ authorId }) => authorId)}::uuid[],
      ${messages.map(({ clientId }) => clientId)}::text[],
      ${messages.map(({ body }) => body)}::text[],
      ${messages.map(({ system }) => (system === null ? null : JSON.stringify(system)))}::jsonb[],
      ${messages.map(({ replyTo }) => replyTo?.id ?? null)}::uuid[],
      ${messages.map(({ attachmentIds }) => attachmentIds.join(','))}::text[],
      ${messages.map(({ held }) => held)}::boolean[],
      ${messages.map(({ createdAt }) => createdAt)}::timestamptz[]
    ) AS t (id, seq, rev, author_id, client_id, body, system_line, reply_to, attachments, held, created_at)`);
}

export async function keepRevision(tx: Tx, message: Message, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO chat.message_revision (message_id, replaced_at, body)
    VALUES (${message.id}, ${now}, ${message.body}) ON CONFLICT DO NOTHING`);
}

export function changeBody(
  tx: Tx,
  change: {
    readonly id: string;
    readonly rev: number;
    readonly body: string;
    readonly held: boolean;
    readonly now: Date;
  },
): Promise<number> {
  const { id, rev, body, held, now } = change;
  return tx.run(sql`
    UPDATE chat.message SET body = ${body}, rev = ${rev}, held = ${held}, edited_at = ${now} WHERE id = ${id}`);
}

/** Leaves a tombstone; what was said, its history and its files are let go. */
export async function buryMessage(
  tx: Tx,
  burial: {
    readonly id: string;
    readonly rev: number;
    readonly by: 'author' | 'moderator';
    readonly now: Date;
  },
): Promise<void> {
  const { id, rev, by, now } = burial;
  await tx.run(sql`
    UPDATE chat.message
    SET body = '', attachment_ids = '{}', rev = ${rev}, deleted_at = ${now}, deleted_by = ${by}
    WHERE id = ${id}`);
  await tx.run(sql`DELETE FROM chat.message_revision WHERE message_id = ${id}`);
}

/** Lets everybody see a held message: at the end of the room, since others have read past its old place. */
export function releaseMessage(tx: Tx, id: string, at: { seq: number; rev: number }): Promise<number> {
  return tx.run(sql`UPDATE chat.message SET held = false, seq = ${at.seq}, rev = ${at.rev} WHERE id = ${id}`);
}

/** The room of a file that was attached to a message which is still there. */
export async function roomOfAttachment(
  reader: Reader,
  fileId: string,
): Promise<
  { readonly room_id: string; readonly author_id: string | null; readonly held: boolean } | undefined
> {
  return reader.row(sql`
    SELECT room_id, author_id, held FROM chat.message
    WHERE attachment_ids <> '{}' AND attachment_ids @> ARRAY[${fileId}::uuid] LIMIT 1`);
}
