import { type Reader, sql, type Tx } from '#platform/server/database';
import type { Point } from '../../contract/index.ts';
import type { Quest, QuestContent, QuestState } from './content.ts';

interface QuestRow {
  readonly id: string;
  readonly author_id: string;
  readonly state: QuestState;
  readonly revision: number;
  readonly content: QuestContent;
  readonly points: readonly Point[];
  readonly length_metres: number;
  readonly published_version: number | null;
  readonly published_revision: number | null;
  readonly rejection_code: string | null;
  readonly rejection_note: string | null;
  readonly rejected_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const columns = sql`id, author_id, state, revision, content, points, length_metres, published_version, published_revision,
  rejection_code, rejection_note, rejected_at, created_at, updated_at`;

function questOf(row: QuestRow): Quest {
  const { rejection_code: code, rejection_note: note, rejected_at: at } = row;
  return {
    id: row.id,
    authorId: row.author_id,
    state: row.state,
    revision: row.revision,
    content: row.content,
    points: row.points,
    lengthMetres: row.length_metres,
    publishedVersion: row.published_version,
    publishedRevision: row.published_revision,
    rejection: code === null || at === null ? null : { code, note, at },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export async function findQuest(reader: Reader, id: string): Promise<Quest | undefined> {
  const row = await reader.row<QuestRow>(sql`SELECT ${columns} FROM quests.quest WHERE id = ${id}`);
  return row === undefined ? undefined : questOf(row);
}

/** The quest, locked until the end of the transaction. */
export async function lockQuest(tx: Tx, id: string): Promise<Quest | undefined> {
  const row = await tx.row<QuestRow>(sql`SELECT ${columns} FROM quests.quest WHERE id = ${id} FOR UPDATE`);
  return row === undefined ? undefined : questOf(row);
}

export async function insertQuest(
  tx: Tx,
  quest: Pick<Quest, 'id' | 'authorId' | 'content' | 'createdAt'>,
): Promise<void> {
  const { id, authorId, content, createdAt } = quest;
  await tx.run(sql`
    INSERT INTO quests.quest (id, author_id, state, content, created_at, updated_at)
    VALUES (${id}, ${authorId}, 'draft', ${JSON.stringify(content)}::jsonb, ${createdAt}, ${createdAt})`);
}

/** Writes everything of a locked quest that changes. */
export async function updateQuest(tx: Tx, quest: Quest): Promise<void> {
  const { content, points, rejection } = quest;
  await tx.run(sql`
    UPDATE quests.quest
    SET state = ${quest.state}, revision = ${quest.revision}, content = ${JSON.stringify(content)}::jsonb,
      points = ${JSON.stringify(points)}::jsonb, length_metres = ${quest.lengthMetres},
      published_version = ${quest.publishedVersion}, published_revision = ${quest.publishedRevision},
      rejection_code = ${rejection?.code ?? null}, rejection_note = ${rejection?.note ?? null},
      rejected_at = ${rejection?.at ?? null}, updated_at = ${quest.updatedAt}
    WHERE id = ${quest.id}`);
}

export async function questsByIds(reader: Reader, ids: readonly string[]): Promise<readonly Quest[]> {
  const rows = await reader.rows<QuestRow>(
    sql`SELECT ${columns} FROM quests.quest WHERE id = ANY(${ids}::uuid[])`,
  );
  return rows.map(questOf);
}

/** All quests of an author, oldest first. */
export async function questsOf(reader: Reader, authorId: string): Promise<readonly Quest[]> {
  const rows = await reader.rows<QuestRow>(
    sql`SELECT ${columns} FROM quests.quest WHERE author_id = ${authorId} ORDER BY id`,
  );
  return rows.map(questOf);
}

export function deleteQuests(tx: Tx, ids: readonly string[]): Promise<number> {
  return tx.run(sql`DELETE FROM quests.quest WHERE id = ANY(${ids}::uuid[])`);
}
