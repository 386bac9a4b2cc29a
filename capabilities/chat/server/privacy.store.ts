import { type Reader, sql, type Tx } from '#platform/server/database';

export interface OwnMessageRow {
  readonly room_id: string;
  readonly body: string;
  readonly attachment_ids: readonly string[];
  readonly created_at: Date;
  readonly edited_at: Date | null;
}

export function ownMessages(reader: Reader, userId: string): Promise<OwnMessageRow[]> {
  return reader.rows(sql`
    SELECT room_id, body, attachment_ids, created_at, edited_at FROM chat.message
    WHERE author_id = ${userId} AND deleted_at IS NULL ORDER BY room_id, seq`);
}

export function ownRooms(
  reader: Reader,
  userId: string,
): Promise<{ readonly room_id: string; readonly kind: string; readonly title: string | null }[]> {
  return reader.rows(sql`
    SELECT r.id AS room_id, r.kind, r.title FROM chat.member m JOIN chat.room r ON r.id = m.room_id
    WHERE m.user_id = ${userId} ORDER BY r.id`);
}

export function ownBlocks(reader: Reader, userId: string): Promise<{ readonly user_id: string }[]> {
  return reader.rows(sql`SELECT user_id FROM chat.block WHERE by_id = ${userId} ORDER BY user_id`);
}

/** The files of a person's messages, to be let go. */
export function ownAttachments(
  reader: Reader,
  userId: string,
): Promise<{ readonly id: string; readonly attachment_ids: readonly string[] }[]> {
  return reader.rows(sql`
    SELECT id, attachment_ids FROM chat.message WHERE author_id = ${userId} AND attachment_ids <> '{}'`);
}

/** Turns everything a person said into tombstones of nobody. Answers the rooms it was said in. */
export async function unlinkMessages(tx: Tx, userId: string, now: Date): Promise<readonly string[]> {
  await tx.run(sql`
    DELETE FROM chat.message_revision v USING chat.message m
    WHERE v.message_id = m.id AND m.author_id = ${userId}`);
  await tx.run(sql`
    DELETE FROM chat.report r USING chat.message m WHERE r.message_id = m.id AND m.author_id = ${userId}`);
  const rooms = await tx.rows<{ room_id: string; first_rev: number }>(sql`
    WITH said AS (
      SELECT room_id, count(*) AS n FROM chat.message WHERE author_id = ${userId} GROUP BY room_id
    ), locked AS (
      SELECT r.id, said.n FROM chat.room r JOIN said ON said.room_id = r.id ORDER BY r.id FOR UPDATE OF r
    )
    UPDATE chat.room r SET last_rev = r.last_rev + locked.n
    FROM locked WHERE locked.id = r.id
    RETURNING r.id AS room_id, r.last_rev - locked.n AS first_rev`);
  for (const { room_id, first_rev } of rooms) {
    await tx.run(sql`
      UPDATE chat.message m
      SET body = '', author_id = NULL, client_id = NULL, attachment_ids = '{}', rev = ${first_rev} + o.place,
        deleted_at = coalesce(m.deleted_at, ${now}), deleted_by = coalesce(m.deleted_by, 'author')
      FROM (
        SELECT id, row_number() OVER (ORDER BY seq) AS place FROM chat.message
        WHERE room_id = ${room_id} AND author_id = ${userId}
      ) o
      WHERE m.id = o.id`);
  }
  return rooms.map(({ room_id }) => room_id);
}

export async function forgetMember(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`DELETE FROM chat.member WHERE user_id = ${userId}`);
}
