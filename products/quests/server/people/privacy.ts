import { type Reader, sql, type Tx } from '#platform/server/database';

/** What people keep here about themselves and each other. */
export async function exportPeople(reader: Reader, userId: string): Promise<unknown> {
  const [player, friends, reviews, favourites, blocks, reports] = await Promise.all([
    reader.row(
      sql`SELECT about, instagram, private, joined_at FROM quests.player WHERE user_id = ${userId}::uuid`,
    ),
    reader.rows(sql`
      SELECT since FROM quests.friendship WHERE one_id = ${userId}::uuid OR other_id = ${userId}::uuid`),
    reader.rows(sql`
      SELECT quest_id, stars, text, state, created_at FROM quests.review WHERE author_id = ${userId}::uuid ORDER BY id`),
    reader.rows(
      sql`SELECT quest_id, since FROM quests.favourite WHERE user_id = ${userId}::uuid ORDER BY since`,
    ),
    reader.rows(sql`SELECT since FROM quests.block WHERE by_id = ${userId}::uuid`),
    reader.rows(
      sql`SELECT quest_id, comment, created_at FROM quests.report WHERE user_id = ${userId}::uuid ORDER BY id`,
    ),
  ]);
  return {
    player: player ?? null,
    friends: friends.length,
    reviews,
    favourites,
    blocks: blocks.length,
    reports,
  };
}

/** Reviews lose their words and their author but keep their stars: the rating of a quest is not one person's to take. */
export async function erasePeople(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`DELETE FROM quests.player WHERE user_id = ${userId}::uuid`);
  await tx.run(
    sql`DELETE FROM quests.friendship WHERE one_id = ${userId}::uuid OR other_id = ${userId}::uuid`,
  );
  await tx.run(
    sql`DELETE FROM quests.friend_request WHERE from_id = ${userId}::uuid OR to_id = ${userId}::uuid`,
  );
  await tx.run(sql`DELETE FROM quests.block WHERE by_id = ${userId}::uuid OR blocked_id = ${userId}::uuid`);
  await tx.run(sql`DELETE FROM quests.favourite WHERE user_id = ${userId}::uuid`);
  await tx.run(sql`
    UPDATE quests.review SET author_id = NULL, text = '', photo_file_ids = '{}' WHERE author_id = ${userId}::uuid`);
  await tx.run(sql`UPDATE quests.report SET user_id = NULL, comment = '' WHERE user_id = ${userId}::uuid`);
  await tx.run(sql`DELETE FROM quests.unlock_request WHERE user_id = ${userId}::uuid`);
}
