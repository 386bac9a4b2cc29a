import { type Reader, sql, type Tx } from '#platform/server/database';
import type { Teams } from './teams.ts';

/** What play keeps about a person. */
export async function exportPlay(reader: Reader, userId: string): Promise<unknown> {
  const [sessions, checkIns, achievements] = await Promise.all([
    reader.rows(sql`
      SELECT s.id, s.quest_id, s.state, s.score, s.penalties, s.started_at, s.finished_at
      FROM quests.session_player p JOIN quests.session s ON s.id = p.session_id
      WHERE p.user_id = ${userId}::uuid ORDER BY s.id`),
    reader.rows(sql`
      SELECT c.point_id, c.lat, c.lng, c.accuracy, c.result, c.fixed_at
      FROM quests.session_check_in c JOIN quests.session s ON s.id = c.session_id
      WHERE s.user_id = ${userId}::uuid ORDER BY c.id`),
    reader.rows(
      sql`SELECT code, earned_at FROM quests.achievement WHERE user_id = ${userId}::uuid ORDER BY earned_at`,
    ),
  ]);
  return { sessions, check_ins: checkIns, achievements };
}

/** Positions and achievements go; finished walks stay as figures of the quest, without the person. */
export async function erasePlay(tx: Tx, teams: Teams, userId: string): Promise<void> {
  await teams.leaveAll(tx, userId);
  await tx.run(sql`
    DELETE FROM quests.session_check_in c USING quests.session s
    WHERE s.id = c.session_id AND s.user_id = ${userId}::uuid`);
  await tx.run(
    sql`DELETE FROM quests.session WHERE user_id = ${userId}::uuid AND (test OR state = 'active')`,
  );
  await tx.run(sql`UPDATE quests.session SET user_id = NULL WHERE user_id = ${userId}::uuid`);
  await tx.run(sql`DELETE FROM quests.session_player WHERE user_id = ${userId}::uuid`);
  await tx.run(sql`UPDATE quests.session_move SET user_id = NULL WHERE user_id = ${userId}::uuid`);
  await tx.run(sql`UPDATE quests.session_photo SET user_id = NULL WHERE user_id = ${userId}::uuid`);
  await tx.run(sql`DELETE FROM quests.achievement WHERE user_id = ${userId}::uuid`);
}
