import { joinSql, type Reader, type Sql, sql, type Tx } from '#platform/server/database';

export interface PlayerRow {
  readonly user_id: string;
  readonly avatar_file_id: string | null;
  readonly about: string;
  readonly instagram: string | null;
  readonly private: boolean;
  /** Null for somebody who never opened their page. */
  readonly joined_at: Date | null;
  readonly city_code: string | null;
  readonly city_ru: string | null;
  readonly city_en: string | null;
  readonly written: number;
  readonly friends: number;
}

export function findPlayer(reader: Reader, userId: string): Promise<PlayerRow | undefined> {
  return reader.row<PlayerRow>(sql`
    SELECT u.user_id, p.avatar_file_id, coalesce(p.about, '') AS about, p.instagram,
      coalesce(p.private, false) AS private, p.joined_at,
      d.code AS city_code, d.name_ru AS city_ru, d.name_en AS city_en,
      (SELECT count(*)::int FROM quests.listing l WHERE l.author_id = u.user_id AND l.listed) AS written,
      (SELECT count(*)::int FROM quests.friendship f WHERE f.one_id = u.user_id OR f.other_id = u.user_id) AS friends
    FROM (SELECT ${userId}::uuid AS user_id) u
    LEFT JOIN quests.player p ON p.user_id = u.user_id
    LEFT JOIN quests.dictionary d ON d.id = p.city_id`);
}

/** Everybody who opens the product has a page. */
export async function ensurePlayer(tx: Tx, userId: string, at: Date): Promise<void> {
  await tx.run(
    sql`INSERT INTO quests.player (user_id, joined_at) VALUES (${userId}, ${at}) ON CONFLICT DO NOTHING`,
  );
}

export async function lockAvatar(tx: Tx, userId: string): Promise<string | null> {
  const row = await tx.row<{ avatar_file_id: string | null }>(
    sql`SELECT avatar_file_id FROM quests.player WHERE user_id = ${userId}::uuid FOR UPDATE`,
  );
  return row?.avatar_file_id ?? null;
}

export interface PlayerChange {
  readonly avatarFileId?: string | null | undefined;
  readonly about?: string | undefined;
  readonly instagram?: string | null | undefined;
  /** A code of the dictionary of cities. */
  readonly city?: string | null | undefined;
  readonly private?: boolean | undefined;
}

/** False when there is no such city. */
export async function updatePlayerRow(tx: Tx, userId: string, change: PlayerChange): Promise<boolean> {
  const changes: Sql[] = [];
  if (change.avatarFileId !== undefined) changes.push(sql`avatar_file_id = ${change.avatarFileId}`);
  if (change.about !== undefined) changes.push(sql`about = ${change.about}`);
  if (change.instagram !== undefined) changes.push(sql`instagram = ${change.instagram}`);
  if (change.private !== undefined) changes.push(sql`private = ${change.private}`);
  if (change.city === null) changes.push(sql`city_id = NULL`);
  if (change.city !== undefined && change.city !== null) {
    const city = await tx.row<{ id: string }>(
      sql`SELECT id FROM quests.dictionary WHERE kind = 'city' AND code = ${change.city} AND active`,
    );
    if (city === undefined) return false;
    changes.push(sql`city_id = ${city.id}`);
  }
  if (changes.length > 0)
    await tx.run(sql`UPDATE quests.player SET ${joinSql(changes, sql`, `)} WHERE user_id = ${userId}::uuid`);
  return true;
}
