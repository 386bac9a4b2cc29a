import { type Reader, sql, type Tx } from '#platform/server/database';

export interface FamilyRow {
  readonly session_id: string;
  readonly user_id: string;
  readonly revoked_at: Date | null;
  readonly session_created_at: Date;
  readonly used_at: Date | null;
  readonly child_hash: Buffer | null;
  readonly expires_at: Date;
}

export async function insertRefreshToken(
  tx: Tx,
  token: { hash: Buffer; sessionId: string; parentHash: Buffer | null; now: Date; expiresAt: Date },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.refresh_token (hash, session_id, parent_hash, created_at, expires_at)
    VALUES (${token.hash}, ${token.sessionId}, ${token.parentHash}, ${token.now}, ${token.expiresAt})`);
}

/** Locks the token and its family until the end of the transaction: refreshes of one family follow one another. */
export async function lockFamily(tx: Tx, hash: Buffer): Promise<FamilyRow | undefined> {
  return tx.row<FamilyRow>(sql`
    SELECT t.session_id, s.user_id, s.revoked_at, s.created_at AS session_created_at,
      t.used_at, t.child_hash, t.expires_at
    FROM identity.refresh_token t JOIN identity.session s ON s.id = t.session_id
    WHERE t.hash = ${hash} FOR UPDATE`);
}

export async function sessionOfToken(reader: Reader, hash: Buffer): Promise<string | undefined> {
  const row = await reader.row<{ session_id: string }>(
    sql`SELECT session_id FROM identity.refresh_token WHERE hash = ${hash}`,
  );
  return row?.session_id;
}

export async function isUsed(tx: Tx, hash: Buffer): Promise<boolean> {
  const row = await tx.row<{ used: boolean }>(
    sql`SELECT used_at IS NOT NULL AS used FROM identity.refresh_token WHERE hash = ${hash}`,
  );
  return row?.used ?? true;
}

export async function markUsed(tx: Tx, hash: Buffer, childHash: Buffer, now: Date): Promise<void> {
  await tx.run(
    sql`UPDATE identity.refresh_token SET used_at = ${now}, child_hash = ${childHash} WHERE hash = ${hash}`,
  );
}
