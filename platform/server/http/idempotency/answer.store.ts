import { type Database, type Reader, sql, type Tx } from '#platform/server/database';

/** An answer as it was sent. */
export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface KeyRow {
  readonly fingerprint: Buffer;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly body: string | null;
}

export interface Claim {
  readonly keyHash: Buffer;
  readonly userId: string | null;
  readonly fingerprint: Buffer;
  readonly claim: string;
}

/** Takes the key when it is free, expired, or left by a run that died. One statement, so two cannot both win. */
export async function takeKey(
  reader: Reader,
  { keyHash, userId, fingerprint, claim }: Claim,
  times: { readonly now: Date; readonly claimExpiresAt: Date; readonly expiresAt: Date },
): Promise<boolean> {
  const taken = await reader.run(sql`
    INSERT INTO platform.idempotency AS held
      (key_hash, user_id, fingerprint, claim, claim_expires_at, expires_at)
    VALUES (${keyHash}, ${userId}, ${fingerprint}, ${claim}, ${times.claimExpiresAt}, ${times.expiresAt})
    ON CONFLICT (key_hash) DO UPDATE SET
      user_id = excluded.user_id, fingerprint = excluded.fingerprint, claim = excluded.claim,
      claim_expires_at = excluded.claim_expires_at, expires_at = excluded.expires_at,
      status = NULL, headers = NULL, body = NULL
    WHERE held.expires_at <= ${times.now}
       OR (held.status IS NULL AND held.claim_expires_at <= ${times.now})`);
  return taken === 1;
}

export async function findKey(reader: Reader, keyHash: Buffer): Promise<KeyRow | undefined> {
  return reader.row<KeyRow>(sql`
    SELECT fingerprint, status, headers, body FROM platform.idempotency WHERE key_hash = ${keyHash}`);
}

/** Keeps the answer, unless another run took the key over meanwhile. */
export async function keepAnswer(reader: Reader, held: Claim, answer: StoredAnswer): Promise<void> {
  await reader.run(sql`
    UPDATE platform.idempotency
    SET status = ${answer.status}, headers = ${JSON.stringify(answer.headers)}::jsonb, body = ${answer.body}
    WHERE key_hash = ${held.keyHash} AND claim = ${held.claim}`);
}

export async function releaseKey(reader: Reader, held: Claim): Promise<void> {
  await reader.run(sql`
    DELETE FROM platform.idempotency WHERE key_hash = ${held.keyHash} AND claim = ${held.claim}`);
}

/** Deletes answers older than a day; answers how many. To be run on a schedule. */
export async function purgeIdempotency(database: Database, now: Date): Promise<number> {
  return database.run(sql`DELETE FROM platform.idempotency WHERE expires_at <= ${now}`);
}

/** Deletes the kept answers of a person. */
export async function eraseIdempotency(tx: Tx, userId: string): Promise<number> {
  return tx.run(sql`DELETE FROM platform.idempotency WHERE user_id = ${userId}`);
}
