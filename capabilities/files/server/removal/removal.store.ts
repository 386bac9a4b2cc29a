import { type Reader, sql, type Tx } from '#platform/server/database';

export interface Address {
  readonly content_hash: string;
  readonly url_name: string;
}

/** The public addresses of files. */
export async function publicAddresses(reader: Reader, ids: readonly string[]): Promise<Address[]> {
  return reader.rows<Address>(sql`
    SELECT DISTINCT o.content_hash, o.url_name FROM files.object o JOIN files.file f ON f.id = o.file_id
    WHERE f.id = ANY(${[...ids]}::uuid[]) AND f.visibility = 'public'`);
}

export async function softDelete(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE files.file SET status = 'deleted', deleted_at = ${now}::timestamptz, refusal = NULL, claim = NULL
    WHERE id = ANY(${[...ids]}::uuid[]) AND status <> 'deleted'`);
}

/** Deletes rows for good, with their objects and uses. */
export async function deleteRows(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.run(sql`DELETE FROM files.file WHERE id = ANY(${[...ids]}::uuid[])`);
}

export async function idsOfOwner(reader: Reader, ownerId: string): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    sql`SELECT id FROM files.file WHERE owner_id = ${ownerId}::uuid`,
  );
  return rows.map(({ id }) => id);
}

interface Collectable {
  readonly id: string;
  readonly owner_id: string;
  readonly is_open: boolean;
}

/** Uploads that were announced or refused before the moment, locked; those others hold are left for later. */
export async function lockUnfinished(tx: Tx, before: Date, limit: number): Promise<Collectable[]> {
  return tx.rows<Collectable>(sql`
    SELECT id, owner_id, status <> 'refused' AS is_open FROM files.file
    WHERE status NOT IN ('published', 'deleted') AND created_at < ${before}::timestamptz
    ORDER BY created_at LIMIT ${limit}::int FOR UPDATE SKIP LOCKED`);
}

export async function lockUnused(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM files.file
    WHERE status = 'published' AND unused_since < ${before}::timestamptz
    ORDER BY unused_since LIMIT ${limit}::int FOR UPDATE SKIP LOCKED`);
  return rows.map(({ id }) => id);
}

export async function lockDeleted(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM files.file WHERE status = 'deleted' AND deleted_at < ${before}::timestamptz
    ORDER BY deleted_at LIMIT ${limit}::int FOR UPDATE SKIP LOCKED`);
  return rows.map(({ id }) => id);
}
