import { type Reader, sql, type Tx } from '#platform/server/database';

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
      ON CONFLICT (collection, lexeme) DO UPDATE SET documents = l.documents + excluded.documents)
    SELECT count(*) AS merged FROM taken`);
  return row?.merged ?? 0;
}

/** Forgets lexemes that are in no document any more. */
export async function deleteUnusedLexemes(tx: Tx): Promise<void> {
  await tx.run(sql`DELETE FROM search.lexeme WHERE documents = 0`);
}

export interface LexemeCount {
  readonly lexeme: string;
  readonly documents: number;
}

/** How many documents hold each lexeme, as of the last merge; without those in none. Tiers come with every answer. */
export async function countsOf(
  reader: Reader,
  collection: string,
  lexemes: readonly string[],
): Promise<readonly LexemeCount[]> {
  return reader.rows<LexemeCount>(sql`
    SELECT lexeme, documents FROM search.lexeme
     WHERE collection = ${collection} AND documents > 0
       AND (lexeme = ANY (${lexemes}) OR (lexeme >= '~' AND lexeme < '~:'))`);
}

export interface WordCount {
  readonly word: string;
  readonly documents: number;
}

/** Words of a collection that look like one of the given ones, a shortlist for closer comparison. */
export async function similarWords(
  reader: Reader,
  collection: string,
  words: readonly string[],
): Promise<readonly WordCount[]> {
  return reader.rows<WordCount>(sql`
    SELECT word, documents FROM search.similar_words(
      ${collection},
      ARRAY(SELECT translate(w, 'абвгдежзийклмнопрстуфхцчшщъыьэюя', 'abvgdejziyklmnoprstufhc4wx5687q9')
              FROM unnest(${words}::text[]) AS w),
      60)
     WHERE documents > 0`);
}

/** The most frequent words that begin with a prefix. */
export async function wordsWithPrefix(
  reader: Reader,
  collection: string,
  prefix: string,
  limit: number,
): Promise<readonly WordCount[]> {
  const from = `=${prefix}`;
  return reader.rows<WordCount>(sql`
    SELECT substr(lexeme, 2) AS word, documents FROM search.lexeme
     WHERE collection = ${collection} AND lexeme >= ${from} AND lexeme < ${`${from}\u{10ffff}`} AND documents > 0
     ORDER BY documents DESC, lexeme LIMIT ${limit}`);
}

/** A word that may be known: its lexeme, when it may go on its beginning, and a tsquery (its text) that finds it. */
export interface AskedWord {
  readonly lexeme: string;
  readonly beginning: string | null;
  readonly query: string;
}

/** Whether each word is in some document: by the counts, or, for what is not counted yet, by the documents. */
export async function areKnown(
  reader: Reader,
  collection: string,
  words: readonly AskedWord[],
): Promise<readonly boolean[]> {
  const rows = await reader.rows<{ known: boolean }>(sql`
    SELECT EXISTS (SELECT FROM search.lexeme AS l
                    WHERE l.collection = ${collection} AND l.lexeme = asked.lexeme AND l.documents > 0)
        OR EXISTS (SELECT FROM search.lexeme AS l
                    WHERE l.collection = ${collection} AND l.lexeme >= asked.beginning
                      AND l.lexeme < asked.beginning || ${'\u{10ffff}'} AND l.documents > 0)
        OR search.matches_any(asked.query::tsquery) AS known
      FROM unnest(${words.map(({ lexeme }) => lexeme)}::text[],
                  ${words.map(({ beginning }) => beginning)}::text[],
                  ${words.map(({ query }) => query)}::text[]) WITH ORDINALITY
           AS asked (lexeme, beginning, query, place)
     ORDER BY place`);
  return rows.map(({ known }) => known);
}
