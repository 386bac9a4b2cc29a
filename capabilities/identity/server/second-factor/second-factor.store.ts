import { type Reader, sql, type Tx } from '#platform/server/database';

export async function setPending(tx: Tx, userId: string, sealed: Buffer): Promise<void> {
  await tx.run(sql`UPDATE identity.account SET totp_pending = ${sealed} WHERE id = ${userId}::uuid`);
}

export async function enableTotp(tx: Tx, userId: string, step: number, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE identity.account SET totp_secret = totp_pending, totp_pending = NULL,
      totp_enabled_at = ${now}, totp_last_step = ${step} WHERE id = ${userId}::uuid`);
}

export async function disableTotp(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`
    UPDATE identity.account SET totp_secret = NULL, totp_pending = NULL, totp_enabled_at = NULL,
      totp_last_step = NULL WHERE id = ${userId}::uuid`);
  await tx.run(sql`DELETE FROM identity.recovery_code WHERE user_id = ${userId}::uuid`);
}

/** Answers false when this step, or a later one, was used already: a code works once. */
export async function spendStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const used = await tx.run(sql`
    UPDATE identity.account SET totp_last_step = ${step}
    WHERE id = ${userId}::uuid AND (totp_last_step IS NULL OR totp_last_step < ${step})`);
  return used === 1;
}

export async function replaceRecoveryCodes(tx: Tx, userId: string, hashes: readonly Buffer[]): Promise<void> {
  await tx.run(sql`DELETE FROM identity.recovery_code WHERE user_id = ${userId}::uuid`);
  await tx.run(sql`
    INSERT INTO identity.recovery_code (user_id, hash)
    SELECT ${userId}::uuid, unnest(${hashes}::bytea[])`);
}

export async function spendRecoveryCode(tx: Tx, userId: string, hash: Buffer, now: Date): Promise<boolean> {
  const used = await tx.run(sql`
    UPDATE identity.recovery_code SET used_at = ${now}
    WHERE user_id = ${userId}::uuid AND hash = ${hash} AND used_at IS NULL`);
  return used === 1;
}

export interface ChallengeRow {
  readonly user_id: string;
  readonly method: string;
}

export async function insertChallenge(
  tx: Tx,
  challenge: { hash: Buffer; userId: string; method: string; expiresAt: Date },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.login_challenge (hash, user_id, method, expires_at)
    VALUES (${challenge.hash}, ${challenge.userId}, ${challenge.method}, ${challenge.expiresAt})`);
}

/** Counts a try; undefined when the challenge is unknown, old or tried too often. */
export async function tryChallenge(
  reader: Reader,
  hash: Buffer,
  maxAttempts: number,
  now: Date,
): Promise<ChallengeRow | undefined> {
  return reader.row<ChallengeRow>(sql`
    UPDATE identity.login_challenge SET attempts = attempts + 1
    WHERE hash = ${hash} AND attempts < ${maxAttempts} AND expires_at > ${now}
    RETURNING user_id, method`);
}

export async function takeChallenge(tx: Tx, hash: Buffer): Promise<boolean> {
  return (await tx.run(sql`DELETE FROM identity.login_challenge WHERE hash = ${hash}`)) === 1;
}
