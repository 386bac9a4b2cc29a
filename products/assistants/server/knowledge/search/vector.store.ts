import { type Reader, sql, type Tx } from '#platform/server/database';

export interface StoredVector {
  readonly documentId: string;
  readonly no: number;
  readonly vector: Buffer;
}

/** All vectors of a model in a collection, in order of their places. */
export async function vectorsOf(
  reader: Reader,
  collectionId: string,
  model: string,
): Promise<readonly StoredVector[]> {
  const rows = await reader.rows<{ document_id: string; no: number; vector: Buffer }>(sql`
    SELECT document_id, no, vector FROM assistants.chunk_vector
     WHERE collection_id = ${collectionId} AND model = ${model} ORDER BY document_id, no`);
  return rows.map(({ document_id, no, vector }) => ({ documentId: document_id, no, vector }));
}

export interface Unembedded {
  readonly documentId: string;
  readonly no: number;
  readonly heading: readonly string[];
  readonly content: string;
}

/** Passages of a collection without a vector of the model. */
export async function unembedded(
  reader: Reader,
  collectionId: string,
  model: string,
  limit: number,
): Promise<readonly Unembedded[]> {
  const rows = await reader.rows<{ document_id: string; no: number; heading: string[]; content: string }>(sql`
    SELECT k.document_id, k.no, k.heading, k.content FROM assistants.chunk k
      LEFT JOIN assistants.chunk_vector v ON v.document_id = k.document_id AND v.no = k.no
     WHERE k.collection_id = ${collectionId} AND v.model IS DISTINCT FROM ${model}
     ORDER BY k.document_id, k.no LIMIT ${limit}`);
  return rows.map(({ document_id, no, heading, content }) => ({
    documentId: document_id,
    no,
    heading,
    content,
  }));
}

interface Place {
  readonly tenantId: string;
  readonly ownerId: string | undefined;
  readonly collectionId: string;
}

/** Stores vectors of passages whose text is still the one that was embedded. */
export async function saveVectors(
  tx: Tx,
  { tenantId, ownerId, collectionId }: Place,
  model: string,
  vectors: readonly (Unembedded & { readonly vector: Float32Array })[],
): Promise<void> {
  const bytes = vectors.map(({ vector }) => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
  await tx.run(sql`
    INSERT INTO assistants.chunk_vector (document_id, no, tenant_id, owner_id, collection_id, model, vector)
    SELECT k.document_id, k.no, ${tenantId}, ${ownerId ?? null}, ${collectionId}, ${model}, g.vector
      FROM unnest(${vectors.map(({ documentId }) => documentId)}::uuid[], ${vectors.map(({ no }) => no)}::integer[],
        ${vectors.map(({ content }) => content)}::text[], ${bytes}::bytea[]) AS g (document_id, no, content, vector)
      JOIN assistants.chunk k ON k.document_id = g.document_id AND k.no = g.no AND k.content = g.content
    ON CONFLICT (document_id, no) DO UPDATE SET model = excluded.model, vector = excluded.vector`);
  await tx.run(sql`
    UPDATE assistants.collection SET vector_revision = vector_revision + 1 WHERE id = ${collectionId}`);
}
