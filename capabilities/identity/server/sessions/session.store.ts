import { type Reader, sql, type Tx } from '#platform/server/database';

export interface SessionRow {
  readonly id: string;
  readonly user_id: string;
  readonly method: string;
  readonly user_agent: string;
  readonly address_prefix: string;
  readonly created_at: Date;
  readonly authenticated_at: Date;
  readonly last_used_at: Date;
  readonly expires_at: Date;
}

export interface NewSession {
  readonly id: string;
  readonly userId: string;
  readonly method: string;
  readonly userAgent: string;
  readonly addressPrefix: string;
  readonly now: Date;
  readonly expiresAt: Date;
}

const columns = sql`id, user_id, method, user_agent, address_prefix, created_at, authenticated_at, last_used_at, expires_at`;

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.session (id, user_id, method, user_agent, address_prefix,
      created_at, authenticated_at, last_used_at, expires_at)
    VALUES (${session.id}, ${session.userId}, ${session.method}, ${session.userAgent}, ${session.addressPrefix},
      ${session.now}, ${session.now}, ${session.now}, ${session.expiresAt})`);
}

export async function findSession(reader: Reader, id: string): Promise<SessionRow | undefined> {
  return reader.row<SessionRow>(
    sql`SELECT ${columns} FROM identity.session WHERE id = ${id}::uuid AND revoked_at IS NULL`,
  );
}

export async function liveSessions(reader: Reader, userId: string, now: Date): Promise<SessionRow[]> {
  return reader.rows<SessionRow>(sql`
    SELECT ${columns} FROM identity.session
    WHERE user_id = ${userId}::uuid AND revoked_at IS NULL AND expires_at > ${now}
    ORDER BY last_used_at DESC, id`);
}

export async function touchSession(tx: Tx, id: string, now: Date, expiresAt: Date): Promise<void> {
  await tx.run(
    sql`UPDATE identity.session SET last_used_at = ${now}, expires_at = ${expiresAt} WHERE id = ${id}::uuid`,
  );
}

export async function revokeOne(
  tx: Tx,
  userId: string,
  id: string,
  reason: string,
  now: Date,
): Promise<boolean> {
  const revoked = await tx.run(sql`
    UPDATE identity.session SET revoked_at = ${now}, revoke_reason = ${reason}
    WHERE id = ${id}::uuid AND user_id = ${userId}::uuid AND revoked_at IS NULL`);
  return revoked === 1;
}

/** Ends all sessions of a person but one; answers the ended ones. */
export async function revokeAll(
  tx: Tx,
  userId: string,
  except: string | null,
  reason: string,
  now: Date,
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    UPDATE identity.session SET revoked_at = ${now}, revoke_reason = ${reason}
    WHERE user_id = ${userId}::uuid AND revoked_at IS NULL AND id IS DISTINCT FROM ${except}::uuid
    RETURNING id`);
  return rows.map((row) => row.id);
}
