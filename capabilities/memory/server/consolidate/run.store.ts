import { type Reader, sql, type Tx } from '#platform/server/database';
import type { SpaceRow } from '../spaces/space.store.ts';

/** Taken until the transaction ends, however it ends; false when another run has it. */
export async function tryRunLock(tx: Tx, spaceId: string): Promise<boolean> {
  const row = await tx.row<{ taken: boolean }>(sql`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`memory.consolidate ${spaceId}`}, 0)) AS taken`);
  return row?.taken === true;
}

export interface RunCounts {
  readonly l0_to_l1: number;
  readonly l1_to_l2: number;
  readonly l2_to_l3: number;
}

/** Opens a run; one that was cut off before is closed as failed. */
export async function startRun(
  tx: Tx,
  space: Pick<SpaceRow, 'id' | 'owner_id'>,
  id: string,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE memory.consolidation_run SET status = 'failed', error = 'interrupted', finished_at = ${now}
     WHERE space_id = ${space.id} AND status = 'running'`);
  await tx.run(sql`
    INSERT INTO memory.consolidation_run (id, space_id, owner_id, status, started_at)
    VALUES (${id}, ${space.id}, ${space.owner_id}, 'running', ${now})`);
}

export async function endRun(
  tx: Tx,
  id: string,
  end: { readonly status: 'completed' | 'failed' | 'aborted'; readonly error: string | null } & RunCounts,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE memory.consolidation_run SET status = ${end.status}, error = ${end.error}, finished_at = ${now},
      l0_to_l1 = ${end.l0_to_l1}, l1_to_l2 = ${end.l1_to_l2}, l2_to_l3 = ${end.l2_to_l3}
     WHERE id = ${id}`);
}

export async function markConsolidated(tx: Tx, spaceId: string, now: Date): Promise<void> {
  await tx.run(sql`UPDATE memory.space SET last_consolidation = ${now} WHERE id = ${spaceId}`);
}

export async function waitingNodes(reader: Reader, spaceId: string): Promise<number> {
  const row = await reader.row<{ waiting: number }>(sql`
    SELECT waiting FROM memory.space_directory WHERE space_id = ${spaceId}`);
  return row?.waiting ?? 0;
}
