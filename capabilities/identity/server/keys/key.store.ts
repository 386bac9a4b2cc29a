import type { JWK } from 'jose';
import { type Reader, sql, type Tx } from '#platform/server/database';

export type KeyState = 'next' | 'active' | 'retired';

export interface KeyRow {
  readonly kid: string;
  readonly state: KeyState;
  readonly public_jwk: JWK;
  readonly private_jwk: Buffer;
  readonly activated_at: Date | null;
  readonly retired_at: Date | null;
}

const rotationLock = 4_206_117_301;

/** One rotation at a time, over all processes; until the end of the transaction. */
export async function lockRotation(tx: Tx): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(${rotationLock}::bigint)`);
}

export async function allKeys(reader: Reader): Promise<KeyRow[]> {
  return reader.rows<KeyRow>(
    sql`SELECT kid, state, public_jwk, private_jwk, activated_at, retired_at
        FROM identity.signing_key ORDER BY created_at, kid`,
  );
}

export async function insertKey(
  tx: Tx,
  key: { kid: string; state: KeyState; publicJwk: JWK; sealed: Buffer },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.signing_key (kid, state, public_jwk, private_jwk, created_at, activated_at)
    VALUES (${key.kid}, ${key.state}, ${JSON.stringify(key.publicJwk)}::jsonb, ${key.sealed}, ${now},
      CASE WHEN ${key.state} = 'active' THEN ${now}::timestamptz END)`);
}

export async function retireActive(tx: Tx, now: Date): Promise<void> {
  await tx.run(
    sql`UPDATE identity.signing_key SET state = 'retired', retired_at = ${now} WHERE state = 'active'`,
  );
}

export async function activateNext(tx: Tx, now: Date): Promise<void> {
  await tx.run(
    sql`UPDATE identity.signing_key SET state = 'active', activated_at = ${now} WHERE state = 'next'`,
  );
}

export async function deleteRetired(tx: Tx, before: Date): Promise<number> {
  return tx.run(sql`DELETE FROM identity.signing_key WHERE state = 'retired' AND retired_at < ${before}`);
}

export async function announceKeys(tx: Tx): Promise<void> {
  await tx.run(sql`SELECT pg_notify('identity_keys', '')`);
}
