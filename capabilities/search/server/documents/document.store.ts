import { sql, type Tx } from '#platform/server/database';
import type { SearchDocument } from '../index.ts';

/** A document with the text of its tsvector. */
export interface DocumentRow {
  readonly document: SearchDocument;
  readonly vector: string;
}

/** Inserts or replaces documents (each id once), and notes how the counts of lexemes changed. */
export async function upsertDocuments(
  tx: Tx,
  collection: string,
  rows: readonly DocumentRow[],
): Promise<void> {
  const documents = rows.map(({ document }) => document);
  const ids = documents.map(({ id }) => id);
  await tx.run(sql`
    WITH written AS (
      INSERT INTO search.document AS d (collection, id, popularity, vector, facets, numbers)
      SELECT ${collection}::text, n.id, n.popularity, n.vector::tsvector, n.facets::jsonb, n.numbers::jsonb
        FROM unnest(${ids}::text[], ${documents.map(({ popularity }) => popularity ?? 0)}::float8[],
                    ${rows.map(({ vector }) => vector)}::text[],
                    ${documents.map(({ facets }) => JSON.stringify(facets ?? {}))}::text[],
                    ${documents.map(({ numbers }) => JSON.stringify(numbers ?? {}))}::text[])
             AS n (id, popularity, vector, facets, numbers)
       ORDER BY n.id
      ON CONFLICT (collection, id) DO UPDATE
        SET popularity = excluded.popularity, vector = excluded.vector,
            facets = excluded.facets, numbers = excluded.numbers
      RETURNING old.vector AS before, new.vector AS after),
    changed AS (
      SELECT lexeme, sum(amount)::int AS amount
        FROM (SELECT unnest(tsvector_to_array(after)) AS lexeme, 1 AS amount FROM written
              UNION ALL
              SELECT unnest(tsvector_to_array(before)), -1 FROM written) AS each
       GROUP BY lexeme HAVING sum(amount) <> 0)
    INSERT INTO search.lexeme_change (collection, lexemes, amounts)
    SELECT ${collection}::text, array_agg(lexeme), array_agg(amount) FROM changed HAVING count(*) > 0`);
  await tx.run(sql`
    INSERT INTO search.content (collection, id, title, body)
    SELECT ${collection}::text, n.* FROM unnest(${ids}::text[], ${documents.map(({ title }) => title)}::text[],
                                          ${documents.map(({ text }) => text ?? '')}::text[]) AS n (id, title, body)
     ORDER BY n.id
    ON CONFLICT (collection, id) DO UPDATE SET title = excluded.title, body = excluded.body`);
}

/** Removes documents, and notes how the counts of lexemes changed; answers how many there were. */
export async function deleteDocuments(tx: Tx, collection: string, ids: readonly string[]): Promise<number> {
  const row = await tx.row<{ removed: number }>(sql`
    WITH removed AS (
      DELETE FROM search.document WHERE collection = ${collection} AND id = ANY (${ids}) RETURNING vector),
    noted AS (
      INSERT INTO search.lexeme_change (collection, lexemes, amounts)
      SELECT ${collection}::text, array_agg(lexeme), array_agg(amount)
        FROM (SELECT unnest(tsvector_to_array(vector)) AS lexeme, -count(*)::int AS amount FROM removed GROUP BY 1)
             AS each
      HAVING count(*) > 0)
    SELECT count(*) AS removed FROM removed`);
  return row?.removed ?? 0;
}
