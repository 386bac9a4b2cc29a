import { type Reader, sql, type Tx } from '#platform/server/database';

export interface AccessRow {
  readonly locked: boolean;
  readonly permission_version: number;
  readonly roles: string[];
  readonly permissions: string[];
  /** When a personal exception runs out next. */
  readonly changes_at: Date | null;
  readonly session_expires_at: Date | null;
}

/** What an account may do at this moment, and until when the session lives (null: it does not). */
export async function loadAccess(
  reader: Reader,
  userId: string,
  sessionId: string | null,
  now: Date,
): Promise<AccessRow | undefined> {
  return reader.row<AccessRow>(sql`
    SELECT a.locked_at IS NOT NULL AS locked, a.permission_version,
      ARRAY(SELECT ur.role FROM identity.user_role ur WHERE ur.user_id = a.id ORDER BY ur.role) AS roles,
      ARRAY(
        (SELECT rp.permission FROM identity.user_role ur
           JOIN identity.role_permission rp ON rp.role = ur.role WHERE ur.user_id = a.id
         UNION
         SELECT permission FROM identity.user_permission
           WHERE user_id = a.id AND effect = 'allow' AND (expires_at IS NULL OR expires_at > ${now}))
        EXCEPT
        SELECT permission FROM identity.user_permission
          WHERE user_id = a.id AND effect = 'deny' AND (expires_at IS NULL OR expires_at > ${now})
        ORDER BY 1) AS permissions,
      (SELECT min(expires_at) FROM identity.user_permission
         WHERE user_id = a.id AND expires_at > ${now}) AS changes_at,
      (SELECT s.expires_at FROM identity.session s
         WHERE s.id = ${sessionId}::uuid AND s.user_id = a.id AND s.revoked_at IS NULL) AS session_expires_at
    FROM identity.account a WHERE a.id = ${userId}::uuid`);
}

export async function notifyAccess(tx: Tx, payload: string): Promise<void> {
  await tx.run(sql`SELECT pg_notify('identity_access', ${payload})`);
}

export async function bumpVersion(tx: Tx, userId: string): Promise<void> {
  await tx.run(
    sql`UPDATE identity.account SET permission_version = permission_version + 1 WHERE id = ${userId}::uuid`,
  );
}
