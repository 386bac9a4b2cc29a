import { sql, type Tx } from '#platform/server/database';

/** Replaces what the draft carries. */
export async function carryInDraft(tx: Tx, questId: string, entryIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    DELETE FROM quests.entry_use
    WHERE quest_id = ${questId} AND NOT published AND entry_id <> ALL(${entryIds}::uuid[])`);
  await tx.run(sql`
    INSERT INTO quests.entry_use (quest_id, entry_id, published)
    SELECT ${questId}::uuid, entry_id, false FROM unnest(${entryIds}::uuid[]) AS entry_id
    ON CONFLICT DO NOTHING`);
}

/** What the draft carries is what the publication carries from now on. */
export async function carryAsPublished(tx: Tx, questId: string): Promise<void> {
  await tx.run(sql`DELETE FROM quests.entry_use WHERE quest_id = ${questId} AND published`);
  await tx.run(sql`
    INSERT INTO quests.entry_use (quest_id, entry_id, published)
    SELECT quest_id, entry_id, true FROM quests.entry_use WHERE quest_id = ${questId} AND NOT published`);
}
