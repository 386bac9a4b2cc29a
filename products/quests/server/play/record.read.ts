import { type Reader, sql } from '#platform/server/database';

interface SessionsRow {
  readonly active: string | null;
  readonly finished: string | null;
}

export async function findSessionsOf(reader: Reader, userId: string, questId: string): Promise<SessionsRow> {
  const row = await reader.row<SessionsRow>(sql`
    SELECT (max(s.id::text) FILTER (WHERE s.state = 'active'))::uuid AS active,
      (max(s.id::text) FILTER (WHERE s.state = 'finished'))::uuid AS finished
    FROM quests.session_player p JOIN quests.session s ON s.id = p.session_id
    WHERE p.user_id = ${userId}::uuid AND s.quest_id = ${questId}::uuid AND NOT s.test`);
  return row ?? { active: null, finished: null };
}

export async function countPointsDone(reader: Reader, userId: string, questId: string): Promise<number> {
  const row = await reader.row<{ count: number }>(sql`
    SELECT count(DISTINCT t.point_id)::int AS count
    FROM quests.session_player p
    JOIN quests.session s ON s.id = p.session_id AND NOT s.test
    JOIN quests.session_point t ON t.session_id = s.id AND t.status IN ('done', 'skipped')
    WHERE p.user_id = ${userId}::uuid AND s.quest_id = ${questId}::uuid`);
  return row?.count ?? 0;
}

export async function findTotalsOf(
  reader: Reader,
  userId: string,
): Promise<{ finished: number; score: number }> {
  const row = await reader.row<{ finished: number; score: number }>(sql`
    SELECT count(DISTINCT s.quest_id)::int AS finished, coalesce(sum(s.score), 0)::int AS score
    FROM quests.session_player p
    JOIN quests.session s ON s.id = p.session_id AND s.state = 'finished' AND NOT s.test
    WHERE p.user_id = ${userId}::uuid`);
  return row ?? { finished: 0, score: 0 };
}
