import { type Reader, sql, type Tx } from '#platform/server/database';
import type { Standing } from '../filters/verdict.rules.ts';

interface AuthorRow {
  readonly texts: number;
  readonly rejected: number;
  readonly first_seen_at: Date;
}

export async function findStanding(reader: Reader, authorId: string): Promise<Standing | undefined> {
  const row = await reader.row<AuthorRow>(
    sql`SELECT texts, rejected, first_seen_at FROM moderation.author WHERE author_id = ${authorId}`,
  );
  return row === undefined
    ? undefined
    : { texts: row.texts, rejected: row.rejected, firstSeenAt: row.first_seen_at };
}

/** Adds to what is known of an author. */
export async function countAuthor(
  tx: Tx,
  authorId: string,
  { texts = 0, rejected = 0 }: { readonly texts?: number; readonly rejected?: number },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO moderation.author (author_id, texts, rejected, first_seen_at)
    VALUES (${authorId}, ${texts}, ${rejected}, ${now})
    ON CONFLICT (author_id) DO UPDATE
    SET texts = author.texts + ${texts}, rejected = author.rejected + ${rejected}`);
}
