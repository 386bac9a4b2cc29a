import { type Reader, sql, type Tx } from '#platform/server/database';
import type { RoomKind } from '../index.ts';
import type { RoomRow } from './room.ts';

const columns = sql`id, kind, subject_id, title, low_id, high_id, last_seq, last_rev`;

export function findRoom(reader: Reader, id: string): Promise<RoomRow | undefined> {
  return reader.row<RoomRow>(sql`SELECT ${columns} FROM chat.room WHERE id = ${id}`);
}

/** Whoever writes into a room or changes its members takes this lock first. */
export function lockRoom(tx: Tx, id: string): Promise<RoomRow | undefined> {
  return tx.row<RoomRow>(sql`SELECT ${columns} FROM chat.room WHERE id = ${id} FOR UPDATE`);
}

export function findDirect(reader: Reader, low: string, high: string): Promise<RoomRow | undefined> {
  return reader.row<RoomRow>(
    sql`SELECT ${columns} FROM chat.room WHERE kind = 'direct' AND low_id = ${low} AND high_id = ${high}`,
  );
}

export function findBySubject(
  reader: Reader,
  kind: RoomKind,
  subjectId: string,
): Promise<RoomRow | undefined> {
  return reader.row<RoomRow>(
    sql`SELECT ${columns} FROM chat.room WHERE kind = ${kind} AND subject_id = ${subjectId}`,
  );
}

export interface RoomInsert {
  readonly id: string;
  readonly kind: RoomKind;
  readonly subjectId: string | null;
  readonly title: string | null;
  readonly pair: readonly [string, string] | null;
  readonly now: Date;
}

/** Answers false when there is a room of this pair or subject already. */
export async function insertRoom(tx: Tx, room: RoomInsert): Promise<boolean> {
  const { id, kind, subjectId, title, pair, now } = room;
  const inserted = await tx.run(sql`
    INSERT INTO chat.room (id, kind, subject_id, title, low_id, high_id, last_message_at, created_at)
    VALUES (${id}, ${kind}, ${subjectId}, ${title}, ${pair?.[0] ?? null}, ${pair?.[1] ?? null}, ${now}, ${now})
    ON CONFLICT DO NOTHING`);
  return inserted === 1;
}

export function setTitle(tx: Tx, id: string, title: string): Promise<number> {
  return tx.run(sql`UPDATE chat.room SET title = ${title} WHERE id = ${id}`);
}

export interface Advance {
  /** How many messages begin to exist. */
  readonly messages: number;
  /** How many messages begin to exist or change. */
  readonly changes: number;
  readonly now: Date;
}

/** Takes the next numbers of a locked room; answers the numbers of the last ones taken. */
export async function advanceRoom(
  tx: Tx,
  id: string,
  { messages, changes, now }: Advance,
): Promise<{ readonly seq: number; readonly rev: number }> {
  const row = await tx.row<{ seq: number; rev: number }>(sql`
    UPDATE chat.room
    SET last_seq = last_seq + ${messages}, last_rev = last_rev + ${changes},
      last_message_at = CASE WHEN ${messages} > 0 THEN greatest(last_message_at, ${now}) ELSE last_message_at END
    WHERE id = ${id}
    RETURNING last_seq AS seq, last_rev AS rev`);
  if (row === undefined) throw new Error('The room to write into is gone.');
  return row;
}

export function deleteSupportRoom(tx: Tx, userId: string): Promise<number> {
  return tx.run(sql`DELETE FROM chat.room WHERE kind = 'support' AND subject_id = ${userId}`);
}

export function roomRevisions(
  reader: Reader,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly last_rev: number }[]> {
  return reader.rows(sql`SELECT id, last_rev FROM chat.room WHERE id = ANY(${ids}::uuid[])`);
}
