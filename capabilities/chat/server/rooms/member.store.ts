import { type Reader, sql, type Tx } from '#platform/server/database';
import type { MemberRole, MemberRow } from './room.ts';

/** Answers how many were added; those who are in stay as they are. */
export function insertMembers(
  tx: Tx,
  roomId: string,
  userIds: readonly string[],
  { role, now }: { readonly role: MemberRole; readonly now: Date },
): Promise<number> {
  return tx.run(sql`
    INSERT INTO chat.member (room_id, user_id, role, joined_at, last_read_seq, notified_seq)
    SELECT r.id, u, ${role}, ${now}, r.last_seq, r.last_seq
    FROM chat.room r, unnest(${userIds}::uuid[]) AS u
    WHERE r.id = ${roomId}
    ON CONFLICT DO NOTHING`);
}

export function deleteMember(tx: Tx, roomId: string, userId: string): Promise<number> {
  return tx.run(sql`DELETE FROM chat.member WHERE room_id = ${roomId} AND user_id = ${userId}`);
}

export function findMember(reader: Reader, roomId: string, userId: string): Promise<MemberRow | undefined> {
  return reader.row<MemberRow>(sql`
    SELECT room_id, user_id, role, last_read_seq FROM chat.member
    WHERE room_id = ${roomId} AND user_id = ${userId}`);
}

/** Which of these persons are in the room. */
export function membersAmong(
  reader: Reader,
  roomId: string,
  userIds: readonly string[],
): Promise<{ readonly user_id: string }[]> {
  return reader.rows(sql`
    SELECT user_id FROM chat.member WHERE room_id = ${roomId} AND user_id = ANY(${userIds}::uuid[])`);
}

export async function countMembers(reader: Reader, roomId: string): Promise<number> {
  const row = await reader.row<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM chat.member WHERE room_id = ${roomId}`,
  );
  return row?.n ?? 0;
}

/** Everybody in a room, unless they are more than `limit`. */
export async function membersUpTo(
  reader: Reader,
  roomId: string,
  limit: number,
): Promise<readonly string[] | undefined> {
  const rows = await reader.rows<{ user_id: string }>(
    sql`SELECT user_id FROM chat.member WHERE room_id = ${roomId} LIMIT ${limit + 1}`,
  );
  return rows.length > limit ? undefined : rows.map(({ user_id }) => user_id);
}

/** Gives the group to whoever has been in it longest, when it has no owner. */
export function ensureOwner(tx: Tx, roomId: string): Promise<number> {
  return tx.run(sql`
    UPDATE chat.member SET role = 'owner'
    WHERE room_id = ${roomId}
      AND NOT EXISTS (SELECT 1 FROM chat.member WHERE room_id = ${roomId} AND role = 'owner')
      AND user_id = (
        SELECT user_id FROM chat.member WHERE room_id = ${roomId} ORDER BY joined_at, user_id LIMIT 1)`);
}

/** Answers where reading stands now; undefined when nothing changed. Never beyond the newest message. */
export async function advanceReading(
  tx: Reader,
  roomId: string,
  userId: string,
  seq: number,
): Promise<number | undefined> {
  const row = await tx.row<{ seq: number }>(sql`
    UPDATE chat.member m SET last_read_seq = least(${seq}, r.last_seq)
    FROM chat.room r
    WHERE r.id = m.room_id AND m.room_id = ${roomId} AND m.user_id = ${userId}
      AND m.last_read_seq < least(${seq}, r.last_seq)
    RETURNING m.last_read_seq AS seq`);
  return row?.seq;
}

export function setMuted(tx: Tx, roomId: string, userId: string, muted: boolean): Promise<number> {
  return tx.run(sql`
    UPDATE chat.member SET muted = ${muted} WHERE room_id = ${roomId} AND user_id = ${userId}`);
}

/** Of these pairs those who are no longer in their room. */
export function departed(
  reader: Reader,
  roomIds: readonly string[],
  userIds: readonly string[],
): Promise<{ readonly room_id: string; readonly user_id: string }[]> {
  return reader.rows(sql`
    SELECT p.room_id, p.user_id FROM unnest(${roomIds}::uuid[], ${userIds}::uuid[]) AS p (room_id, user_id)
    WHERE NOT EXISTS (
      SELECT 1 FROM chat.member m WHERE m.room_id = p.room_id AND m.user_id = p.user_id)`);
}

export interface UnreadRow {
  readonly user_id: string;
  readonly seq: number;
  readonly count: number;
  readonly author_id: string;
}

/**
 * Who has not read what others said and has not been told since they read last; takes note of telling them.
 * `author_id` wrote the newest of it.
 */
export function takeUntold(tx: Tx, roomId: string): Promise<UnreadRow[]> {
  return tx.rows<UnreadRow>(sql`
    WITH untold AS (
      SELECT m.user_id, unread.seq, unread.count, unread.author_id
      FROM chat.member m
      CROSS JOIN LATERAL (
        SELECT max(c.seq) AS seq, count(*)::int AS count,
          (array_agg(c.author_id ORDER BY c.seq DESC))[1] AS author_id
        FROM chat.message c
        WHERE c.room_id = m.room_id AND c.seq > m.last_read_seq AND c.author_id <> m.user_id
          AND NOT c.held AND c.deleted_at IS NULL
      ) unread
      WHERE m.room_id = ${roomId} AND NOT m.muted AND m.notified_seq <= m.last_read_seq AND unread.count > 0
    )
    UPDATE chat.member m SET notified_seq = untold.seq
    FROM untold WHERE m.room_id = ${roomId} AND m.user_id = untold.user_id
    RETURNING untold.user_id, untold.seq, untold.count, untold.author_id`);
}
