import { type Reader, type Sql, sql } from '#platform/server/database';
import { wordLexeme } from './lexeme.rules.ts';

export interface LexemeCount {
  readonly lexeme: string;
  readonly documents: number;
}

export interface WordCount {
  readonly word: string;
  readonly documents: number;
}

/** After each character of a beginning in the order of bytes. */
const last = '\u{10ffff}';

/** The condition on a lexeme that begins as a word does; for each way there is an index. */
function beginsAs(prefix: string): Sql {
  const from = wordLexeme(prefix);
  switch ([...prefix].length) {
    case 1:
      return sql`starts_with(lexeme, '=') AND substr(lexeme, 1, 2) = ${from}`;
    case 2:
      return sql`starts_with(lexeme, '=') AND substr(lexeme, 1, 3) = ${from}`;
    case 3:
      return sql`starts_with(lexeme, '=') AND substr(lexeme, 1, 4) = ${from}`;
    default:
      return sql`lexeme >= ${from} AND lexeme < ${`${from}${last}`}`;
  }
}

/** The most frequent words that begin with a prefix. */
export async function wordsWithPrefix(
  reader: Reader,
  collection: string,
  prefix: string,
  limit: number,
): Promise<readonly WordCount[]> {
  return reader.rows<WordCount>(sql`
    SELECT substr(lexeme, 2) AS word, documents FROM search.lexeme
     WHERE collection = ${collection} AND ${beginsAs(prefix)} AND documents > 0
     ORDER BY documents DESC, lexeme LIMIT ${limit}`);
}

/** How many documents hold each lexeme, as of the last merge; without those in none. Tiers come with every answer. */
export async function countsOf(
  reader: Reader,
  collection: string,
  lexemes: readonly string[],
): Promise<readonly LexemeCount[]> {
  return reader.rows<LexemeCount>(sql`
    SELECT lexeme, documents FROM search.lexeme
     WHERE collection = ${collection} AND lexeme = ANY (${lexemes}::text[]) AND documents > 0
    UNION ALL
    SELECT lexeme, documents FROM search.lexeme
     WHERE collection = ${collection} AND lexeme >= '~' AND lexeme < '~:' AND documents > 0`);
}

/** A word that was typed, and how many typing errors in it are forgiven: one or two. */
export interface TypedWord {
  readonly word: string;
  readonly errors: number;
}

/** Words of a collection that may be meant by one of the given ones, a shortlist for closer comparison. */
export async function similarWords(
  reader: Reader,
  collection: string,
  typed: readonly TypedWord[],
): Promise<readonly WordCount[]> {
  // Materialised: the planner knows nothing of a young vocabulary, and would do this again for every lexeme.
  return reader.rows<WordCount>(sql`
    WITH asked AS MATERIALIZED (
      SELECT typed.word, typed.errors, search.variants(typed.word, typed.errors) AS variants
        FROM unnest(${typed.map(({ word }) => word)}::text[], ${typed.map(({ errors }) => errors)}::int[])
             AS typed (word, errors)),
    found AS MATERIALIZED (
      SELECT DISTINCT near.word
        FROM asked
       CROSS JOIN LATERAL (
         SELECT w.word FROM search.word AS w
          WHERE w.collection = ${collection} AND w.variants && asked.variants
            AND length(w.word) BETWEEN length(asked.word) - asked.errors AND length(asked.word) + asked.errors
          LIMIT 1000) AS near)
    SELECT found.word, l.documents FROM found
      JOIN search.lexeme AS l ON l.collection = ${collection} AND l.lexeme = '=' || found.word
     WHERE l.documents > 0`);
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
                      AND l.lexeme < asked.beginning || ${last} AND l.documents > 0)
        OR search.matches_any(asked.query::tsquery) AS known
      FROM unnest(${words.map(({ lexeme }) => lexeme)}::text[],
                  ${words.map(({ beginning }) => beginning)}::text[],
                  ${words.map(({ query }) => query)}::text[]) WITH ORDINALITY
           AS asked (lexeme, beginning, query, place)
     ORDER BY place`);
  return rows.map(({ known }) => known);
}
