import { type Reader, type Sql, sql, type Tx } from '#platform/server/database';
import type { SpaceRow } from '../spaces/space.store.ts';

export interface GarbageAges {
  readonly importanceBelow: number;
  /** Created before this moment: old. */
  readonly oldBefore: Date;
  /** Soft-deleted before this moment: beyond restoring. */
  readonly deletedBefore: Date;
}

function forgettable({ importanceBelow, oldBefore }: GarbageAges): Sql {
  return sql`deleted_at IS NULL AND importance < ${importanceBelow} AND access_count = 0 AND created_at < ${oldBefore}`;
}

export async function countForgettable(reader: Reader, spaceId: string, ages: GarbageAges): Promise<number> {
  const row = await reader.row<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM memory.node WHERE space_id = ${spaceId} AND ${forgettable(ages)}`);
  return row?.count ?? 0;
}

/** Soft-deletes one batch; each memory can be restored by itself. */
export async function softDeleteGarbage(
  tx: Tx,
  space: SpaceRow,
  ages: GarbageAges,
  limit: number,
  now: Date,
): Promise<number> {
  return tx.run(sql`
    UPDATE memory.node SET deleted_at = ${now}, forgotten_batch = NULL, updated_at = ${now}, version = ${space.version}
     WHERE id IN (
       SELECT id FROM memory.node WHERE space_id = ${space.id} AND ${forgettable(ages)} ORDER BY id LIMIT ${limit})`);
}

export async function countExpired(reader: Reader, spaceId: string, ages: GarbageAges): Promise<number> {
  const row = await reader.row<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM memory.node
     WHERE space_id = ${spaceId} AND deleted_at < ${ages.deletedBefore}`);
  return row?.count ?? 0;
}

export async function findExpired(
  tx: Tx,
  spaceId: string,
  ages: GarbageAges,
  limit: number,
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM memory.node WHERE space_id = ${spaceId} AND deleted_at < ${ages.deletedBefore}
     ORDER BY deleted_at, id LIMIT ${limit}`);
  return rows.map(({ id }) => id);
}

/** Logs that served their purpose: recalls after 30 days, runs after 90, days of strategies after a year. */
export async function trimLogs(tx: Tx, spaceId: string, now: Date): Promise<void> {
  await tx.run(sql`
    DELETE FROM memory.recall_log WHERE space_id = ${spaceId} AND created_at < ${now}::timestamptz - interval '30 days'`);
  await tx.run(sql`
    DELETE FROM memory.consolidation_run
     WHERE space_id = ${spaceId} AND started_at < ${now}::timestamptz - interval '90 days'`);
  await tx.run(sql`
    DELETE FROM memory.strategy_day WHERE space_id = ${spaceId} AND day < ${now}::timestamptz - interval '1 year'`);
}
