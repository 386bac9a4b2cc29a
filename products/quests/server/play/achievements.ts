import type { Reader, Tx } from '#platform/server/database';
import type { Achievement } from '../../contract/index.ts';
import { findAchievements, findRecord, insertAchievements } from './achievement.store.ts';
import { achievements, isEarned } from './achievements.rules.ts';

/** Gives what was earned by now; called after something that counts, in its transaction. */
export async function earnAchievements(tx: Tx, userId: string, at: Date): Promise<void> {
  const record = await findRecord(tx, userId);
  const earned = achievements.filter((one) => isEarned(one, record)).map(({ code }) => code);
  if (earned.length > 0) await insertAchievements(tx, userId, earned, at);
}

/** All of them, with how far the person is. */
export async function achievementsOf(reader: Reader, userId: string): Promise<Achievement[]> {
  const [record, earned] = await Promise.all([findRecord(reader, userId), findAchievements(reader, userId)]);
  return achievements.map(({ code, name, description, measure, goal }) => ({
    code,
    name,
    description,
    earned_at: earned.get(code)?.toISOString() ?? null,
    progress: { now: Math.min(record[measure], goal), goal },
  }));
}
