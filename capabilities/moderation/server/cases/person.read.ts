import { type Reader, sql } from '#platform/server/database';

/** Cases about what a person made; the moderators stay unnamed. */
export function casesAbout(reader: Reader, userId: string): Promise<readonly unknown[]> {
  return reader.rows(sql`
    SELECT kind, subject_id, status, opened_at, closed_at, reason_code, note
    FROM moderation.case_file WHERE author_id = ${userId} ORDER BY opened_at`);
}

/** What a person reported. */
export function reportsBy(reader: Reader, userId: string): Promise<readonly unknown[]> {
  return reader.rows(sql`
    SELECT c.kind, c.subject_id, r.note, r.reported_at
    FROM moderation.case_report r JOIN moderation.case_file c ON c.id = r.case_id
    WHERE r.reporter_id = ${userId} ORDER BY r.reported_at`);
}
