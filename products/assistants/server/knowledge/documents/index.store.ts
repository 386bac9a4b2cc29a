import { type Reader, sql, type Tx } from '#platform/server/database';
import { groupByTerm } from '../../projects/version.store.ts';
import type { LocalWords, Passage, TextDocument } from '../reading/text-document.ts';

/** What the reading of a document needs to know. */
export interface PendingDocument {
  readonly id: string;
  readonly collectionId: string;
  readonly ownerId: string | undefined;
  readonly name: string;
  readonly revision: number;
  readonly indexedRevision: number;
  readonly status: string;
  readonly chunks: number;
  readonly terms: number;
}

interface PendingRow {
  readonly id: string;
  readonly collection_id: string;
  readonly owner_id: string | null;
  readonly name: string;
  readonly revision: number;
  readonly indexed_revision: number;
  readonly status: string;
  readonly chunk_count: number;
  readonly term_count: number;
}

const pendingOf = (row: PendingRow): PendingDocument => ({
  id: row.id,
  collectionId: row.collection_id,
  ownerId: row.owner_id ?? undefined,
  name: row.name,
  revision: row.revision,
  indexedRevision: row.indexed_revision,
  status: row.status,
  chunks: row.chunk_count,
  terms: row.term_count,
});

export async function findPending(reader: Reader, id: string): Promise<PendingDocument | undefined> {
  const row = await reader.row<PendingRow>(sql`
    SELECT id, collection_id, owner_id, name, revision, indexed_revision, status, chunk_count, term_count
      FROM assistants.document WHERE id = ${id}`);
  return row === undefined ? undefined : pendingOf(row);
}

export async function lockPending(tx: Tx, id: string): Promise<PendingDocument | undefined> {
  const row = await tx.row<PendingRow>(sql`
    SELECT id, collection_id, owner_id, name, revision, indexed_revision, status, chunk_count, term_count
      FROM assistants.document WHERE id = ${id} FOR UPDATE`);
  return row === undefined ? undefined : pendingOf(row);
}

/** Tells how far the reading of an upload is; a later upload is not touched. */
export function setReadingProgress(
  tx: Pick<Tx, 'run'>,
  { id, revision }: Pick<PendingDocument, 'id' | 'revision'>,
  progress: number,
): Promise<number> {
  return tx.run(sql`
    UPDATE assistants.document SET status = 'reading', progress = ${progress}
     WHERE id = ${id} AND revision = ${revision} AND status IN ('waiting', 'reading')`);
}

export function refuseDocument(
  tx: Tx,
  { id, revision }: Pick<PendingDocument, 'id' | 'revision'>,
  fault: LocalWords,
): Promise<number> {
  return tx.run(sql`
    UPDATE assistants.document SET status = 'refused', progress = 0, fault = ${JSON.stringify(fault)}::jsonb
     WHERE id = ${id} AND revision = ${revision}`);
}

export async function deleteIndex(tx: Tx, documentId: string): Promise<void> {
  await tx.run(sql`DELETE FROM assistants.posting WHERE document_id = ${documentId}`);
  await tx.run(sql`DELETE FROM assistants.chunk WHERE document_id = ${documentId}`);
  await tx.run(sql`DELETE FROM assistants.document_part WHERE document_id = ${documentId}`);
}

interface Place {
  readonly tenantId: string;
  readonly ownerId: string | undefined;
  readonly collectionId: string;
  readonly documentId: string;
}

const batchSize = 1_000;

function* batches<Item>(items: readonly Item[], size = batchSize): Generator<readonly [Item[], number]> {
  for (let at = 0; at < items.length; at += size) yield [items.slice(at, at + size), at];
}

async function insertParts(tx: Tx, place: Place, { parts }: TextDocument): Promise<void> {
  for (const [batch, from] of batches(parts, 100))
    await tx.run(sql`
      INSERT INTO assistants.document_part (document_id, tenant_id, owner_id, no, page, blocks)
      SELECT ${place.documentId}, ${place.tenantId}, ${place.ownerId ?? null}, no, page, blocks::jsonb
        FROM unnest(${batch.map((_, index) => from + index + 1)}::integer[], ${batch.map(({ page }) => page)}::integer[],
          ${batch.map(({ blocks }) => JSON.stringify(blocks).replaceAll('\\u0000', '').toWellFormed())}::text[])
          AS p (no, page, blocks)`);
}

/** Headings of a passage in one parameter: a column of arrays cannot be one. */
const headingText = (heading: readonly string[]): string => JSON.stringify(heading);

async function insertChunks(tx: Tx, place: Place, passages: readonly Passage[]): Promise<void> {
  for (const [batch, from] of batches(passages))
    await tx.run(sql`
      INSERT INTO assistants.chunk (document_id, tenant_id, owner_id, collection_id, no, content, heading, page,
        first_line, last_line, part_no)
      SELECT ${place.documentId}, ${place.tenantId}, ${place.ownerId ?? null}, ${place.collectionId}, no, content,
             array(SELECT jsonb_array_elements_text(heading::jsonb)), page, first_line, last_line, part_no
        FROM unnest(${batch.map((_, index) => from + index)}::integer[], ${batch.map(({ content }) => content)}::text[],
          ${batch.map(({ heading }) => headingText(heading))}::text[], ${batch.map(({ page }) => page)}::integer[],
          ${batch.map(({ lines }) => lines?.[0] ?? null)}::integer[],
          ${batch.map(({ lines }) => lines?.[1] ?? null)}::integer[], ${batch.map(({ part }) => part)}::integer[])
          AS c (no, content, heading, page, first_line, last_line, part_no)`);
}

async function insertPostings(tx: Tx, place: Place, { postings }: TextDocument): Promise<void> {
  for (const [batch] of batches(groupByTerm(postings), 5_000))
    await tx.run(sql`
      INSERT INTO assistants.posting (collection_id, term, document_id, tenant_id, owner_id, chunk_nos, counts, lengths)
      SELECT ${place.collectionId}, term, ${place.documentId}, ${place.tenantId}, ${place.ownerId ?? null},
             nos::integer[], counts::integer[], lengths::integer[]
        FROM unnest(${batch.map(({ term }) => term)}::text[], ${batch.map(({ nos }) => nos)}::text[],
          ${batch.map(({ counts }) => counts)}::text[], ${batch.map(({ lengths }) => lengths)}::text[])
          AS t (term, nos, counts, lengths)`);
}

/** Puts the text of a document in the place of what was there. */
export async function writeIndex(tx: Tx, place: Place, read: TextDocument): Promise<void> {
  await deleteIndex(tx, place.documentId);
  await insertParts(tx, place, read);
  await insertChunks(tx, place, read.passages);
  await insertPostings(tx, place, read);
}

/** The document is read: its figures, and which upload its text is of. */
export async function finishDocument(
  tx: Tx,
  { id, revision }: Pick<PendingDocument, 'id' | 'revision'>,
  read: TextDocument,
  at: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE assistants.document SET status = 'ready', progress = 1, fault = NULL, indexed_revision = ${revision},
           indexed_at = ${at}, updated_at = ${at}, title = ${read.title}, kind = ${read.kind},
           warnings = ${JSON.stringify(read.warnings)}::jsonb, pages = ${read.pages},
           outline = ${JSON.stringify(read.outline).replaceAll('\\u0000', '').toWellFormed()}::jsonb,
           part_count = ${read.parts.length}, characters = ${read.characters},
           chunk_count = ${read.passages.length}, term_count = ${read.terms}
     WHERE id = ${id}`);
}
