import { type Reader, sql } from '#platform/server/database';

/** Avatars by person; those without one are left out. */
export async function avatarsOf(
  reader: Reader,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows<{ readonly user_id: string; readonly avatar_file_id: string }>(sql`
    SELECT user_id, avatar_file_id FROM quests.player
    WHERE user_id = ANY(${userIds}::uuid[]) AND avatar_file_id IS NOT NULL`);
  return new Map(rows.map((row) => [row.user_id, row.avatar_file_id]));
}
