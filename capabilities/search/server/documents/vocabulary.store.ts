import { sql, type Tx } from '#platform/server/database';

/** Adds up to `limit` noted changes to the counts of lexemes; answers how many there were. */
export async function mergeChanges(tx: Tx, limit: number): Promise<number> {
  // One merges at a time: others would wait for the same rows in another order.
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext('search.lexeme'))`);
  const row = await tx.row<{ merged: number }>(sql`
    WITH taken AS (
      DELETE FROM search.lexeme_change
       WHERE id IN (SELECT id FROM search.lexeme_change ORDER BY id LIMIT ${limit})
      RETURNING collection, lexemes, amounts),
    summed AS (
      SELECT t.collection, c.lexeme, sum(c.amount) AS amount
        FROM taken AS t, unnest(t.lexemes, t.amounts) AS c (lexeme, amount)
       GROUP BY 1, 2 HAVING sum(c.amount) <> 0),
    added AS (
      INSERT INTO search.lexeme AS l (collection, lexeme, documents)
      SELECT collection, lexeme, amount FROM summed
      ON CONFLICT (collection, lexeme) DO UPDATE SET documents = l.documents + excluded.documents),
    fresh AS (
      SELECT s.collection, substr(s.lexeme, 2) AS word FROM summed AS s
       WHERE starts_with(s.lexeme, '=') AND s.amount > 0 AND length(s.lexeme) > 4
         AND NOT EXISTS (SELECT FROM search.word AS w
                          WHERE w.collection = s.collection AND w.word = substr(s.lexeme, 2))),
    learnt AS (
      INSERT INTO search.word (collection, word, variants)
      SELECT collection, word,
             CASE WHEN length(word) <= 9 THEN search.variants(word, 1) ELSE '{}' END
             || CASE WHEN length(word) >= 7 THEN search.variants(word, 2) ELSE '{}' END
        FROM fresh
      ON CONFLICT DO NOTHING)
    SELECT count(*) AS merged FROM taken`);
  return row?.merged ?? 0;
}

/** Forgets lexemes that are in no document any more. */
export async function deleteUnusedLexemes(tx: Tx): Promise<void> {
  await tx.run(sql`
    WITH unused AS (DELETE FROM search.lexeme WHERE documents = 0 RETURNING collection, lexeme)
    DELETE FROM search.word AS w USING unused AS u
     WHERE w.collection = u.collection AND starts_with(u.lexeme, '=') AND w.word = substr(u.lexeme, 2)`);
}
