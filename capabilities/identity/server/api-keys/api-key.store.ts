import { type Reader, sql, type Tx } from '#platform/server/database';

export interface ApiKeyRow {
  readonly id: string;
  readonly user_id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: string[];
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly last_used_at: Date | null;
}

const columns = sql`id, user_id, name, prefix, scopes, created_at, expires_at, last_used_at`;

export async function insertApiKey(tx: Tx, row: ApiKeyRow, hash: Buffer): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.api_key (id, user_id, name, prefix, hash, scopes, created_at, expires_at)
    VALUES (${row.id}, ${row.user_id}, ${row.name}, ${row.prefix}, ${hash}, ${row.scopes}::text[],
      ${row.created_at}, ${row.expires_at})`);
}

export async function keysOf(reader: Reader, userId: string): Promise<ApiKeyRow[]> {
  return reader.rows<ApiKeyRow>(
    sql`SELECT ${columns} FROM identity.api_key WHERE user_id = ${userId}::uuid ORDER BY created_at DESC, id DESC`,
  );
}

export async function findApiKey(reader: Reader, hash: Buffer): Promise<ApiKeyRow | undefined> {
  return reader.row<ApiKeyRow>(sql`SELECT ${columns} FROM identity.api_key WHERE hash = ${hash}`);
}

export async function deleteApiKey(tx: Tx, userId: string, id: string): Promise<boolean> {
  return (
    (await tx.run(sql`DELETE FROM identity.api_key WHERE id = ${id}::uuid AND user_id = ${userId}::uuid`)) ===
    1
  );
}

/** At most once a minute: a busy key is not a write per request. */
export async function noteUse(reader: Reader, id: string, now: Date): Promise<void> {
  await reader.run(sql`
    UPDATE identity.api_key SET last_used_at = ${now}
    WHERE id = ${id}::uuid
      AND (last_used_at IS NULL OR last_used_at < ${now}::timestamptz - interval '1 minute')`);
}
