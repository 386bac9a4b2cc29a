import { joinSql, type Reader, type Sql, sql, type Tx } from '#platform/server/database';

export interface TeamRow {
  readonly id: string;
  readonly name: string;
  readonly captain_id: string;
  readonly invite_code: string;
  readonly chat_id: string | null;
  readonly created_at: Date;
  readonly member_ids: string[];
}

const columns = sql`t.id, t.name, t.captain_id, t.invite_code, t.chat_id, t.created_at,
  ARRAY(SELECT m.user_id FROM quests.team_member m WHERE m.team_id = t.id ORDER BY m.joined_at, m.user_id) AS member_ids`;

export function findTeam(reader: Reader, id: string): Promise<TeamRow | undefined> {
  return reader.row<TeamRow>(sql`SELECT ${columns} FROM quests.team t WHERE t.id = ${id}::uuid`);
}

/** Changes of a team happen one after another. */
export async function lockTeam(
  tx: Tx,
  by: { readonly id: string } | { readonly code: string },
): Promise<TeamRow | undefined> {
  const which = 'id' in by ? sql`t.id = ${by.id}::uuid` : sql`t.invite_code = ${by.code}`;
  return tx.row<TeamRow>(sql`SELECT ${columns} FROM quests.team t WHERE ${which} FOR UPDATE`);
}

export async function findTeamsOf(
  reader: Reader,
  userId: string,
  limit: number,
  before: string | undefined,
): Promise<TeamRow[]> {
  const conditions: Sql[] = [
    sql`EXISTS (SELECT 1 FROM quests.team_member m WHERE m.team_id = t.id AND m.user_id = ${userId}::uuid)`,
  ];
  if (before !== undefined) conditions.push(sql`t.id < ${before}::uuid`);
  return reader.rows<TeamRow>(
    sql`SELECT ${columns} FROM quests.team t WHERE ${joinSql(conditions, sql` AND `)} ORDER BY t.id DESC LIMIT ${limit}`,
  );
}

/** Takes a lock on the person's teams, so that the limit holds for parallel requests too. */
export async function countTeamsOf(tx: Tx, userId: string): Promise<number> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended('quests.team:' || ${userId}::text, 0))`);
  const row = await tx.row<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM quests.team_member WHERE user_id = ${userId}::uuid`,
  );
  return row?.count ?? 0;
}

type NewTeam = Omit<TeamRow, 'member_ids' | 'chat_id'> & { readonly chat_id: string };

export async function insertTeam(tx: Tx, team: NewTeam): Promise<void> {
  await tx.run(sql`
    INSERT INTO quests.team (id, name, captain_id, invite_code, chat_id, created_at)
    VALUES (${team.id}, ${team.name}, ${team.captain_id}, ${team.invite_code}, ${team.chat_id}, ${team.created_at})`);
}

export async function insertMember(tx: Tx, teamId: string, userId: string, at: Date): Promise<boolean> {
  const rows = await tx.run(sql`
    INSERT INTO quests.team_member (team_id, user_id, joined_at) VALUES (${teamId}, ${userId}, ${at})
    ON CONFLICT DO NOTHING`);
  return rows > 0;
}

export async function deleteMember(tx: Tx, teamId: string, userId: string): Promise<void> {
  await tx.run(
    sql`DELETE FROM quests.team_member WHERE team_id = ${teamId}::uuid AND user_id = ${userId}::uuid`,
  );
}

export async function updateTeamRow(
  tx: Tx,
  team: Pick<TeamRow, 'id' | 'name' | 'captain_id' | 'invite_code'>,
): Promise<void> {
  await tx.run(sql`
    UPDATE quests.team SET name = ${team.name}, captain_id = ${team.captain_id}, invite_code = ${team.invite_code}
    WHERE id = ${team.id}::uuid`);
}

export async function deleteTeam(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM quests.team WHERE id = ${id}::uuid`);
}
