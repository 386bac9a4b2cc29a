import { type Reader, sql } from '#platform/server/database';
import { type MessageRow, messageColumns, messageOf, messageSource } from './message.store.ts';
import type { Message } from './message.ts';

const visibleTo = (userId: string) => sql`(NOT m.held OR m.author_id = ${userId})`;

export interface MessageRange {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

/** Up to `limit + 1` messages: the first after a number, else the last (before a number). Oldest first. */
export async function readMessages(
  reader: Reader,
  roomId: string,
  userId: string,
  { before, after, limit }: MessageRange,
): Promise<readonly Message[]> {
  if (after !== undefined) {
    const upTo = before === undefined ? sql`` : sql`AND m.seq < ${before}`;
    const rows = await reader.rows<MessageRow>(sql`
      SELECT ${messageColumns} FROM ${messageSource}
      WHERE m.room_id = ${roomId} AND m.seq > ${after} ${upTo} AND ${visibleTo(userId)}
      ORDER BY m.seq LIMIT ${limit + 1}`);
    return rows.map(messageOf);
  }
  const upTo = before === undefined ? sql`` : sql`AND m.seq < ${before}`;
  const rows = await reader.rows<MessageRow>(sql`
    SELECT ${messageColumns} FROM ${messageSource}
    WHERE m.room_id = ${roomId} ${upTo} AND ${visibleTo(userId)}
    ORDER BY m.seq DESC LIMIT ${limit + 1}`);
  return rows.map(messageOf).toReversed();
}

/** What changed in a room after a position, seen at one moment. */
export interface Snapshot {
  /** Where the room stood at that moment. */
  readonly seq: number;
  readonly rev: number;
  /** New messages and changed old ones, in no order; undefined when they were more than asked for. */
  readonly messages: readonly Message[] | undefined;
}

/**
 * Undefined when the room is gone. One statement, so one moment. Whatever is new has a later revision, too: the
 * number alone is asked for only where the revision is not known.
 */
export async function readChanges(
  reader: Reader,
  roomId: string,
  after: { readonly seq: number; readonly rev: number | undefined },
  limit: number,
): Promise<Snapshot | undefined> {
  const changed = after.rev === undefined ? sql`m.seq > ${after.seq}` : sql`m.rev > ${after.rev}`;
  const rows = await reader.rows<
    (MessageRow | { readonly id: null }) & { last_seq: number; last_rev: number }
  >(
    sql`
      SELECT room.last_seq, room.last_rev, found.*
      FROM chat.room room
      LEFT JOIN LATERAL (
        SELECT ${messageColumns} FROM ${messageSource}
        WHERE m.room_id = room.id AND ${changed} LIMIT ${limit + 1}
      ) found ON true
      WHERE room.id = ${roomId}`,
  );
  const [first] = rows;
  if (first === undefined) return undefined;
  const messages = rows.flatMap((row) => (row.id === null ? [] : [messageOf(row)]));
  return {
    seq: first.last_seq,
    rev: first.last_rev,
    messages: messages.length > limit ? undefined : messages,
  };
}
