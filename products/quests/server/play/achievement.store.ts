import { type Reader, sql, type Tx } from '#platform/server/database';
import { longestStreak, type PlayRecord } from './achievements.rules.ts';

interface RecordRow {
  readonly finished: number;
  readonly without_hints: number;
  readonly categories: number;
  readonly cities: number;
  readonly in_teams: number;
  readonly score: number;
  readonly weeks: number[];
  readonly reviews: number;
}

/** What a person's play adds up to; a quest counts once however often it was walked. */
export async function findRecord(reader: Reader, userId: string): Promise<PlayRecord> {
  const row = await reader.row<RecordRow>(sql`
    WITH finished AS (
      SELECT s.quest_id, s.score, s.hints_taken, s.team_id, s.finished_at, v.content ->> 'category' AS category, v.content ->> 'city' AS city
      FROM quests.session_player p
      JOIN quests.session s ON s.id = p.session_id AND s.state = 'finished' AND NOT s.test
      JOIN quests.version v ON v.quest_id = s.quest_id AND v.number = s.version
      WHERE p.user_id = ${userId}::uuid)
    SELECT count(DISTINCT quest_id)::int AS finished,
      count(DISTINCT quest_id) FILTER (WHERE hints_taken = 0)::int AS without_hints,
      count(DISTINCT category)::int AS categories, count(DISTINCT city)::int AS cities,
      count(DISTINCT quest_id) FILTER (WHERE team_id IS NOT NULL)::int AS in_teams,
      coalesce(sum(score), 0)::int AS score,
      coalesce(array_agg(DISTINCT floor((extract(epoch FROM finished_at) - 345600) / 604800)::int)
        FILTER (WHERE finished_at IS NOT NULL), '{}') AS weeks,
      (SELECT count(*)::int FROM quests.review r WHERE r.author_id = ${userId}::uuid) AS reviews
    FROM finished`);
  return {
    finished: row?.finished ?? 0,
    withoutHints: row?.without_hints ?? 0,
    categories: row?.categories ?? 0,
    cities: row?.cities ?? 0,
    inTeams: row?.in_teams ?? 0,
    score: row?.score ?? 0,
    weekStreak: longestStreak(row?.weeks ?? []),
    reviews: row?.reviews ?? 0,
  };
}

export async function insertAchievements(
  tx: Tx,
  userId: string,
  codes: readonly string[],
  at: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO quests.achievement (user_id, code, earned_at)
    SELECT ${userId}::uuid, unnest(${codes}::text[]), ${at}::timestamptz ON CONFLICT DO NOTHING`);
}

export async function findAchievements(reader: Reader, userId: string): Promise<Map<string, Date>> {
  const rows = await reader.rows<{ code: string; earned_at: Date }>(
    sql`SELECT code, earned_at FROM quests.achievement WHERE user_id = ${userId}::uuid`,
  );
  return new Map(rows.map(({ code, earned_at }) => [code, earned_at]));
}
