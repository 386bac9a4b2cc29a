import { type Reader, sql, type Tx } from '#platform/server/database';

/** Keeps what a person reports; answers whether it is their first report of the case. */
export async function keepReport(
  tx: Tx,
  report: {
    readonly caseId: string;
    readonly reporterId: string;
    readonly note: string | null;
    readonly at: Date;
  },
): Promise<boolean> {
  const row = await tx.row<{ first: boolean }>(sql`
    INSERT INTO moderation.case_report (case_id, reporter_id, note, reported_at)
    VALUES (${report.caseId}, ${report.reporterId}, ${report.note}, ${report.at})
    ON CONFLICT (case_id, reporter_id) DO UPDATE SET note = coalesce(excluded.note, case_report.note)
    RETURNING xmax = 0 AS first`);
  return row?.first ?? false;
}

/** What reporters wrote, newest first. */
export async function commentsOf(reader: Reader, caseId: string): Promise<readonly string[]> {
  const rows = await reader.rows<{ note: string }>(sql`
    SELECT note FROM moderation.case_report
    WHERE case_id = ${caseId} AND note IS NOT NULL ORDER BY reported_at DESC LIMIT 50`);
  return rows.map(({ note }) => note);
}
