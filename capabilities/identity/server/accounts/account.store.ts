import { joinSql, type Reader, type Sql, sql, type Tx } from '#platform/server/database';

export interface AccountRow {
  readonly id: string;
  readonly email: string | null;
  readonly email_verified_at: Date | null;
  readonly display_name: string;
  readonly locale: 'ru' | 'en';
  readonly time_zone: string;
  readonly password_hash: string | null;
  readonly contested: boolean;
  readonly locked_at: Date | null;
  readonly lock_reason: string | null;
  readonly permission_version: number;
  readonly totp_secret: Buffer | null;
  readonly totp_pending: Buffer | null;
  readonly totp_enabled_at: Date | null;
  readonly totp_last_step: number | null;
  readonly created_at: Date;
}

export interface NewAccount {
  readonly id: string;
  readonly email: string | null;
  readonly emailVerifiedAt: Date | null;
  readonly displayName: string;
  readonly locale: 'ru' | 'en';
  readonly timeZone: string;
  readonly passwordHash: string | null;
  readonly createdAt: Date;
}

export interface ProfileChange {
  readonly display_name?: string | undefined;
  readonly locale?: 'ru' | 'en' | undefined;
  readonly time_zone?: string | undefined;
}

const columns = sql`id, email, email_verified_at, display_name, locale, time_zone, password_hash, contested,
  locked_at, lock_reason, permission_version, totp_secret, totp_pending, totp_enabled_at, totp_last_step, created_at`;

export async function findAccount(reader: Reader, id: string): Promise<AccountRow | undefined> {
  return reader.row<AccountRow>(sql`SELECT ${columns} FROM identity.account WHERE id = ${id}::uuid`);
}

export async function lockAccount(tx: Tx, id: string): Promise<AccountRow | undefined> {
  return tx.row<AccountRow>(sql`SELECT ${columns} FROM identity.account WHERE id = ${id}::uuid FOR UPDATE`);
}

export async function findByEmail(reader: Reader, email: string): Promise<AccountRow | undefined> {
  return reader.row<AccountRow>(sql`SELECT ${columns} FROM identity.account WHERE email = ${email}`);
}

/** Answers false when the address is taken. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<boolean> {
  const inserted = await tx.run(sql`
    INSERT INTO identity.account
      (id, email, email_verified_at, display_name, locale, time_zone, password_hash, created_at)
    VALUES (${account.id}, ${account.email}, ${account.emailVerifiedAt}, ${account.displayName},
      ${account.locale}, ${account.timeZone}, ${account.passwordHash}, ${account.createdAt})
    ON CONFLICT (email) DO NOTHING`);
  return inserted === 1;
}

export async function markContested(tx: Tx, id: string): Promise<void> {
  await tx.run(
    sql`UPDATE identity.account SET contested = true WHERE id = ${id}::uuid AND email_verified_at IS NULL`,
  );
}

/** A contested account keeps no password: nobody knows whose it is. */
export async function markVerified(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE identity.account SET email_verified_at = coalesce(email_verified_at, ${now}),
      password_hash = CASE WHEN contested THEN NULL ELSE password_hash END, contested = false
    WHERE id = ${id}::uuid`);
}

export async function setPassword(tx: Tx, id: string, passwordHash: string | null): Promise<void> {
  await tx.run(
    sql`UPDATE identity.account SET password_hash = ${passwordHash}, contested = false WHERE id = ${id}::uuid`,
  );
}

export async function updateNames(tx: Tx, id: string, change: ProfileChange): Promise<boolean> {
  const changes: Sql[] = [];
  if (change.display_name !== undefined) changes.push(sql`display_name = ${change.display_name}`);
  if (change.locale !== undefined) changes.push(sql`locale = ${change.locale}`);
  if (change.time_zone !== undefined) changes.push(sql`time_zone = ${change.time_zone}`);
  const list = joinSql(changes, sql`, `);
  return (await tx.run(sql`UPDATE identity.account SET ${list} WHERE id = ${id}::uuid`)) === 1;
}

export async function setLock(tx: Tx, id: string, lock: { at: Date; reason: string } | null): Promise<void> {
  await tx.run(sql`
    UPDATE identity.account SET locked_at = ${lock?.at ?? null}, lock_reason = ${lock?.reason ?? null},
      permission_version = permission_version + 1 WHERE id = ${id}::uuid`);
}

export async function deleteAccount(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM identity.account WHERE id = ${id}::uuid`);
}

/** Accounts that never proved their address. */
export async function deleteUnverified(reader: Reader, before: Date): Promise<number> {
  return reader.run(sql`
    DELETE FROM identity.account a WHERE email_verified_at IS NULL AND created_at < ${before}
      AND NOT EXISTS (SELECT 1 FROM identity.external_account e WHERE e.user_id = a.id)`);
}

export interface PersonRow {
  readonly id: string;
  readonly display_name: string;
  readonly locale: 'ru' | 'en';
  readonly time_zone: string;
}

/** By address, lower-cased as stored. */
export async function findPersonByEmail(reader: Reader, email: string): Promise<PersonRow | undefined> {
  return reader.row<PersonRow>(
    sql`SELECT id, display_name, locale, time_zone FROM identity.account WHERE email = ${email.trim().toLowerCase()}`,
  );
}

export async function findPeople(reader: Reader, ids: readonly string[]): Promise<PersonRow[]> {
  return reader.rows<PersonRow>(
    sql`SELECT id, display_name, locale, time_zone FROM identity.account WHERE id = ANY(${ids}::uuid[])`,
  );
}

/** Every word of the text begins a word of the name; in the order of ids. */
export async function findPeopleByName(
  reader: Reader,
  text: string,
  page: { readonly limit: number; readonly after: string | undefined },
): Promise<PersonRow[]> {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const patterns = words.map((word) => `% ${word.replace(/[\\%_]/g, '\\$&')}%`);
  return reader.rows<PersonRow>(sql`
    SELECT id, display_name, locale, time_zone FROM identity.account
    WHERE locked_at IS NULL AND email_verified_at IS NOT NULL
      AND (' ' || lower(display_name)) LIKE ALL (${patterns}::text[])
      AND (${page.after ?? null}::uuid IS NULL OR id > ${page.after ?? null}::uuid)
    ORDER BY id LIMIT ${page.limit}`);
}
