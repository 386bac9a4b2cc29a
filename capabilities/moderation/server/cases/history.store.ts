import { newId } from '#base/ids';
import { type Reader, sql, type Tx } from '#platform/server/database';
import type { HistoryEntry } from './case.ts';

interface HistoryRow {
  readonly happened_at: Date;
  readonly act: HistoryEntry['act'];
  readonly actor_id: string | null;
  readonly reason_code: string | null;
  readonly note: string | null;
}

export async function appendHistory(
  tx: Tx,
  caseId: string,
  entry: Pick<HistoryEntry, 'happenedAt' | 'act'> & Partial<HistoryEntry>,
): Promise<void> {
  const { happenedAt, act, actorId = null, reasonCode = null, note = null } = entry;
  await tx.run(sql`
    INSERT INTO moderation.case_history (id, case_id, happened_at, act, actor_id, reason_code, note)
    VALUES (${newId()}, ${caseId}, ${happenedAt}, ${act}, ${actorId}, ${reasonCode}, ${note})`);
}

/** Oldest first. */
export async function historyOf(reader: Reader, caseId: string): Promise<readonly HistoryEntry[]> {
  const rows = await reader.rows<HistoryRow>(sql`
    SELECT happened_at, act, actor_id, reason_code, note FROM moderation.case_history
    WHERE case_id = ${caseId} ORDER BY happened_at, id LIMIT 500`);
  return rows.map((row) => ({
    happenedAt: row.happened_at,
    act: row.act,
    actorId: row.actor_id,
    reasonCode: row.reason_code,
    note: row.note,
  }));
}
