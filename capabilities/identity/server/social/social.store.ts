import { type Reader, sql, type Tx } from '#platform/server/database';
import type { ProviderName } from '../../contract/index.ts';

export interface StateRow {
  readonly binder_hash: Buffer;
  readonly provider: ProviderName;
  readonly sealed: Buffer;
  readonly return_to: string | null;
  readonly user_id: string | null;
  readonly expires_at: Date;
}

export async function insertState(reader: Reader, hash: Buffer, row: StateRow): Promise<void> {
  await reader.run(sql`
    INSERT INTO identity.oauth_state (hash, binder_hash, provider, sealed, return_to, user_id, expires_at)
    VALUES (${hash}, ${row.binder_hash}, ${row.provider}, ${row.sealed}, ${row.return_to}, ${row.user_id},
      ${row.expires_at})`);
}

/** A state works once, whatever becomes of it. */
export async function takeState(reader: Reader, hash: Buffer): Promise<StateRow | undefined> {
  return reader.row<StateRow>(sql`
    DELETE FROM identity.oauth_state WHERE hash = ${hash}
    RETURNING binder_hash, provider, sealed, return_to, user_id, expires_at`);
}

export async function ownerOf(
  reader: Reader,
  provider: ProviderName,
  subject: string,
): Promise<string | undefined> {
  const row = await reader.row<{ user_id: string }>(
    sql`SELECT user_id FROM identity.external_account WHERE provider = ${provider} AND subject = ${subject}`,
  );
  return row?.user_id;
}

/** Answers false when the external account belongs to somebody, or the person has another one there. */
export async function linkExternal(
  tx: Tx,
  link: { provider: string; subject: string; userId: string; now: Date },
): Promise<boolean> {
  const linked = await tx.run(sql`
    INSERT INTO identity.external_account (provider, subject, user_id, created_at)
    VALUES (${link.provider}, ${link.subject}, ${link.userId}, ${link.now}) ON CONFLICT DO NOTHING`);
  return linked === 1;
}

export async function unlinkExternal(tx: Tx, userId: string, provider: ProviderName): Promise<boolean> {
  return (
    (await tx.run(
      sql`DELETE FROM identity.external_account WHERE user_id = ${userId}::uuid AND provider = ${provider}`,
    )) === 1
  );
}

export async function providersOf(reader: Reader, userId: string): Promise<string[]> {
  const rows = await reader.rows<{ provider: string }>(
    sql`SELECT provider FROM identity.external_account WHERE user_id = ${userId}::uuid ORDER BY provider`,
  );
  return rows.map((row) => row.provider);
}

export interface PendingRow {
  readonly provider: ProviderName;
  readonly subject: string;
  readonly email: string | null;
  readonly display_name: string;
  readonly locale: 'ru' | 'en';
  readonly code_hash: Buffer | null;
}

const pendingColumns = sql`provider, subject, email, display_name, locale, code_hash`;

export async function insertPending(
  tx: Tx,
  hash: Buffer,
  pending: Omit<PendingRow, 'code_hash'> & { expires_at: Date },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.pending_registration (hash, provider, subject, email, display_name, locale, expires_at)
    VALUES (${hash}, ${pending.provider}, ${pending.subject}, ${pending.email}, ${pending.display_name},
      ${pending.locale}, ${pending.expires_at})`);
}

export async function lockPending(tx: Tx, hash: Buffer, now: Date): Promise<PendingRow | undefined> {
  return tx.row<PendingRow>(sql`
    SELECT ${pendingColumns} FROM identity.pending_registration
    WHERE hash = ${hash} AND expires_at > ${now} FOR UPDATE`);
}

/** Answers false when too many codes were sent for this registration. */
export async function setPendingCode(
  tx: Tx,
  hash: Buffer,
  email: string,
  codeHash: Buffer | null,
  maxSends: number,
): Promise<boolean> {
  const set = await tx.run(sql`
    UPDATE identity.pending_registration
    SET email = ${email}, code_hash = ${codeHash}, attempts = 0, sends = sends + 1
    WHERE hash = ${hash} AND sends < ${maxSends}`);
  return set === 1;
}

/** Counts a try; undefined when there is no live registration or the tries are used up. */
export async function tryPending(
  reader: Reader,
  hash: Buffer,
  maxAttempts: number,
  now: Date,
): Promise<PendingRow | undefined> {
  return reader.row<PendingRow>(sql`
    UPDATE identity.pending_registration SET attempts = attempts + 1
    WHERE hash = ${hash} AND attempts < ${maxAttempts} AND expires_at > ${now}
    RETURNING ${pendingColumns}`);
}

export async function deletePending(tx: Tx, hash: Buffer): Promise<boolean> {
  return (await tx.run(sql`DELETE FROM identity.pending_registration WHERE hash = ${hash}`)) === 1;
}
