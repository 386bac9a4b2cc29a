import { type Reader, sql, type Tx } from '#platform/server/database';
import type { SpaceRow } from '../spaces/space.store.ts';

export interface Unembedded {
  readonly id: string;
  readonly content: string;
  readonly caption: string | null;
  readonly content_hash: string;
}

/** Live nodes without a vector of the model, oldest first. */
export async function findUnembedded(
  reader: Reader,
  spaceId: string,
  model: string,
  limit: number,
): Promise<Unembedded[]> {
  return reader.rows<Unembedded>(sql`
    SELECT n.id, n.content, n.caption, n.content_hash FROM memory.node n
      LEFT JOIN memory.node_vector v ON v.node_id = n.id
     WHERE n.space_id = ${spaceId} AND n.deleted_at IS NULL AND v.model IS DISTINCT FROM ${model}
     ORDER BY n.id LIMIT ${limit}`);
}

/** Stores vectors of nodes whose text is still the one that was embedded; the index sees them by their new version. */
export async function saveVectors(
  tx: Tx,
  space: SpaceRow,
  model: string,
  vectors: readonly { readonly id: string; readonly hash: string; readonly vector: Float32Array }[],
): Promise<void> {
  const bytes = vectors.map(({ vector }) => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
  await tx.run(sql`
    WITH given AS (
      SELECT id, hash, vector FROM unnest(${vectors.map(({ id }) => id)}::uuid[],
        ${vectors.map(({ hash }) => hash)}::text[], ${bytes}::bytea[]) AS g(id, hash, vector)),
    same AS (
      UPDATE memory.node n SET version = ${space.version} FROM given
       WHERE n.id = given.id AND n.space_id = ${space.id} AND n.content_hash = given.hash AND n.deleted_at IS NULL
      RETURNING n.id)
    INSERT INTO memory.node_vector (node_id, space_id, owner_id, model, vector)
    SELECT same.id, ${space.id}, ${space.owner_id}, ${model}, given.vector FROM same JOIN given USING (id)
    ON CONFLICT (node_id) DO UPDATE SET model = excluded.model, vector = excluded.vector`);
}
