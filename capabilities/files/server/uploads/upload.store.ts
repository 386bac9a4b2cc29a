import { type Reader, sql, type Tx } from '#platform/server/database';

export interface UploadRow {
  readonly id: string;
  readonly owner_id: string;
  readonly purpose: string;
  readonly name: string;
  readonly visibility: 'public' | 'private';
  readonly status: 'pending' | 'receiving' | 'checking' | 'published' | 'refused' | 'deleted';
  readonly declared_size: number;
  readonly claim: string | null;
  readonly refusal: string | null;
  readonly created_at: Date;
}

const columns = sql`id, owner_id, purpose, name, visibility, status, declared_size, claim, refusal, created_at`;

export type NewUpload = Pick<UploadRow, 'id' | 'owner_id' | 'purpose' | 'name' | 'visibility'> & {
  readonly declared_size: number;
  readonly created_at: Date;
};

export async function insertUpload(tx: Tx, upload: NewUpload): Promise<void> {
  await tx.run(sql`
    INSERT INTO files.file (id, owner_id, purpose, name, visibility, status, declared_size, created_at)
    VALUES (${upload.id}::uuid, ${upload.owner_id}::uuid, ${upload.purpose}, ${upload.name}, ${upload.visibility},
      'pending', ${upload.declared_size}::int, ${upload.created_at}::timestamptz)`);
}

export async function findUpload(reader: Reader, id: string): Promise<UploadRow | undefined> {
  return reader.row<UploadRow>(
    sql`SELECT ${columns} FROM files.file WHERE id = ${id}::uuid AND status <> 'deleted'`,
  );
}

export interface ClaimOptions {
  readonly id: string;
  readonly ownerId: string;
  readonly claim: string;
  readonly now: Date;
  /** Claims older than this were left by a process that died. */
  readonly staleBefore: Date;
}

/** Makes the upload this worker's own; undefined when somebody works on it or it is done. */
export async function claimUpload(tx: Tx, options: ClaimOptions): Promise<UploadRow | undefined> {
  const { id, ownerId, claim, now, staleBefore } = options;
  return tx.row<UploadRow>(sql`
    UPDATE files.file SET status = 'receiving', claim = ${claim}::uuid, claimed_at = ${now}::timestamptz
    WHERE id = ${id}::uuid AND owner_id = ${ownerId}::uuid
      AND (status = 'pending' OR (status = 'receiving' AND claimed_at < ${staleBefore}::timestamptz))
    RETURNING ${columns}`);
}

export interface ClaimMove {
  readonly id: string;
  readonly claim: string;
  readonly now: Date;
}

/** The bytes are whole in quarantine: from here on the check decides. */
export async function startChecking(tx: Tx, { id, claim, now }: ClaimMove): Promise<boolean> {
  const moved = await tx.run(sql`
    UPDATE files.file SET status = 'checking', claimed_at = ${now}::timestamptz
    WHERE id = ${id}::uuid AND claim = ${claim}::uuid AND status = 'receiving'`);
  return moved === 1;
}

/** Nothing was decided: the upload may be tried again. */
export async function reopenUpload(tx: Tx, { id, claim }: Omit<ClaimMove, 'now'>): Promise<void> {
  await tx.run(sql`
    UPDATE files.file SET status = 'pending', claim = NULL, claimed_at = NULL
    WHERE id = ${id}::uuid AND claim = ${claim}::uuid AND status IN ('receiving', 'checking')`);
}

/** Keeps the verdict for whoever asks; false when the upload is not this claim's any more. */
export async function refuseUpload(
  tx: Tx,
  { id, claim, code }: { readonly id: string; readonly claim: string; readonly code: string },
): Promise<boolean> {
  const refused = await tx.run(sql`
    UPDATE files.file SET status = 'refused', refusal = ${code}
    WHERE id = ${id}::uuid AND claim = ${claim}::uuid AND status IN ('receiving', 'checking')`);
  return refused === 1;
}
