import { type Reader, sql, type Tx } from '#platform/server/database';

export function insertBlock(tx: Tx, byId: string, userId: string, now: Date): Promise<number> {
  return tx.run(sql`
    INSERT INTO chat.block (by_id, user_id, created_at) VALUES (${byId}, ${userId}, ${now})
    ON CONFLICT DO NOTHING`);
}

export function deleteBlock(tx: Tx, byId: string, userId: string): Promise<number> {
  return tx.run(sql`DELETE FROM chat.block WHERE by_id = ${byId} AND user_id = ${userId}`);
}

/** In either direction. */
export async function isBlocked(reader: Reader, one: string, other: string): Promise<boolean> {
  const row = await reader.row(sql`
    SELECT 1 FROM chat.block
    WHERE (by_id = ${one} AND user_id = ${other}) OR (by_id = ${other} AND user_id = ${one})`);
  return row !== undefined;
}

export async function blockedWith(reader: Reader, userId: string): Promise<ReadonlySet<string>> {
  const rows = await reader.rows<{ id: string }>(sql`
    SELECT user_id AS id FROM chat.block WHERE by_id = ${userId}
    UNION SELECT by_id FROM chat.block WHERE user_id = ${userId}`);
  return new Set(rows.map(({ id }) => id));
}

export function deleteBlocksOf(tx: Tx, userId: string): Promise<number> {
  return tx.run(sql`DELETE FROM chat.block WHERE by_id = ${userId} OR user_id = ${userId}`);
}
