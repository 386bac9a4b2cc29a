import { sql, type Tx } from '#platform/server/database';
import type { SearchDocument } from '../index.ts';
import { facetEntry } from './lexeme.rules.ts';
import type { Vectors } from './vector.rules.ts';

/** A document with the texts of its tsvectors. */
export interface DocumentRow extends Vectors {
  readonly document: SearchDocument;
}

const entriesOf = ({ facets = {} }: SearchDocument): readonly string[] =>
  Object.entries(facets).flatMap(([facet, values]) => values.map((value) => facetEntry(facet, value)));

/** In how many of the documents each lexeme is. */
function countsIn(rows: readonly DocumentRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { counted } of rows) {
    for (const lexeme of counted) counts.set(lexeme, (counts.get(lexeme) ?? 0) + 1);
  }
  return counts;
}

/** Inserts or replaces documents (each id once), and notes how the counts of lexemes changed. */
export async function upsertDocuments(
  tx: Tx,
  collection: string,
  rows: readonly DocumentRow[],
): Promise<void> {
  const documents = rows.map(({ document }) => document);
  const ids = documents.map(({ id }) => id);
  const counts = countsIn(rows);
  await tx.run(sql`
    WITH written AS (
      INSERT INTO search.document AS d (collection, id, popularity, vector, head, facets, numbers)
      SELECT ${collection}::text, n.id, n.popularity, n.vector::tsvector, n.head::tsvector,
             ARRAY(SELECT jsonb_array_elements_text(n.facets::jsonb)), n.numbers::jsonb
        FROM unnest(${ids}::text[], ${documents.map(({ popularity }) => popularity ?? 0)}::float8[],
                    ${rows.map(({ vector }) => vector)}::text[], ${rows.map(({ head }) => head)}::text[],
                    ${documents.map((document) => JSON.stringify(entriesOf(document)))}::text[],
                    ${documents.map(({ numbers }) => JSON.stringify(numbers ?? {}))}::text[])
             AS n (id, popularity, vector, head, facets, numbers)
       ORDER BY n.id COLLATE "C"
      ON CONFLICT (collection, id) DO UPDATE
        SET popularity = excluded.popularity, vector = excluded.vector, head = excluded.head,
            facets = excluded.facets, numbers = excluded.numbers
      RETURNING old.vector AS before),
    changed AS (
      SELECT lexeme, sum(amount)::int AS amount
        FROM (SELECT * FROM unnest(${[...counts.keys()]}::text[], ${[...counts.values()]}::int[]) AS n (lexeme, amount)
              UNION ALL
              SELECT lexeme, -1 FROM written, unnest(tsvector_to_array(before)) AS lexeme
               WHERE left(lexeme, 1) NOT IN ('+', '^')) AS each
       GROUP BY lexeme HAVING sum(amount) <> 0)
    INSERT INTO search.lexeme_change (collection, lexemes, amounts)
    SELECT ${collection}::text, array_agg(lexeme), array_agg(amount) FROM changed HAVING count(*) > 0`);
  await tx.run(sql`
    INSERT INTO search.content (collection, id, title, body)
    SELECT ${collection}::text, n.* FROM unnest(${ids}::text[], ${documents.map(({ title }) => title)}::text[],
                                          ${documents.map(({ text }) => text ?? '')}::text[]) AS n (id, title, body)
     ORDER BY n.id COLLATE "C"
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
        FROM (SELECT lexeme, -count(*)::int AS amount
                FROM removed, unnest(tsvector_to_array(vector)) AS lexeme
               WHERE left(lexeme, 1) NOT IN ('+', '^') GROUP BY lexeme) AS each
      HAVING count(*) > 0)
    SELECT count(*) AS removed FROM removed`);
  return row?.removed ?? 0;
}
