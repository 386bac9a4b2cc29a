import { type Reader, sql, type Tx } from '#platform/server/database';

export interface ReviewRow {
  readonly id: string;
  readonly quest_id: string;
  readonly author_id: string | null;
  readonly stars: number;
  readonly text: string;
  readonly photo_file_ids: string[];
  readonly state: 'shown' | 'held' | 'removed';
  readonly created_at: Date;
  readonly edited_at: Date | null;
}

const columns = sql`id, quest_id, author_id, stars, text, photo_file_ids, state, created_at, edited_at`;

/** False when the person reviewed the quest already. */
export async function insertReview(tx: Tx, row: Omit<ReviewRow, 'edited_at'>): Promise<boolean> {
  const inserted = await tx.run(sql`
    INSERT INTO quests.review (id, quest_id, author_id, stars, text, photo_file_ids, state, created_at)
    VALUES (${row.id}, ${row.quest_id}, ${row.author_id}, ${row.stars}, ${row.text}, ${row.photo_file_ids}::uuid[],
      ${row.state}, ${row.created_at})
    ON CONFLICT (quest_id, author_id) DO NOTHING`);
  return inserted > 0;
}

export function lockReview(tx: Tx, id: string): Promise<ReviewRow | undefined> {
  return tx.row<ReviewRow>(sql`SELECT ${columns} FROM quests.review WHERE id = ${id}::uuid FOR UPDATE`);
}

export function findReviewsById(reader: Reader, ids: readonly string[]): Promise<ReviewRow[]> {
  return reader.rows<ReviewRow>(sql`SELECT ${columns} FROM quests.review WHERE id = ANY(${ids}::uuid[])`);
}

export function findReviewOf(
  reader: Reader,
  questId: string,
  authorId: string,
): Promise<ReviewRow | undefined> {
  return reader.row<ReviewRow>(sql`
    SELECT ${columns} FROM quests.review WHERE quest_id = ${questId}::uuid AND author_id = ${authorId}::uuid`);
}

/** Newest first; what is not shown is seen by its author only. */
export function findReviews(
  reader: Reader,
  questId: string,
  page: {
    readonly limit: number;
    readonly before: string | undefined;
    readonly viewerId: string | undefined;
  },
): Promise<ReviewRow[]> {
  return reader.rows<ReviewRow>(sql`
    SELECT ${columns} FROM quests.review
    WHERE quest_id = ${questId}::uuid AND (state = 'shown' OR author_id = ${page.viewerId ?? null}::uuid)
      AND (${page.before ?? null}::uuid IS NULL OR id < ${page.before ?? null}::uuid)
    ORDER BY id DESC LIMIT ${page.limit}`);
}

export async function updateReview(tx: Tx, row: ReviewRow): Promise<void> {
  await tx.run(sql`
    UPDATE quests.review SET stars = ${row.stars}, text = ${row.text}, photo_file_ids = ${row.photo_file_ids}::uuid[],
      state = ${row.state}, edited_at = ${row.edited_at} WHERE id = ${row.id}::uuid`);
}

export async function deleteReviewRow(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM quests.review WHERE id = ${id}::uuid`);
}
