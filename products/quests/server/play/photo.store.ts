import { type Reader, sql, type Tx } from '#platform/server/database';

export interface NewPhoto {
  readonly id: string;
  readonly sessionId: string;
  readonly pointId: string;
  readonly fileId: string;
  readonly userId: string;
  readonly madeAt: Date;
}

export interface PhotoRow {
  readonly id: string;
  readonly session_id: string;
  readonly point_id: string;
  readonly file_id: string;
  readonly state: 'waiting' | 'approved' | 'rejected';
  /** Of the quest. */
  readonly title: string;
  /** What the photo should show; empty when the version is gone. */
  readonly question: string;
}

export async function insertPhoto(tx: Tx, photo: NewPhoto): Promise<void> {
  await tx.run(sql`
    INSERT INTO quests.session_photo (id, session_id, point_id, file_id, user_id, state, made_at)
    VALUES (${photo.id}, ${photo.sessionId}, ${photo.pointId}, ${photo.fileId}, ${photo.userId}, 'waiting', ${photo.madeAt})`);
}

export function findPhotos(reader: Reader, ids: readonly string[]): Promise<PhotoRow[]> {
  return reader.rows<PhotoRow>(sql`
    SELECT f.id, f.session_id, f.point_id, f.file_id, f.state, v.content ->> 'title' AS title,
      coalesce((SELECT point -> 'task' ->> 'question' FROM jsonb_array_elements(v.points) AS point
        WHERE point ->> 'id' = f.point_id::text LIMIT 1), '') AS question
    FROM quests.session_photo f
    JOIN quests.session s ON s.id = f.session_id
    JOIN quests.version v ON v.quest_id = s.quest_id AND v.number = s.version
    WHERE f.id = ANY(${ids}::uuid[])`);
}

export async function settlePhoto(tx: Tx, id: string, state: PhotoRow['state']): Promise<void> {
  await tx.run(sql`UPDATE quests.session_photo SET state = ${state} WHERE id = ${id}::uuid`);
}

/** True for the players of the session whose task the photo answered. */
export async function isOnPhoto(reader: Reader, fileId: string, userId: string): Promise<boolean> {
  const row = await reader.row<{ present: boolean }>(sql`
    SELECT true AS present FROM quests.session_photo f
    JOIN quests.session_player p ON p.session_id = f.session_id
    WHERE f.file_id = ${fileId}::uuid AND p.user_id = ${userId}::uuid LIMIT 1`);
  return row !== undefined;
}
