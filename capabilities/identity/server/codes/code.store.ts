import { type Reader, sql, type Tx } from '#platform/server/database';

export type CodePurpose = 'verify_email' | 'reset_password';

/**
 * Puts a new code in place of the old one. Answers false, and changes nothing, when one was sent too recently
 * or too many in the present day: a stranger may not fill somebody's mailbox.
 */
export async function putCode(
  tx: Tx,
  code: { userId: string; purpose: CodePurpose; hash: Buffer; now: Date; expiresAt: Date },
  limits: { pauseSeconds: number; perDay: number },
): Promise<boolean> {
  const { userId, purpose, hash, now, expiresAt } = code;
  const put = await tx.run(sql`
    INSERT INTO identity.one_time_code AS c
      (user_id, purpose, code_hash, attempts, sends, window_started_at, sent_at, expires_at)
    VALUES (${userId}, ${purpose}, ${hash}, 0, 1, ${now}, ${now}, ${expiresAt})
    ON CONFLICT (user_id, purpose) DO UPDATE SET
      code_hash = excluded.code_hash, attempts = 0, sent_at = excluded.sent_at, expires_at = excluded.expires_at,
      sends = CASE WHEN c.window_started_at < ${now}::timestamptz - interval '1 day' THEN 1 ELSE c.sends + 1 END,
      window_started_at = CASE WHEN c.window_started_at < ${now}::timestamptz - interval '1 day'
        THEN ${now}::timestamptz ELSE c.window_started_at END
    WHERE c.sent_at <= ${now}::timestamptz - make_interval(secs => ${limits.pauseSeconds})
      AND (c.sends < ${limits.perDay} OR c.window_started_at < ${now}::timestamptz - interval '1 day')`);
  return put === 1;
}

/** Counts a try on a live code and answers its hash; undefined when there is none or the tries are used up. */
export async function tryCode(
  reader: Reader,
  userId: string,
  purpose: CodePurpose,
  maxAttempts: number,
  now: Date,
): Promise<Buffer | undefined> {
  const row = await reader.row<{ code_hash: Buffer }>(sql`
    UPDATE identity.one_time_code SET attempts = attempts + 1
    WHERE user_id = ${userId}::uuid AND purpose = ${purpose} AND code_hash IS NOT NULL
      AND attempts < ${maxAttempts} AND expires_at > ${now}
    RETURNING code_hash`);
  return row?.code_hash;
}

/** Uses a code up; answers false when somebody else just did. */
export async function spendCode(
  tx: Tx,
  userId: string,
  purpose: CodePurpose,
  hash: Buffer,
): Promise<boolean> {
  const spent = await tx.run(sql`
    UPDATE identity.one_time_code SET code_hash = NULL
    WHERE user_id = ${userId}::uuid AND purpose = ${purpose} AND code_hash = ${hash}`);
  return spent === 1;
}
