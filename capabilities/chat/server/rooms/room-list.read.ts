import { type Page, pageOf } from '#base/page';
import { type Reader, type Sql, sql } from '#platform/server/database';
import type { RoomKind } from '../index.ts';
import { type MessageRow, messageColumns, messageOf, messageSource } from '../messages/message.store.ts';
import type { Message } from '../messages/message.ts';
import { decodePlace, encodePlace } from './cursor.rules.ts';
import type { MemberRow } from './room.ts';

/** A room as somebody sees it in a list. */
export interface RoomView {
  readonly id: string;
  readonly kind: RoomKind;
  readonly title: string | null;
  readonly lowId: string | null;
  readonly highId: string | null;
  readonly lastMessage: Message | null;
  readonly unread: number;
  readonly muted: boolean;
  readonly blocked: boolean;
  readonly lastMessageAt: Date;
  readonly createdAt: Date;
}

interface RoomViewRow {
  readonly room_id: string;
  readonly kind: RoomKind;
  readonly title: string | null;
  readonly low_id: string | null;
  readonly high_id: string | null;
  readonly muted: boolean;
  readonly blocked: boolean;
  readonly unread: number;
  readonly last_message_at: Date;
  readonly room_created_at: Date;
  readonly last_id: string | null;
}

/** Unread messages are counted up to this. */
const mostUnread = 100;

function viewSql(userId: string, source: Sql, ending: Sql): Sql {
  return sql`
    SELECT r.id AS room_id, r.kind, r.title, r.low_id, r.high_id, coalesce(mine.muted, false) AS muted,
      r.last_message_at, r.created_at AS room_created_at, unread.n AS unread, last.id AS last_id,
      r.kind = 'direct' AND EXISTS (
        SELECT 1 FROM chat.block b
        WHERE (b.by_id = r.low_id AND b.user_id = r.high_id) OR (b.by_id = r.high_id AND b.user_id = r.low_id)
      ) AS blocked
    FROM ${source}
    LEFT JOIN LATERAL (
      SELECT m.id FROM chat.message m
      WHERE m.room_id = r.id AND (NOT m.held OR m.author_id = ${userId})
      ORDER BY m.seq DESC LIMIT 1
    ) last ON true
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS n FROM (
        SELECT 1 FROM chat.message m
        WHERE m.room_id = r.id AND m.seq > coalesce(mine.last_read_seq, 0) AND m.author_id <> ${userId}
          AND NOT m.held AND m.deleted_at IS NULL
        LIMIT ${mostUnread}
      ) counted
    ) unread
    ${ending}`;
}

async function viewsOf(reader: Reader, rows: readonly RoomViewRow[]): Promise<readonly RoomView[]> {
  const ids = rows.flatMap(({ last_id }) => last_id ?? []);
  const last =
    ids.length === 0
      ? []
      : await reader.rows<MessageRow>(
          sql`SELECT ${messageColumns} FROM ${messageSource} WHERE m.id = ANY(${ids}::uuid[])`,
        );
  const byId = new Map(last.map((row) => [row.id, messageOf(row)]));
  return rows.map((row) => ({
    id: row.room_id,
    kind: row.kind,
    title: row.title,
    lowId: row.low_id,
    highId: row.high_id,
    lastMessage: byId.get(row.last_id ?? '') ?? null,
    unread: row.unread,
    muted: row.muted,
    blocked: row.blocked,
    lastMessageAt: row.last_message_at,
    createdAt: row.room_created_at,
  }));
}

/** One room, as this person sees it. */
export async function viewRoom(
  reader: Reader,
  roomId: string,
  userId: string,
): Promise<RoomView | undefined> {
  const source = sql`chat.room r LEFT JOIN chat.member mine ON mine.room_id = r.id AND mine.user_id = ${userId}`;
  const rows = await reader.rows<RoomViewRow>(viewSql(userId, source, sql`WHERE r.id = ${roomId}`));
  return (await viewsOf(reader, rows))[0];
}

export interface RoomListOptions {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Every support room in place of one's own rooms. */
  readonly support: boolean;
}

/** The rooms of a person, the one used last first. */
export async function listRooms(
  reader: Reader,
  userId: string,
  { limit, cursor, support }: RoomListOptions,
): Promise<Page<RoomView>> {
  const place = cursor === undefined ? undefined : decodePlace(cursor);
  const after =
    place === undefined
      ? sql``
      : sql`AND (r.last_message_at, r.id) < (${new Date(place.at)}, ${place.id}::uuid)`;
  const source = support
    ? sql`chat.room r LEFT JOIN chat.member mine ON mine.room_id = r.id AND mine.user_id = ${userId}`
    : sql`chat.member mine JOIN chat.room r ON r.id = mine.room_id`;
  const filter = support ? sql`r.kind = 'support'` : sql`mine.user_id = ${userId}`;
  const ending = sql`
    WHERE ${filter} ${after} ORDER BY r.last_message_at DESC, r.id DESC LIMIT ${limit + 1}`;
  const rows = await reader.rows<RoomViewRow>(viewSql(userId, source, ending));
  return pageOf(await viewsOf(reader, rows), limit, (last) =>
    encodePlace({ at: last.lastMessageAt.getTime(), id: last.id }),
  );
}

export interface MemberView extends MemberRow {
  /** Everybody in the room. */
  readonly total: number;
}

/** At most `limit` members of each room, those who joined first. */
export function membersOf(reader: Reader, roomIds: readonly string[], limit: number): Promise<MemberView[]> {
  return reader.rows<MemberView>(sql`
    SELECT room_id, user_id, role, last_read_seq, total FROM (
      SELECT m.*, count(*) OVER (PARTITION BY m.room_id)::int AS total,
        row_number() OVER (PARTITION BY m.room_id ORDER BY m.joined_at, m.user_id) AS place
      FROM chat.member m WHERE m.room_id = ANY(${roomIds}::uuid[])
    ) placed
    WHERE place <= ${limit} ORDER BY room_id, place`);
}
