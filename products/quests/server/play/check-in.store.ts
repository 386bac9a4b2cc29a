import { newId } from '#base/ids';
import type { CheckInHistory, CheckInVerdict, Fix } from '#capabilities/geo/server';
import { type Reader, sql, type Tx } from '#platform/server/database';

type Previous = CheckInHistory['previous'];

interface CheckInRow {
  readonly lat: number;
  readonly lng: number;
  readonly accuracy: number;
  readonly mock: boolean;
  readonly distance: number;
  readonly fixed_at: Date;
  readonly received_at: Date;
}

/** Earlier check-ins of a session, oldest first. */
export async function findCheckIns(reader: Reader, sessionId: string): Promise<Previous> {
  const rows = await reader.rows<CheckInRow>(sql`
    SELECT lat, lng, accuracy, mock, distance, fixed_at, received_at FROM quests.session_check_in
    WHERE session_id = ${sessionId}::uuid ORDER BY received_at, id`);
  return rows.map(({ lat, lng, accuracy, mock, distance, fixed_at, received_at }) => ({
    fix: { lat, lng, accuracy, mock, at: fixed_at },
    distance,
    receivedAt: received_at,
  }));
}

export interface CheckInRecord {
  readonly pointId: string;
  readonly fix: Fix;
  readonly verdict: CheckInVerdict;
  readonly receivedAt: Date;
}

/** Answers the id, which a moderation case names. */
export async function insertCheckIn(tx: Tx, sessionId: string, record: CheckInRecord): Promise<string> {
  const { pointId, fix, verdict, receivedAt } = record;
  const id = newId(receivedAt.getTime());
  await tx.run(sql`
    INSERT INTO quests.session_check_in (id, session_id, point_id, lat, lng, accuracy, distance, mock, result,
      spoof_score, reasons, fixed_at, received_at)
    VALUES (${id}, ${sessionId}, ${pointId}, ${fix.lat}, ${fix.lng}, ${fix.accuracy}, ${verdict.distance},
      ${fix.mock ?? false}, ${verdict.result}, ${verdict.spoofScore}, ${verdict.reasons}::text[], ${fix.at}, ${receivedAt})`);
  return id;
}

export async function purgeCheckIns(tx: Tx, before: Date): Promise<number> {
  return tx.run(sql`DELETE FROM quests.session_check_in WHERE received_at < ${before}`);
}

export interface CheckInCaseRow {
  readonly id: string;
  readonly session_id: string;
  readonly title: string;
  readonly distance: number;
  readonly accuracy: number;
  readonly spoof_score: number;
  readonly reasons: string[];
}

/** What a moderator needs to judge: figures, never the position itself. */
export function findCheckInCases(reader: Reader, ids: readonly string[]): Promise<CheckInCaseRow[]> {
  return reader.rows<CheckInCaseRow>(sql`
    SELECT c.id, c.session_id, v.content ->> 'title' AS title, c.distance, c.accuracy, c.spoof_score, c.reasons
    FROM quests.session_check_in c
    JOIN quests.session s ON s.id = c.session_id
    JOIN quests.version v ON v.quest_id = s.quest_id AND v.number = s.version
    WHERE c.id = ANY(${ids}::uuid[])`);
}
