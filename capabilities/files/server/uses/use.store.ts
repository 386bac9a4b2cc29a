import { sql, type Tx } from '#platform/server/database';

export interface UsableFile {
  readonly id: string;
  readonly owner_id: string;
  readonly purpose: string;
  readonly status: string;
}

/** Locks files in the order of their ids, so that two attachments never wait for each other. */
export async function lockFiles(tx: Tx, ids: readonly string[]): Promise<UsableFile[]> {
  return tx.rows<UsableFile>(sql`
    SELECT id, owner_id, purpose, status FROM files.file WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`);
}

export async function addUses(
  tx: Tx,
  {
    ids,
    purpose,
    subjectId,
  }: { readonly ids: readonly string[]; readonly purpose: string; readonly subjectId: string },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO files.used_by (file_id, purpose, subject_id)
    SELECT id, ${purpose}, ${subjectId} FROM unnest(${[...ids]}::uuid[]) AS id
    ON CONFLICT (file_id, subject_id) DO NOTHING`);
  await tx.run(sql`UPDATE files.file SET unused_since = NULL WHERE id = ANY(${[...ids]}::uuid[])`);
}

export async function removeUses(
  tx: Tx,
  {
    ids,
    purpose,
    subjectId,
  }: { readonly ids: readonly string[]; readonly purpose: string; readonly subjectId: string },
): Promise<void> {
  await tx.run(sql`
    DELETE FROM files.used_by
    WHERE file_id = ANY(${[...ids]}::uuid[]) AND purpose = ${purpose} AND subject_id = ${subjectId}`);
}

export async function startDisuse(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE files.file f SET unused_since = ${now}::timestamptz
    WHERE f.id = ANY(${[...ids]}::uuid[]) AND f.unused_since IS NULL
      AND NOT EXISTS (SELECT FROM files.used_by u WHERE u.file_id = f.id)`);
}

export async function isUsed(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.row(sql`SELECT 1 FROM files.used_by WHERE file_id = ${id}::uuid LIMIT 1`);
  return row !== undefined;
}
