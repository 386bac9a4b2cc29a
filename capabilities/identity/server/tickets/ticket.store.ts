import { type Reader, sql } from '#platform/server/database';

export async function insertTicket(
  reader: Reader,
  ticket: { hash: Buffer; userId: string; sessionId: string; expiresAt: Date },
): Promise<void> {
  await reader.run(sql`
    INSERT INTO identity.ws_ticket (hash, user_id, session_id, expires_at)
    VALUES (${ticket.hash}, ${ticket.userId}, ${ticket.sessionId}, ${ticket.expiresAt})`);
}

export async function takeTicket(
  reader: Reader,
  hash: Buffer,
  now: Date,
): Promise<{ userId: string; sessionId: string } | undefined> {
  const row = await reader.row<{ user_id: string; session_id: string; expires_at: Date }>(
    sql`DELETE FROM identity.ws_ticket WHERE hash = ${hash} RETURNING user_id, session_id, expires_at`,
  );
  if (row === undefined || row.expires_at <= now) return undefined;
  return { userId: row.user_id, sessionId: row.session_id };
}
