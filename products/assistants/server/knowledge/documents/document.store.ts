import { type Page, pageOf } from '#base/page';
import type { Workspace } from '#capabilities/tenants/server';
import { type Reader, type Sql, sql, type Tx } from '#platform/server/database';
import { decodeOffset, encodeOffset } from '../../projects/cursor.rules.ts';
import { readable } from '../collections/access.ts';
import type { DocumentPart, LocalWords, OutlineEntry } from '../reading/text-document.ts';
import type { DocumentDetail, DocumentStatus, KnowledgeDocument } from './document.ts';

interface DocumentRow {
  readonly id: string;
  readonly collection_id: string;
  readonly name: string;
  readonly title: string | null;
  readonly kind: string | null;
  readonly size: number;
  readonly status: DocumentStatus;
  readonly progress: number;
  readonly fault: LocalWords | null;
  readonly warnings: readonly LocalWords[];
  readonly pages: number | null;
  readonly part_count: number;
  readonly characters: number;
  readonly chunk_count: number;
  readonly revision: number;
  readonly indexed_at: Date | null;
  readonly uploaded_by: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const columns: Sql = sql`
  d.id, d.collection_id, d.name, d.title, d.kind, d.size, d.status, d.progress, d.fault, d.warnings, d.pages,
  d.part_count, d.characters, d.chunk_count, d.revision, d.indexed_at, d.uploaded_by, d.created_at, d.updated_at`;

const documentOf = (row: DocumentRow): KnowledgeDocument => ({
  id: row.id,
  collectionId: row.collection_id,
  name: row.name,
  title: row.title ?? undefined,
  kind: row.kind ?? undefined,
  size: row.size,
  status: row.status,
  progress: row.progress,
  fault: row.fault ?? undefined,
  warnings: row.warnings,
  pages: row.pages ?? undefined,
  parts: row.part_count,
  characters: row.characters,
  chunks: row.chunk_count,
  revision: row.revision,
  indexedAt: row.indexed_at ?? undefined,
  uploadedBy: row.uploaded_by ?? undefined,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export interface DocumentFilters {
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly search: string | undefined;
  readonly status: DocumentStatus | undefined;
}

/** Documents of a collection, by name. Whether the person may read the collection was asked before. */
export async function listDocuments(
  reader: Reader,
  collectionId: string,
  { limit, cursor, search, status }: DocumentFilters,
): Promise<Page<KnowledgeDocument>> {
  const offset = decodeOffset(cursor);
  const wanted = search?.trim() ?? '';
  const rows = await reader.rows<DocumentRow>(sql`
    SELECT ${columns} FROM assistants.document d
     WHERE d.collection_id = ${collectionId}
       AND (${status ?? null}::text IS NULL OR d.status = ${status ?? null})
       AND (${wanted} = '' OR strpos(lower(d.name), lower(${wanted})) > 0
            OR strpos(lower(coalesce(d.title, '')), lower(${wanted})) > 0)
     ORDER BY lower(d.name), d.id LIMIT ${limit + 1} OFFSET ${offset}`);
  return pageOf(rows.map(documentOf), limit, () => encodeOffset(offset + limit));
}

/** One the person may read. */
export async function findDocument(
  reader: Reader,
  workspace: Workspace,
  id: string,
): Promise<DocumentDetail | undefined> {
  const row = await reader.row<DocumentRow & { outline: readonly OutlineEntry[] }>(sql`
    SELECT ${columns}, d.outline FROM assistants.document d JOIN assistants.collection c ON c.id = d.collection_id
     WHERE d.id = ${id} AND ${readable(workspace)}`);
  return row === undefined ? undefined : { ...documentOf(row), outline: row.outline };
}

/** A part of a text the person may read. */
export async function findPart(
  reader: Reader,
  workspace: Workspace,
  id: string,
  no: number,
): Promise<DocumentPart | undefined> {
  const row = await reader.row<DocumentPart>(sql`
    SELECT p.page, p.blocks FROM assistants.document_part p
      JOIN assistants.document d ON d.id = p.document_id JOIN assistants.collection c ON c.id = d.collection_id
     WHERE p.document_id = ${id} AND p.no = ${no} AND ${readable(workspace)}`);
  return row;
}

/** The document of a name in a collection, locked; what an upload needs to know of it. */
export async function lockByName(
  tx: Tx,
  collectionId: string,
  name: string,
): Promise<
  | {
      readonly id: string;
      readonly revision: number;
      readonly hash: Buffer;
      readonly status: DocumentStatus;
      readonly uploadedBy: string | null;
      readonly updatedAt: Date;
    }
  | undefined
> {
  const row = await tx.row<{
    id: string;
    revision: number;
    content_hash: Buffer;
    status: DocumentStatus;
    uploaded_by: string | null;
    updated_at: Date;
  }>(sql`
    SELECT id, revision, content_hash, status, uploaded_by, updated_at FROM assistants.document
     WHERE collection_id = ${collectionId} AND lower(name) = lower(${name}) FOR UPDATE`);
  return row === undefined
    ? undefined
    : {
        id: row.id,
        revision: row.revision,
        hash: row.content_hash,
        status: row.status,
        uploadedBy: row.uploaded_by,
        updatedAt: row.updated_at,
      };
}

interface NewUpload {
  readonly id: string;
  readonly tenantId: string;
  readonly ownerId: string | undefined;
  readonly collectionId: string;
  readonly name: string;
  readonly size: number;
  readonly hash: Uint8Array;
  readonly revision: number;
  readonly uploadedBy: string;
  readonly at: Date;
}

/** A new document, or the next upload of one: it waits; the text that is there stays until it was read. */
export async function writeUpload(tx: Tx, made: NewUpload): Promise<void> {
  await tx.run(sql`
    INSERT INTO assistants.document (id, tenant_id, owner_id, collection_id, name, size, content_hash, revision, status,
      progress, uploaded_by, created_at, updated_at)
    VALUES (${made.id}, ${made.tenantId}, ${made.ownerId ?? null}, ${made.collectionId}, ${made.name}, ${made.size},
      ${made.hash}, ${made.revision}, 'waiting', 0, ${made.uploadedBy}, ${made.at}, ${made.at})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, size = excluded.size, content_hash = excluded.content_hash,
      revision = excluded.revision, status = 'waiting', progress = 0, fault = NULL,
      uploaded_by = excluded.uploaded_by, updated_at = excluded.updated_at`);
}

/** Deletes a document with its text; answers its figures. */
export async function deleteDocument(
  tx: Tx,
  id: string,
): Promise<{ readonly chunks: number; readonly terms: number } | undefined> {
  const row = await tx.row<{ chunk_count: number; term_count: number }>(
    sql`DELETE FROM assistants.document WHERE id = ${id} RETURNING chunk_count, term_count`,
  );
  return row === undefined ? undefined : { chunks: row.chunk_count, terms: row.term_count };
}
