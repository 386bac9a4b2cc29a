import { type Reader, sql, type Tx } from '#platform/server/database';

export function insertReport(
  tx: Tx,
  report: {
    readonly messageId: string;
    readonly reporterId: string;
    readonly body: string;
    readonly now: Date;
  },
): Promise<number> {
  const { messageId, reporterId, body, now } = report;
  return tx.run(sql`
    INSERT INTO chat.report (message_id, reporter_id, body, created_at)
    VALUES (${messageId}, ${reporterId}, ${body}, ${now}) ON CONFLICT DO NOTHING`);
}

export interface ReportedRow {
  readonly id: string;
  readonly room_id: string;
  readonly author_id: string | null;
  readonly body: string;
  readonly attachment_ids: readonly string[];
}

/** What a moderator looks at: the words now or, when they are gone, as they were first reported. */
export function reported(reader: Reader, messageIds: readonly string[]): Promise<ReportedRow[]> {
  return reader.rows(sql`
    SELECT m.id, m.room_id, m.author_id, m.attachment_ids,
      CASE WHEN m.deleted_at IS NULL THEN m.body ELSE coalesce(
        (SELECT r.body FROM chat.report r WHERE r.message_id = m.id ORDER BY r.created_at LIMIT 1), '') END AS body
    FROM chat.message m WHERE m.id = ANY(${messageIds}::uuid[])`);
}

export function deleteReportsBy(tx: Tx, userId: string): Promise<number> {
  return tx.run(sql`DELETE FROM chat.report WHERE reporter_id = ${userId}`);
}
