import { type Reader, type Sql, sql, type Tx } from '#platform/server/database';

export interface RequestRow {
  readonly id: string;
  readonly from_id: string;
  readonly to_id: string;
  readonly state: 'pending' | 'accepted' | 'declined';
  readonly created_at: Date;
}

/** The page after `before` (an id); newest first. */
export interface PageSql {
  readonly limit: number;
  readonly before: string | undefined;
}

const columns = sql`id, from_id, to_id, state, created_at`;

export async function insertRequest(tx: Tx, row: Omit<RequestRow, 'state'>): Promise<boolean> {
  const inserted = await tx.run(sql`
    INSERT INTO quests.friend_request (id, from_id, to_id, state, created_at)
    VALUES (${row.id}, ${row.from_id}, ${row.to_id}, 'pending', ${row.created_at})
    ON CONFLICT (least(from_id, to_id), greatest(from_id, to_id)) WHERE state = 'pending' DO NOTHING`);
  return inserted > 0;
}

/** What two persons do about each other happens one after another, until the end of the transaction. */
export async function lockPair(tx: Tx, one: string, other: string): Promise<void> {
  const pair = [one, other].sort().join(':');
  await tx.row(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`quests.friends:${pair}`}::text, 0)) AS locked`,
  );
}

export function findRequest(reader: Reader, id: string): Promise<RequestRow | undefined> {
  return reader.row<RequestRow>(sql`SELECT ${columns} FROM quests.friend_request WHERE id = ${id}::uuid`);
}

export function lockRequest(tx: Tx, id: string): Promise<RequestRow | undefined> {
  return tx.row<RequestRow>(
    sql`SELECT ${columns} FROM quests.friend_request WHERE id = ${id}::uuid FOR UPDATE`,
  );
}

export function lockOpenRequest(tx: Tx, one: string, other: string): Promise<RequestRow | undefined> {
  return tx.row<RequestRow>(sql`
    SELECT ${columns} FROM quests.friend_request
    WHERE least(from_id, to_id) = least(${one}::uuid, ${other}::uuid)
      AND greatest(from_id, to_id) = greatest(${one}::uuid, ${other}::uuid) AND state = 'pending' FOR UPDATE`);
}

export function findOpenRequest(reader: Reader, one: string, other: string): Promise<RequestRow | undefined> {
  return reader.row<RequestRow>(sql`
    SELECT ${columns} FROM quests.friend_request
    WHERE least(from_id, to_id) = least(${one}::uuid, ${other}::uuid)
      AND greatest(from_id, to_id) = greatest(${one}::uuid, ${other}::uuid) AND state = 'pending'`);
}

export async function settleRequest(
  tx: Tx,
  id: string,
  state: 'accepted' | 'declined',
  at: Date,
): Promise<void> {
  await tx.run(
    sql`UPDATE quests.friend_request SET state = ${state}, settled_at = ${at} WHERE id = ${id}::uuid`,
  );
}

export async function deleteRequest(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM quests.friend_request WHERE id = ${id}::uuid`);
}

export function findRequests(
  reader: Reader,
  userId: string,
  direction: 'incoming' | 'outgoing',
  { limit, before }: PageSql,
): Promise<RequestRow[]> {
  const mine: Sql = direction === 'incoming' ? sql`to_id = ${userId}::uuid` : sql`from_id = ${userId}::uuid`;
  return reader.rows<RequestRow>(sql`
    SELECT ${columns} FROM quests.friend_request
    WHERE ${mine} AND state = 'pending' AND (${before ?? null}::uuid IS NULL OR id < ${before ?? null}::uuid)
    ORDER BY id DESC LIMIT ${limit}`);
}

export async function insertFriendship(tx: Tx, one: string, other: string, since: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO quests.friendship (one_id, other_id, since)
    VALUES (least(${one}::uuid, ${other}::uuid), greatest(${one}::uuid, ${other}::uuid), ${since})
    ON CONFLICT DO NOTHING`);
}

export async function deleteFriendship(tx: Tx, one: string, other: string): Promise<void> {
  await tx.run(sql`
    DELETE FROM quests.friendship
    WHERE one_id = least(${one}::uuid, ${other}::uuid) AND other_id = greatest(${one}::uuid, ${other}::uuid)`);
}

export interface FriendRow {
  readonly user_id: string;
  readonly since: Date;
}

const friendsOf = (userId: string) => sql`
  SELECT other_id AS user_id, since FROM quests.friendship WHERE one_id = ${userId}::uuid
  UNION ALL SELECT one_id, since FROM quests.friendship WHERE other_id = ${userId}::uuid`;

export async function findFriendIds(reader: Reader, userId: string): Promise<string[]> {
  const rows = await reader.rows<{ user_id: string }>(
    sql`SELECT user_id FROM (${friendsOf(userId)}) f ORDER BY user_id`,
  );
  return rows.map(({ user_id }) => user_id);
}

/** By id, so that a page's cursor is the last friend. */
export function findFriends(
  reader: Reader,
  userId: string,
  { limit, before }: PageSql,
): Promise<FriendRow[]> {
  return reader.rows<FriendRow>(sql`
    SELECT user_id, since FROM (${friendsOf(userId)}) f
    WHERE ${before ?? null}::uuid IS NULL OR user_id < ${before ?? null}::uuid
    ORDER BY user_id DESC LIMIT ${limit}`);
}

export async function areFriends(reader: Reader, one: string, other: string): Promise<boolean> {
  const row = await reader.row<{ found: boolean }>(sql`
    SELECT true AS found FROM quests.friendship
    WHERE one_id = least(${one}::uuid, ${other}::uuid) AND other_id = greatest(${one}::uuid, ${other}::uuid)`);
  return row !== undefined;
}

export async function insertBlock(tx: Tx, byId: string, blockedId: string, since: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO quests.block (by_id, blocked_id, since) VALUES (${byId}, ${blockedId}, ${since}) ON CONFLICT DO NOTHING`);
}

export async function deleteBlock(tx: Tx, byId: string, blockedId: string): Promise<void> {
  await tx.run(sql`DELETE FROM quests.block WHERE by_id = ${byId}::uuid AND blocked_id = ${blockedId}::uuid`);
}

export function findBlocks(reader: Reader, byId: string, { limit, before }: PageSql): Promise<FriendRow[]> {
  return reader.rows<FriendRow>(sql`
    SELECT blocked_id AS user_id, since FROM quests.block
    WHERE by_id = ${byId}::uuid AND (${before ?? null}::uuid IS NULL OR blocked_id < ${before ?? null}::uuid)
    ORDER BY blocked_id DESC LIMIT ${limit}`);
}

/** Who blocked whom between two persons. */
export async function findBlockBetween(
  reader: Reader,
  one: string,
  other: string,
): Promise<{ readonly byOne: boolean; readonly byOther: boolean }> {
  const rows = await reader.rows<{ by_id: string }>(sql`
    SELECT by_id FROM quests.block WHERE (by_id = ${one}::uuid AND blocked_id = ${other}::uuid)
      OR (by_id = ${other}::uuid AND blocked_id = ${one}::uuid)`);
  return { byOne: rows.some((row) => row.by_id === one), byOther: rows.some((row) => row.by_id === other) };
}

/** Everybody with whom there is a block in either direction. */
export async function findBlocksAround(reader: Reader, userId: string): Promise<ReadonlySet<string>> {
  const rows = await reader.rows<{ id: string }>(sql`
    SELECT blocked_id AS id FROM quests.block WHERE by_id = ${userId}::uuid
    UNION SELECT by_id FROM quests.block WHERE blocked_id = ${userId}::uuid`);
  return new Set(rows.map(({ id }) => id));
}
