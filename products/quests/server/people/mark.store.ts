import { type Reader, sql, type Tx } from '#platform/server/database';

/** Favourites, reports and requests to be let in again: short rows that only come and go. */

export async function insertFavourite(tx: Tx, userId: string, questId: string, since: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO quests.favourite (user_id, quest_id, since) VALUES (${userId}, ${questId}, ${since}) ON CONFLICT DO NOTHING`);
}

export async function deleteFavourite(tx: Tx, userId: string, questId: string): Promise<void> {
  await tx.run(
    sql`DELETE FROM quests.favourite WHERE user_id = ${userId}::uuid AND quest_id = ${questId}::uuid`,
  );
}

export interface FavouriteRow {
  readonly quest_id: string;
  readonly since: Date;
}

/** Newest first, by time and id. */
export function findFavourites(
  reader: Reader,
  userId: string,
  page: {
    readonly limit: number;
    readonly after: { readonly since: Date; readonly questId: string } | undefined;
  },
): Promise<FavouriteRow[]> {
  const since = page.after?.since ?? null;
  return reader.rows<FavouriteRow>(sql`
    SELECT quest_id, since FROM quests.favourite
    WHERE user_id = ${userId}::uuid
      AND (${since}::timestamptz IS NULL OR (since, quest_id) < (${since}::timestamptz, ${page.after?.questId ?? null}::uuid))
    ORDER BY since DESC, quest_id DESC LIMIT ${page.limit}`);
}

export async function findFavouriteIds(reader: Reader, userId: string, limit: number): Promise<string[]> {
  const rows = await reader.rows<{ quest_id: string }>(sql`
    SELECT quest_id FROM quests.favourite WHERE user_id = ${userId}::uuid
    ORDER BY since DESC, quest_id DESC LIMIT ${limit}`);
  return rows.map(({ quest_id }) => quest_id);
}

export async function isFavourite(reader: Reader, userId: string, questId: string): Promise<boolean> {
  const row = await reader.row<{ found: boolean }>(sql`
    SELECT true AS found FROM quests.favourite WHERE user_id = ${userId}::uuid AND quest_id = ${questId}::uuid`);
  return row !== undefined;
}

export interface ReportRow {
  readonly id: string;
  readonly quest_id: string;
  readonly point_id: string | null;
  readonly user_id: string | null;
  readonly comment: string;
  readonly created_at: Date;
}

export async function insertReport(tx: Tx, row: ReportRow): Promise<void> {
  await tx.run(sql`
    INSERT INTO quests.report (id, quest_id, point_id, user_id, comment, created_at)
    VALUES (${row.id}, ${row.quest_id}, ${row.point_id}, ${row.user_id}, ${row.comment}, ${row.created_at})`);
}

export function findReports(reader: Reader, ids: readonly string[]): Promise<ReportRow[]> {
  return reader.rows<ReportRow>(sql`
    SELECT id, quest_id, point_id, user_id, comment, created_at FROM quests.report WHERE id = ANY(${ids}::uuid[])`);
}

export interface AuthorReportRow extends Omit<ReportRow, 'user_id'> {
  readonly quest_title: string;
  readonly point_title: string | null;
}

/** About the quests of an author, newest first. */
export function findReportsTo(
  reader: Reader,
  authorId: string,
  page: {
    readonly limit: number;
    readonly before: string | undefined;
    readonly questId: string | undefined;
  },
): Promise<AuthorReportRow[]> {
  return reader.rows<AuthorReportRow>(sql`
    SELECT r.id, r.quest_id, r.point_id, r.comment, r.created_at, q.content ->> 'title' AS quest_title,
      (SELECT p ->> 'title' FROM jsonb_array_elements(q.points) p WHERE p ->> 'id' = r.point_id::text LIMIT 1)
        AS point_title
    FROM quests.report r JOIN quests.quest q ON q.id = r.quest_id
    WHERE q.author_id = ${authorId}::uuid
      AND (${page.questId ?? null}::uuid IS NULL OR r.quest_id = ${page.questId ?? null}::uuid)
      AND (${page.before ?? null}::uuid IS NULL OR r.id < ${page.before ?? null}::uuid)
    ORDER BY r.id DESC LIMIT ${page.limit}`);
}

export interface UnlockRow {
  readonly id: string;
  readonly user_id: string;
  readonly message: string;
  readonly state: 'open' | 'approved' | 'rejected';
  readonly created_at: Date;
}

/** False while an earlier request of the person waits. */
export async function insertUnlock(tx: Tx, row: UnlockRow): Promise<boolean> {
  const inserted = await tx.run(sql`
    INSERT INTO quests.unlock_request (id, user_id, message, state, created_at)
    VALUES (${row.id}, ${row.user_id}, ${row.message}, ${row.state}, ${row.created_at})
    ON CONFLICT (user_id) WHERE state = 'open' DO NOTHING`);
  return inserted > 0;
}

export function findUnlocks(reader: Reader, ids: readonly string[]): Promise<UnlockRow[]> {
  return reader.rows<UnlockRow>(sql`
    SELECT id, user_id, message, state, created_at FROM quests.unlock_request WHERE id = ANY(${ids}::uuid[])`);
}

export async function settleUnlock(
  tx: Tx,
  id: string,
  state: 'approved' | 'rejected',
  at: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE quests.unlock_request SET state = ${state}, decided_at = ${at} WHERE id = ${id}::uuid AND state = 'open'`);
}
