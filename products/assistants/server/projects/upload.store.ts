import { type Reader, type Sql, sql, type Tx } from '#platform/server/database';
import type { LocalText } from '#products/assistants/engines/metadata';
import type { Upload, UploadKind } from './project.ts';

interface UploadRow {
  readonly id: string;
  readonly name: string;
  readonly kind: UploadKind;
  readonly size: number;
  readonly status: Upload['status'];
  readonly leaving: boolean;
  readonly progress: number;
  readonly fault: LocalText | null;
  readonly uploaded_by: string | null;
  readonly created_at: Date;
}

const columns: Sql = sql`id, name, kind, size, status, leaving, progress, fault, uploaded_by, created_at`;

function uploadOf(row: UploadRow): Upload {
  const { id, name, kind, size, status, leaving, progress } = row;
  return {
    id,
    name,
    kind,
    size,
    status,
    leaving,
    progress,
    fault: row.fault ?? undefined,
    uploadedBy: row.uploaded_by ?? undefined,
    createdAt: row.created_at,
  };
}

/** Newest first. */
export async function uploadsOf(
  reader: Reader,
  projectId: string,
  limit = 1_000,
): Promise<readonly Upload[]> {
  const rows = await reader.rows<UploadRow>(sql`
    SELECT ${columns} FROM assistants.project_upload WHERE project_id = ${projectId}
     ORDER BY created_at DESC, id DESC LIMIT ${limit}`);
  return rows.map(uploadOf);
}

interface NewUpload {
  readonly id: string;
  readonly tenantId: string;
  readonly projectId: string;
  readonly name: string;
  readonly kind: UploadKind;
  readonly size: number;
  readonly uploadedBy: string;
  readonly at: Date;
}

export async function insertUpload(tx: Tx, made: NewUpload): Promise<void> {
  await tx.run(sql`
    INSERT INTO assistants.project_upload (id, tenant_id, project_id, name, kind, size, status, progress, uploaded_by,
      created_at)
    VALUES (${made.id}, ${made.tenantId}, ${made.projectId}, ${made.name}, ${made.kind}, ${made.size}, 'waiting', 0,
      ${made.uploadedBy}, ${made.at})`);
}

/** How far a reading is; a file that is current or refused by now is left alone. */
export function setProgress(tx: Pick<Tx, 'run'>, id: string, progress: number): Promise<number> {
  return tx.run(sql`
    UPDATE assistants.project_upload SET status = 'reading', progress = ${progress}
     WHERE id = ${id} AND status IN ('waiting', 'reading')`);
}

export function refuseUpload(tx: Tx, id: string, fault: LocalText): Promise<number> {
  return tx.run(sql`
    UPDATE assistants.project_upload SET status = 'refused', fault = ${JSON.stringify(fault)}::jsonb
     WHERE id = ${id} AND status IN ('waiting', 'reading')`);
}

export function makeCurrent(tx: Tx, id: string): Promise<number> {
  return tx.run(sql`UPDATE assistants.project_upload SET status = 'current', progress = 1 WHERE id = ${id}`);
}

export function setLeaving(tx: Tx, id: string, leaving: boolean): Promise<number> {
  return tx.run(sql`UPDATE assistants.project_upload SET leaving = ${leaving} WHERE id = ${id}`);
}

export async function deleteUploads(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.run(sql`DELETE FROM assistants.project_upload WHERE id = ANY(${ids}::uuid[])`);
}
